"""What only a file can say: a day of its own, what is not there yet, two rows that do not go together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.import_admission import admission_faults
from db.actions.uitzonderingen import give_uitstel
from db.engine import read_session
from db.queries.clock import clock
from landkaart.domein.clock import midnight, on_clock
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault, Part
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, VraagRecord
from tests.steps.acts_files import bring_in
from tests.steps.factories import invulling_record, uitvraag_record, werkplein_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, NU, SLUIT, VORIG, keep, keep_person, make_uitvraag, make_werkplein

pytestmark = pytest.mark.usefixtures("small_landkaart")
TODAY, DAY = date(2009, 8, 3), timedelta(1)


def faults(na_sluiting: bool = False, **records) -> list[str]:
    """Of a delivery with these; the kolom and the reason of each."""
    given = {name: tuple(each) for name, each in records.items()}
    with read_session() as session:
        found = admission_faults(
            session=session,
            aanlevering=Aanlevering(**given),
            now=clock(session=session).now(),
            na_sluiting=na_sluiting,
        )
    return [f"{fault.kolom}: {fault.reden}" for fault in found]


def filled_in(day: date, tertaal: Tertaal = NU, werkplein: str = "assen", **what) -> list[str]:
    return faults(invullingen=[invulling_record(werkplein, tertaal, "3", day=day)], **what)


def test_a_day_after_today_is_refused():
    assert filled_in(TODAY) == []
    assert filled_in(TODAY + DAY) == [
        "ingevuld_op: 2009-08-04 moet nog komen: het is vandaag 2009-08-03. Kijk de dag en het jaar na."
    ]


def test_a_tertaal_that_has_not_begun_is_refused_whatever_the_day():
    assert filled_in(TODAY, Tertaal(2031, 1)) == [
        "tertaal: Tertaal 2031-1 is nog niet begonnen. Er is geen uitvraag voor 2031-1."
    ]


@pytest.mark.parametrize(("day", "fits"), [(date(2009, 4, 30), False), (date(2009, 5, 1), True)])
def test_a_day_before_the_tertaal_is_refused(day, fits):
    said = "ingevuld_op: 2009-04-30 valt niet in 2009-2: een invulling daarvan is van 2009-05-01 tot en met 2009-08-31. "

    assert filled_in(day) == ([] if fits else [f"{said}Kijk de dag en het tertaal na."])


def test_a_day_after_the_closing_is_refused_but_for_who_has_uitstel(set_clock):
    keep_person(AKO, Rol.AKO)
    perform(give_uitstel, AKO, werkplein="breda", tertaal=NU, tot=on_clock(SLUIT + DAY), reden="Ziek.")
    set_clock(SLUIT + 30 * DAY)
    closing = date(2009, 9, 1)

    assert len(filled_in(closing)) == 1
    assert filled_in(closing, na_sluiting=True) == []
    assert filled_in(closing, werkplein="breda") == []
    assert len(filled_in(closing + DAY, werkplein="breda")) == 1


def test_what_is_there_already_is_no_fault_whatever_its_day(set_clock):
    """It came in while the clock of this landkaart was ahead."""
    set_clock(midnight(date(2009, 8, 20)))
    record = invulling_record("assen", NU, "3", day=date(2009, 8, 20))
    bring_in(Aanlevering(invullingen=(record,)))
    set_clock(midnight(TODAY))

    assert faults(invullingen=[record]) == []
    assert len(faults(invullingen=[replace(record, ingevuld_op=date(2009, 8, 21))])) == 1


def test_two_uitvragen_in_one_file_do_not_overlap():
    autumn = uitvraag_record(Tertaal(2009, 3))
    winter = uitvraag_record(Tertaal(2010, 1), opent=date(2009, 12, 31), actueel_vanaf=date(2009, 12, 1))

    assert faults(uitvragen=[autumn, winter]) == [
        f"opent: Deze uitvraag overlapt die van {other}. Er loopt er hooguit één tegelijk: verschuif de opening of de "
        "sluiting."
        for other in ("2010-1", "2009-3")
    ]


def test_history_comes_in_as_it_was():
    assert faults(uitvragen=[uitvraag_record(VORIG)], invullingen=[invulling_record("assen", VORIG, "1")]) == []


def test_an_uitvraag_that_was_counted_does_not_open_again(set_clock):
    keep(make_uitvraag(VORIG, **moments(date(2009, 3, 1), date(2009, 5, 1))))
    bring_in(Aanlevering(invullingen=(invulling_record("assen", VORIG, "1"),)))

    assert faults(uitvragen=[uitvraag_record(VORIG, opent=date(2009, 3, 1), sluit=date(2009, 7, 1))]) == []
    set_clock(midnight(date(2009, 6, 1)))
    assert faults(uitvragen=[uitvraag_record(VORIG, opent=date(2009, 3, 1), sluit=date(2009, 7, 1))]) == [
        "tertaal: Tertaal 2009-1 is voorbij en geteld. Kies een later tertaal."
    ]


def moments(opent: date, sluit: date) -> dict:
    return {
        "opent": midnight(opent),
        "herinnering": midnight(opent + DAY),
        "sluit": midnight(sluit),
        "actueel_vanaf": midnight(opent),
    }


def test_a_day_that_a_file_leaves_out_counts_as_it_is_known():
    keep(make_werkplein("urk", actief_tot=date(2009, 7, 1)))
    record = werkplein_record("urk")

    assert faults(werkpleinen=[replace(record, actief_van=date(2009, 6, 30), actief_tot=None)]) == []
    assert faults(werkpleinen=[replace(record, actief_van=date(2009, 7, 1), actief_tot=None)]) == [
        f"actief_van: {record.naam} kan niet sluiten op of vóór de dag dat het opent. Kies een latere dag."
    ]


def test_the_same_closing_again_is_no_fault():
    keep(make_werkplein("urk", actief_tot=date(2009, 7, 1)))

    assert faults(werkpleinen=[replace(werkplein_record("urk"), actief_tot=date(2009, 7, 1))]) == []


def test_a_vraag_stands_once_in_a_tertaal_also_within_one_file():
    twice = [
        VraagRecord(code, NU, "Lukt het?", None, None, None, "vragen.csv", regel)
        for regel, code in enumerate(("a", "b"), start=2)
    ]

    assert faults(vragen=twice) == ["tekst: Deze vraag staat er al."] * 2
    assert faults(vragen=[twice[0], replace(twice[1], tekst="Waarom?")]) == []


def test_of_a_closed_uitvraag_an_answer_may_be_of_who_closed_since(set_clock):
    keep(make_werkplein("urk", actief_tot=date(2009, 8, 20)))
    vraag = VraagRecord("hoe", NU, "Hoe?", None, None, None, "vragen.csv", 2)
    given = AntwoordRecord("urk", NU, "hoe", "ja", None, "antwoorden.csv", 2)
    set_clock(SLUIT)

    assert faults(vragen=[vraag], antwoorden=[given]) == []


def test_a_judgement_may_be_of_a_tertaal_that_comes_with_it():
    judged = IndicatieRecord("assen", VORIG, "niet", "ako_indicatie.csv", 2)

    assert faults(indicaties=[judged]) == ["tertaal: Van 2009-1 is niets bekend. Kies een tertaal uit de lijst."]
    assert faults(indicaties=[judged], invullingen=[invulling_record("assen", VORIG, "1")]) == []


# All of it at once


def part(tabel: str, **read) -> Part:
    return Part(tabel, f"{tabel}.csv", 2, **read)


def test_a_tertaal_that_has_not_begun_does_not_hide_a_day_that_must_still_come():
    assert [said.partition(":")[0] for said in filled_in(date(2019, 1, 1), Tertaal(2031, 1))] == ["tertaal", "ingevuld_op"]


@pytest.mark.parametrize(
    ("read", "wrong"),
    [
        ({"tertaal": Tertaal(2031, 1), "ingevuld_op": date(2019, 1, 1)}, ["tertaal", "ingevuld_op"]),
        ({"werkplein": "assen", "tertaal": NU, "ingevuld_op": TODAY + DAY}, ["ingevuld_op"]),
        ({"werkplein": "assen", "tertaal": NU, "ingevuld_op": date(2009, 4, 30)}, ["ingevuld_op"]),
        ({"werkplein": "assen", "ingevuld_op": TODAY + DAY}, ["ingevuld_op"]),
        ({"tertaal": Tertaal(2031, 1)}, ["tertaal"]),
        ({"werkplein": "assen", "tertaal": NU, "ingevuld_op": TODAY}, []),
        ({}, []),
    ],
)
def test_an_invulling_of_which_something_cannot_be_read_is_judged_by_the_rest(read, wrong):
    assert [said.partition(":")[0] for said in faults(parts=[part("scores", **read)])] == wrong


def test_while_the_uitvragen_have_faults_nobody_says_what_does_not_fit_in_them():
    found = Aanlevering(
        parts=(part("scores", tertaal=NU, ingevuld_op=date(2009, 4, 30)),),
        faults=(Fault("uitvragen.csv", 2, "sluit", "?"),),
    )
    with read_session() as session:
        assert admission_faults(session=session, aanlevering=found, now=clock(session=session).now()) == []


@pytest.mark.parametrize("tabel", ["ako_indicatie", "kengetallen", "vragen"])
def test_the_tertaal_of_a_row_of_which_something_cannot_be_read_is_judged(tabel):
    assert [said.partition(":")[0] for said in faults(parts=[part(tabel, tertaal=Tertaal(2031, 1))])] == ["tertaal"]
    assert faults(parts=[part(tabel, tertaal=NU), part(tabel)]) == []


def test_moving_an_opening_that_has_been_is_a_fault_of_the_opening():
    moved = uitvraag_record(NU, opent=date(2009, 7, 16))

    assert faults(uitvragen=[moved]) == ["opent: De uitvraag is al geopend: de opening blijft zoals zij is."]
