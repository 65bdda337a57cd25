"""A code that somebody types to prove that he has his telephone, or one of his noodcodes."""

from enum import StrEnum

from db.actions.tweede_factor import secret_of, use_noodcode, use_totp
from db.engine import Session
from landkaart.web.sign_in import totp

WRONG_CODE = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw."


class Proof(StrEnum):
    """What a code was, as the log names it."""

    CODE = "code"
    NOODCODE = "noodcode"


def use_code(session: Session, account_id: int, text: str) -> Proof | None:
    """Use a code up, in the transaction of what it is for; return what it was, None when it is none or was used before."""
    secret = secret_of(session=session, account_id=account_id)
    step = totp.step_of(secret, text.strip()) if secret else None
    if step is not None:
        return Proof.CODE if use_totp(session=session, account_id=account_id, stap=step) else None
    return Proof.NOODCODE if use_noodcode(session=session, account_id=account_id, code=text) else None
