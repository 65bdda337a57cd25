"""An address where mail does not arrive: nothing is sent there until somebody takes the mark off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.labelled import Labelled

LONGEST = 300
# Why a mail to such an address did not leave; as the other reasons are, without a capital.
UNDELIVERABLE = "op dit adres komt geen e-mail aan; geef het account een ander adres, of haal bij Respons de markering weg"


class Bron(Labelled):
    """How it became known."""

    RETOUR = "retour", "e-mail kwam terug"
    HAND = "hand", "met de hand"


@dataclass(frozen=True)
class OnbestelbaarAdres:
    """`reden`: what the server of the reader said, or whoever marked it; `werkpleinen`: naam of each that it would reach."""

    adres: str
    reden: str
    bron: Bron
    sinds: datetime
    werkpleinen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Retour:
    """A mail of ours that came back for good."""

    adres: str
    reden: str


@dataclass(frozen=True)
class Postbus:
    """Where a mailbox was read to: `uid` is the last that was looked at, in the numbering that is called `uidvalidity`.

    `gelezen`: when that was; `fout`: why it could not be read the last time, in a sentence.
    """

    uidvalidity: int = 0
    uid: int = 0
    gelezen: datetime | None = None
    fout: str | None = None


def join_reasons(reasons: Sequence[str]) -> str:
    """Return what is kept of what a server said: each once, on one line."""
    return " ".join(" ".join(dict.fromkeys(reasons)).split())[:LONGEST] or "geen reden genoemd"
