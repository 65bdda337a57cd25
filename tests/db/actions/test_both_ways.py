"""What an act of the screens refuses, a file is refused for too, in the same sentence: there is one rule for both."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pytest

from db.actions.aanleveringen import reference_faults
from db.actions.import_admission import admission_faults
from db.actions.indicaties import give_indicatie
from db.actions.indieningen import submit
from db.actions.invullingen import save_toelichting
from db.actions.uitvragen import change_uitvraag
from db.actions.uitvragen import make_uitvraag as plan_uitvraag
from db.actions.vraag_antwoorden import save_vraag_antwoord, save_vraag_toelichting
from db.actions.vragen import add_vraag, change_vraag
from db.actions.werkpleinen import add_werkplein, close_werkplein
from db.engine import read_session
from db.queries.clock import clock
from landkaart.domein.clock import moment_of
from landkaart.domein.fouten import Fout
from landkaart.domein.indicatie import Indicatie, NieuwOordeel
from landkaart.domein.planning import Planning
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraagvorm import JaNee
from landkaart.invoer.aanlevering import read_paths
from tests.steps.files import SCORES, WERKPLEINEN, as_csv, scores, write
from tests.steps.perform import perform
from tests.steps.small_landkaart import (
    AKO,
    BEHEER,
    NU,
    VISIE,
    act,
    everything,
    keep,
    keep_person,
    make_uitvraag,
    make_werkplein,
    manager,
)

LATER, AFTER = Tertaal(2009, 3), Tertaal(2010, 1)
URK = dict(zip(WERKPLEINEN.split(","), ["urk", "Urk", "Urk", "Urk", "Flevoland", "Flevoland", "52.66", "5.6"], strict=True))
DATES = {"opent": "2009-11-15", "herinnering": "2009-12-15", "sluit": "2010-01-01", "actueel_vanaf": "2009-09-01"}
NOW_OPEN = {"opent": "2009-07-15", "herinnering": "2009-08-15", "sluit": "2009-09-01", "actueel_vanaf": "2009-07-15"}
VRAAG = {"code": "lukt-het", "tertaal": str(NU), "tekst": "Lukt het?"}
ANTWOORD = {"werkplein": "assen", "tertaal": str(NU), "vraag": "lukt-het", "antwoord": "ja", "toelichting": ""}


@dataclass(frozen=True)
class Way:
    """One value in both ways: what the screen would do, and the file of this name with this row."""

    by_hand: Callable[[], object]
    file: str
    row: dict[str, str]


def table(way: Way) -> str:
    if way.file == "scores":
        rows = [row + [""] for row in scores(way.row["werkplein"], way.row["tertaal"], way.row["ingevuld_op"])]
        rows[2][5] = way.row.get("toelichting", "")
        return as_csv([*SCORES, "toelichting"], rows, ";")
    return as_csv(list(way.row), [list(way.row.values())], ";")


def add(**changed: str) -> Way:
    """A werkplein."""
    values = URK | changed
    typed = values | {name: float(values[name].replace(",", ".")) for name in ("breedtegraad", "lengtegraad")}
    return Way(lambda: perform(add_werkplein, BEHEER, actief_van=None, **typed), "werkpleinen", values)


def close(tot: str, **known) -> Way:
    def by_hand() -> None:
        perform(close_werkplein, BEHEER, code="urk", tot=date.fromisoformat(tot))

    return Way(by_hand, "werkpleinen", URK | {"actief_van": "", "actief_tot": tot})


def plan(tertaal: Tertaal, **changed: str) -> Way:
    dates = (DATES if tertaal != NU else NOW_OPEN) | changed
    planning = Planning(**{name: datetime.fromisoformat(text) for name, text in dates.items()})
    action = change_uitvraag if tertaal == NU else plan_uitvraag
    return Way(
        lambda: perform(action, AKO, tertaal=tertaal, planning=planning, vragen_aan=None),
        "uitvragen",
        {"tertaal": str(tertaal), **dates},
    )


def fill_in(tertaal: Tertaal = NU, werkplein: str = "assen", **changed: str) -> Way:
    row = {"werkplein": werkplein, "tertaal": str(tertaal), "ingevuld_op": "2009-08-03", **changed}
    text = changed.get("toelichting", "x")
    return Way(
        lambda: act(
            save_toelichting, by=manager(werkplein), werkplein=werkplein, tertaal=tertaal, mijlpaal=VISIE, tekst=text
        ),
        "scores",
        row,
    )


def ask(**changed: str) -> Way:
    row = VRAAG | changed
    tertaal = Tertaal.parse(row["tertaal"])
    return Way(lambda: perform(add_vraag, AKO, tertaal=tertaal, tekst=row["tekst"]), "vragen", row)


def ask_otherwise(tekst: str) -> Way:
    return Way(
        lambda: perform(change_vraag, AKO, tertaal=NU, code="lukt-het", tekst=tekst), "vragen", VRAAG | {"tekst": tekst}
    )


def answer(tertaal: Tertaal = NU, werkplein: str = "assen", toelichting: str = "") -> Way:
    row = ANTWOORD | {"tertaal": str(tertaal), "werkplein": werkplein, "toelichting": toelichting}

    def by_hand() -> None:
        if toelichting:
            act(save_vraag_toelichting, tertaal=tertaal, vraag="lukt-het", tekst=toelichting)
        else:
            by = manager(werkplein)
            act(save_vraag_antwoord, by=by, werkplein=werkplein, tertaal=tertaal, vraag="lukt-het", antwoord=JaNee.JA)

    return Way(by_hand, "antwoorden", row)


def judge(tertaal: Tertaal) -> Way:
    return Way(
        lambda: perform(give_indicatie, AKO, werkplein="assen", tertaal=tertaal, oordeel=NieuwOordeel(Indicatie.NIET)),
        "ako_indicatie",
        {"werkplein": "assen", "tertaal": str(tertaal), "indicatie": "niet"},
    )


def coming() -> None:
    """An uitvraag that opens in November, with a vraag."""
    dates = {name: moment_of(datetime.fromisoformat(text)) for name, text in DATES.items()}
    keep(make_uitvraag(LATER, **dates))
    perform(add_vraag, AKO, tertaal=LATER, tekst="Lukt het?")


def asked() -> None:
    perform(add_vraag, AKO, tertaal=NU, tekst="Lukt het?")


def answered() -> None:
    asked()
    act(save_vraag_antwoord, vraag="lukt-het", antwoord=JaNee.JA)


def urk(**values) -> Callable[[], None]:
    return lambda: keep(make_werkplein("urk", **values))


def closed(tot: date) -> Callable[[], None]:
    return lambda: perform(close_werkplein, BEHEER, code="breda", tot=tot)


LONG = "De tekst is te lang: {} tekens. Er passen er {}."
HIDDEN = "De tekst bevat onzichtbare tekens die niet bewaard kunnen worden, het eerste na ‘{}’. Typ opnieuw wat daar staat."
NOT_OPEN = "De uitvraag van 2009-3 is nog niet geopend."
OVERLAP = "Deze uitvraag overlapt die van 2009-2. Er loopt er hooguit één tegelijk: verschuif de opening of de sluiting."
nothing = None
# What is there before, the value in both ways, and what is said of it.
REFUSED = {
    "a code with a capital": (nothing, add(code="Urk"), "Een code heeft 1 tot 60 tekens: kleine letters zonder accent"),
    "a code of 61": (nothing, add(code="u" * 61), "Een code heeft 1 tot 60 tekens: kleine letters zonder accent"),
    "a naam of 121": (nothing, add(naam="U" * 121), LONG.format(121, 120)),
    "a plaats of 121": (nothing, add(plaats="U" * 121), LONG.format(121, 120)),
    "a naam that turns round": (nothing, add(naam="U\u202erk"), HIDDEN.format("U")),
    "a gemeente with a tab": (nothing, add(gemeente="U\tk"), "Vul een gemeente in, op één regel."),
    "too far south": (nothing, add(breedtegraad="49,99"), "De breedtegraad ligt op de kaart tussen 50 en 54 graden."),
    "too far east": (nothing, add(lengtegraad="8,01"), "De lengtegraad ligt op de kaart tussen 3 en 8 graden."),
    "closes as it opens": (
        urk(actief_van=date(2009, 6, 1)),
        close("2009-06-01"),
        "kan niet sluiten op of vóór de dag dat het opent. Kies een latere dag.",
    ),
    "closes once more": (
        urk(actief_tot=date(2009, 7, 1)),
        close("2009-06-01"),
        "Urk is al gesloten, of heeft al een dag waarop het sluit.",
    ),
    "closes before it opens": (nothing, plan(LATER, sluit="2009-11-15"), "De sluiting ligt niet na de opening."),
    "reminds too late": (nothing, plan(LATER, herinnering="2010-01-01"), "De herinnering valt niet tussen de opening en"),
    "current after the opening": (nothing, plan(LATER, actueel_vanaf="2009-11-16"), "‘Actueel vanaf’ ligt na de opening."),
    "overlaps what is open": (nothing, plan(LATER, opent="2009-08-31", actueel_vanaf="2009-08-31"), OVERLAP),
    "opens within what is open": (nothing, plan(LATER, opent="2009-08-01", herinnering="2009-08-02", sluit="2009-08-09",
                                                actueel_vanaf="2009-08-01"), OVERLAP),
    "an hour that the clock skips": (
        nothing, plan(AFTER, opent="2010-03-28 02:30", herinnering="2010-04-15", sluit="2010-05-01"),
        "02:30 uur bestaat niet op 28-3-2010: de klok gaat dan een uur vooruit.",
    ),
    "opens another day than it did": (nothing, plan(NU, opent="2009-07-16"), "De uitvraag is al geopend: de opening blijft"),
    "closes in the past": (
        nothing, plan(NU, herinnering="2009-07-20", sluit="2009-08-03"), "De sluiting moet nog komen. Kies een later moment."
    ),
    "a toelichting of 4001": (nothing, fill_in(toelichting="x" * 4001), LONG.format(4001, 4000)),
    "a toelichting with a sign that steers a screen": (nothing, fill_in(toelichting="a\x1bb"), HIDDEN.format("a")),
    "before the opening": (coming, fill_in(LATER), NOT_OPEN),
    "without an uitvraag": (nothing, fill_in(AFTER), "Er is geen uitvraag voor 2010-1."),
    "a werkplein that closed": (closed(date(2009, 8, 3)), fill_in(werkplein="breda"), "Werkplein Breda is gesloten."),
    "a vraag of 501": (nothing, ask(tekst="x" * 501), LONG.format(501, 500)),
    "a vraag without an uitvraag": (nothing, ask(tertaal=str(AFTER)), "Er is geen uitvraag voor 2010-1."),
    "a vraag that is asked already": (asked, ask(code="nog-eens"), "Deze vraag staat er al."),
    "other words for what was answered": (answered, ask_otherwise("Lukte het?"), "Op deze vraag is al geantwoord."),
    "an answer before the opening": (coming, answer(LATER), NOT_OPEN),
    "an answer of 4001": (answered, answer(toelichting="x" * 4001), LONG.format(4001, 4000)),
    "an answer of who closed": (
        lambda: [asked(), closed(date(2009, 8, 3))()], answer(werkplein="breda"), "Werkplein Breda is gesloten."
    ),
    "a judgement of what nobody knows": (nothing, judge(Tertaal(2031, 1)), "Van 2031-1 is niets bekend."),
}  # fmt: skip


@pytest.fixture(autouse=True)
def people(small_landkaart):
    """It is 3 August 2009 and 2009-2 is open; the AKO and the beheerder are in."""
    keep_person(AKO, Rol.AKO)
    keep_person(BEHEER, Rol.BEHEER)


def said_of_file(way: Way, tmp_path) -> list[str]:
    found = read_paths([write(tmp_path, f"{way.file}.csv", table(way))])
    with read_session() as session:
        faults = [*found.faults, *reference_faults(session=session, aanlevering=found)]
        faults += admission_faults(session=session, now=clock(session=session).now(), aanlevering=found)
    return [fault.reden for fault in faults]


@pytest.mark.parametrize("name", REFUSED)
def test_an_act_and_a_file_refuse_the_same_in_the_same_sentence(name, tmp_path):
    prepare, way, sentence = REFUSED[name]
    if prepare:
        prepare()
    before = everything()

    with pytest.raises(Fout) as by_hand:
        way.by_hand()
    [by_file] = said_of_file(way, tmp_path)

    assert sentence in str(by_hand.value)
    assert sentence in by_file
    assert everything() == before


TAKEN = {
    "a werkplein": (nothing, add()),
    "at the edge of the map": (nothing, add(breedtegraad="50", lengtegraad="8,0")),
    "a naam of 120": (nothing, add(naam="U" * 120)),
    "an uitvraag that opens as the other closes": (nothing, plan(LATER, opent="2009-09-01")),
    "a later closing": (nothing, plan(NU, sluit="2009-09-15")),
    "a toelichting of 4000 with a tab": (nothing, fill_in(toelichting="x\t" + "x" * 3998)),
    "a werkplein that closes tomorrow": (closed(date(2009, 8, 4)), fill_in(werkplein="breda")),
    "a vraag of 500": (nothing, ask(tekst="x" * 500)),
    "other words for what nobody answered": (asked, ask_otherwise("Lukte het?")),
    "an answer": (asked, answer()),
    "a judgement": (nothing, judge(NU)),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_an_act_takes_a_file_takes_too(name, tmp_path):
    prepare, way = TAKEN[name]
    if prepare:
        prepare()

    assert said_of_file(way, tmp_path) == []
    before = everything()
    way.by_hand()
    assert everything() != before


def test_submitting_needs_no_rule_of_its_own_for_its_day():
    """It is always of now, while the uitvraag is open: a file says by itself of which day it is, and is judged by that."""
    with pytest.raises(Fout, match="Nog niet alles is beoordeeld"):
        act(submit)
