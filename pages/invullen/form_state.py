"""What the form of one werkplein shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic_ns

from db.engine import read_session
from db.queries.invullingen import akkoorden, indiening_before, indieningen, invulling
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.band import Band
from landkaart.domein.invulling import Akkoord, Indiening, Invulling, asks_toelichting, outlook, score
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import JaNee, Vraag, VraagAntwoord
from landkaart.rapport import dutch
from pages.invullen.notes import Notes, notes
from pages.shared.cache import figures_change, kept
from pages.shared.tertaalbeeld import tertaalbeeld

Earlier = tuple[Tertaal, Indiening]


@dataclass(frozen=True)
class FormState:
    """`before`: the last submission of an earlier tertaal (`before_tertaal`); `submitted`: the last one of this tertaal.

    `akkoorden`: who signed that one; `vragen`: on top of the 14, with the answers by code in `beantwoord`; `national`: the
    average as it stands now; `moment`: when this was read, on the clock of the landkaart, and `read` on one that never
    stands still; `notes`: what this visit knows beside it.
    """

    werkplein: str
    tertaal: Tertaal
    by: Gebruiker
    now: Invulling
    before: Indiening | None
    before_tertaal: Tertaal | None
    submitted: Indiening | None
    akkoorden: Sequence[Akkoord]
    vragen: Sequence[Vraag]
    beantwoord: Mapping[str, VraagAntwoord]
    national: float | None
    moment: datetime
    notes: Notes = field(default_factory=notes, compare=False)
    read: int = field(default_factory=monotonic_ns, compare=False)

    def band_before(self, mijlpaal: str) -> Band | None:
        return self.before.banden.get(mijlpaal) if self.before else None

    def wants_toelichting(self, mijlpaal: str) -> bool:
        """A drop or a jump of two that nobody has explained yet."""
        antwoord = self.now.antwoorden.get(mijlpaal)
        if antwoord is None or self.now.toelichtingen.get(mijlpaal):
            return False
        return asks_toelichting(antwoord.band, self.band_before(mijlpaal))

    def value(self, kind: str, code: str) -> Band | JaNee | str | None:
        """What was shown: of a mijlpaal its "band" or "toelichting", of a vraag its "antwoord" or "uitleg"."""
        if kind in ("band", "toelichting"):
            return (self.now.banden if kind == "band" else self.now.toelichtingen).get(code)
        said = self.beantwoord.get(code)
        return said and (said.antwoord if kind == "antwoord" else said.toelichting)

    def saved_at(self, kind: str, code: str) -> datetime | None:
        """Since when; which is also the mark of the version that was shown."""
        if kind in ("band", "toelichting"):
            return self.now.versions.get((kind, code))
        said = self.beantwoord.get(code)
        return said and said.version

    @property
    def elsewhere(self) -> list[tuple[int, str, str]]:
        """Of `notes`, what is about this paper."""
        return self.notes.elsewhere.setdefault((self.werkplein, self.tertaal), [])

    @property
    def outlook(self) -> float | None:
        """The score as it would become, what is not answered yet staying as it was."""
        return outlook(self.now.banden, self.before.banden if self.before else {})

    @property
    def score_before(self) -> float | None:
        return score(self.before.banden) if self.before else None

    @property
    def is_changed(self) -> bool:
        """Whether something was changed since it was submitted."""
        return self.submitted is not None and not self.now.is_submitted_as(self.submitted)


def fetch(werkplein: str, tertaal: Tertaal, by: Gebruiker, moment: datetime) -> FormState:
    before, submitted, asked = what_stands(werkplein, tertaal)
    with read_session() as session:
        signed = akkoorden(session=session, werkplein=werkplein, tertaal=tertaal) if submitted else {}
        now = invulling(session=session, werkplein=werkplein, tertaal=tertaal)
        said = vraag_antwoorden(session=session, werkplein=werkplein, tertaal=tertaal) if asked else {}
    return FormState(
        werkplein=werkplein,
        tertaal=tertaal,
        by=by,
        now=now,
        before=before and before[1],
        before_tertaal=before and before[0],
        submitted=submitted,
        akkoorden=signed.get(submitted.versie, ()) if submitted else (),
        vragen=asked,
        beantwoord=said,
        national=tertaalbeeld(tertaal).stand.average(),
        moment=moment,
    )


@kept(until=figures_change, most=300)
def what_stands(werkplein: str, tertaal: Tertaal) -> tuple[Earlier | None, Indiening | None, Sequence[Vraag]]:
    """What the typing of a werkplein does not move: its last submissions, of before and of this tertaal, and the vragen."""
    with read_session() as session:
        before = indiening_before(session=session, werkplein=werkplein, tertaal=tertaal)
        submitted = indieningen(session=session, werkplein=werkplein, tertaal=tertaal)
        asked = vragen(session=session, tertaal=tertaal)
    return before, submitted[0] if submitted else None, asked


def when(paper: FormState, moment: datetime) -> str:
    """14:03, with the day before it when that is not today."""
    same_day = dutch.day(moment) == dutch.day(paper.moment)
    return dutch.hour(moment) if same_day else f"{dutch.day(moment)} {dutch.hour(moment)}"
