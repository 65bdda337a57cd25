"""When the key that sealed second factors is lost: said to everybody who signs in, for nobody is known yet."""

from collections.abc import Sequence

from db.engine import read_session
from db.queries.accounts import still_sealed

SENTENCE = (
    "De codes uit een app zijn nu niet te controleren. Hebt u een tweede factor, meld u dan aan met een noodcode, of vraag "
    "de beheerder van de landkaart om een herstellink."
)


class LostKey:
    """Keeps what could not be unsealed at the start; whoever got a new second factor since does not count any more."""

    def __init__(self) -> None:
        self.secrets: Sequence[str] = ()

    def remember(self, secrets: Sequence[str]) -> None:
        self.secrets = tuple(secrets)

    def sentence(self) -> str | None:
        """Return what whoever signs in must know; None when every code can be judged."""
        if not self.secrets:
            return None
        with read_session() as session:
            return SENTENCE if still_sealed(session=session, secrets=self.secrets) else None


LOST = LostKey()
