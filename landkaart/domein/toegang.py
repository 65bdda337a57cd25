"""How far an account is on its way in: from not invited to in use, and what came of its last invitation."""

from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.labelled import Labelled


class Staat(Labelled):
    """Each account is in exactly one. The value stands in an address, `label` is what readers see."""

    NIEUW = "nieuw", "Nog niet uitgenodigd"
    UITGENODIGD = "uitgenodigd"
    VERLOPEN = "verlopen", "Link verlopen"
    IN_GEBRUIK = "in_gebruik", "In gebruik"
    UITGEZET = "uitgezet"


# Who has a way in, or may not come in, is not invited.
INVITABLE = (Staat.NIEUW, Staat.UITGENODIGD, Staat.VERLOPEN)


@dataclass(frozen=True)
class LaatsteUitnodiging:
    """What came of the last invitation that was sent, or handed out as a file."""

    status: BerichtStatus
    melding: str | None
    op: datetime
    als_bestand: bool


@dataclass(frozen=True)
class Toegang:
    """One account with its way in; moments on the clock of the landkaart.

    `link_tot`: until when the last link that was not used works, or worked; None without one.
    """

    account: Account
    link_tot: datetime | None
    link_works: bool
    # Whether there ever was a link, used or not.
    invited: bool
    in_gebruik_sinds: datetime | None
    laatst_gezien: datetime | None
    uitnodiging: LaatsteUitnodiging | None

    @property
    def staat(self) -> Staat:
        if self.account.uitgezet_op is not None:
            return Staat.UITGEZET
        if self.account.can_sign_in:
            return Staat.IN_GEBRUIK
        if self.link_works:
            return Staat.UITGENODIGD
        return Staat.VERLOPEN if self.invited or self.in_gebruik_sinds else Staat.NIEUW

    @property
    def without_second_factor(self) -> bool:
        """Say whether somebody comes in on a password alone; the organisation's own sign-in sees to its own."""
        return self.staat is Staat.IN_GEBRUIK and not self.account.heeft_totp and self.account.koppeling is None

    @property
    def is_invitable(self) -> bool:
        """Say whether an invitation makes sense: there is no way in yet, and there is a mailbox or a desk to send it to."""
        return self.staat in INVITABLE and self.account.can_get_mail


def why_not_invited(account: Account) -> str | None:
    """Say why an account gets no invitation, as the end of a sentence; None when it does."""
    if account.uitgezet_op is not None:
        return "dit account staat uit"
    if account.demo:
        return "een oefenaccount: daar leest niemand post"
    if not account.can_get_mail:
        return "er is geen e-mailadres van deze persoon"
    return "heeft al een eigen toegang" if account.can_sign_in else None
