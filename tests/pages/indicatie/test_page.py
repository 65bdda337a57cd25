from sqlmodel import select

from db import models
from db.actions.indicaties import give_indicatie
from db.engine import read_session, write_session
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import sign_in_as
from tests.steps.drive import texts, visit
from tests.steps.perform import perform
from tests.steps.rapport_2009 import NOT_MAKING_IT

OPEN = "2009-3"


def options(at):
    return at.get_by_key("indicatie-klasse").options


def give(by, werkplein, indicatie, tertaal=OPEN, notitie=""):
    where = {"werkplein": werkplein, "tertaal": Tertaal.parse(tertaal)}
    perform(give_indicatie, by, **where, indicatie=indicatie, notitie=notitie)


def kept(werkplein="alkmaar", tertaal=OPEN):
    with read_session() as session:
        query = select(models.AkoIndicatie).join(models.Werkplein)
        row = session.exec(query.where(models.Werkplein.code == werkplein, models.AkoIndicatie.tertaal == tertaal)).first()
        return row and (row.indicatie, row.notitie, row.door)


def field(at, kind, name, werkplein="alkmaar", number=0):
    return next(each for each in getattr(at, kind) if each.key == f"oordeel-{OPEN}-{werkplein}-{name}-{number}")


def judge(at, label, werkplein="alkmaar", button="opslaan", notitie=None):
    at.get_by_key(f"oordeel-{OPEN}-{werkplein}-indicatie-0").set_value(label)
    at.run()
    if notitie is not None:
        field(at, "text_area", "notitie", werkplein).input(notitie)
    field(at, "button", button, werkplein).click()
    return at.run()


def test_the_counts_are_as_published_and_add_up_to_n(landkaart_2009):
    at = visit("indicatie")

    assert not at.exception
    assert options(at) == [
        "Haalt het dit jaar (45)",
        "Haalt het volgend jaar (59)",
        "Haalt het niet (19)",
        "Sluit (2)",
        "Nog geen oordeel (0)",
    ]
    assert "dat **45 werkpleinen** het dit jaar halen. Over elk werkplein is een oordeel gegeven" in texts(at)
    assert "125 werkpleinen; oordelen zoals ze nu zijn, scores van de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)


def test_what_was_expected_a_year_before_stands_beside_it(landkaart_2009):
    """Three tertalen: 2008-2 beside 2009-2."""
    by = sign_in_as("ako")
    give(by, "alkmaar", Indicatie.DIT_JAAR, "2008-2")
    give(by, "bladel", Indicatie.DIT_JAAR, "2008-3")

    [table] = [each.value for each in visit("indicatie", tertaal="2009-2", oordeel="niet").dataframe if "Band" in each.value]

    earlier = dict(zip(table["Werkplein"], table["Jaar eerder"], strict=True))
    assert (earlier["Alkmaar"], earlier["Bladel"]) == ("haalt het dit jaar", "–")


def test_a_count_opens_its_names_and_a_link_does_too(landkaart_2009):
    names = visit("indicatie", oordeel="niet").dataframe[0].value

    assert names["Werkplein"].to_list() == NOT_MAKING_IT
    harderwijk = names.set_index("Werkplein").loc["Harderwijk"]
    assert harderwijk.to_dict() == {
        "Score": 30,
        "Band": "▼ Niet",
        "Verschil": "−7",
        "Actualiteit": "in deze uitvraag bijgewerkt",
        "Gegeven op": "uit een bestand",
    }


def test_where_judgement_and_score_do_not_agree_it_says_why(landkaart_2009):
    at = visit("indicatie")

    table = at.dataframe[0].value.set_index("Werkplein")
    assert list(table.index) == ["Amsterdam Zuid/Oudwest", "Tilburg", "West Friesland"]
    assert table["Waarom"]["Tilburg"] == "Het AKO verwacht: haalt het dit jaar. De score daalde: nu 73%, vorig tertaal 80%."


def test_while_nothing_was_judged_it_does_not_say_that_all_oordelen_fit(landkaart_2009):
    by = sign_in_as("ako")

    before = texts(visit("indicatie", tertaal=OPEN))
    give(by, "almelo", Indicatie.VOLGEND_JAAR)
    after = texts(visit("indicatie", tertaal=OPEN))

    none, fits = (
        "Er is nog geen oordeel gegeven, dus er is niets om naast de scores te leggen.",
        "elk oordeel dat er is, past",
    )
    assert (none in before, fits in before) == (True, False)
    assert (none in after, fits in after) == (False, True)


def test_only_the_ako_judges(landkaart_2009):
    assert "Beoordelen" in texts(visit("indicatie", rol="ako"))
    assert not [rol for rol in ("lezer", "beheer", "werkplein") if "Beoordelen" in texts(visit("indicatie", rol=rol))]


def test_who_judges_sees_where_it_stands_and_what_it_got_before(landkaart_2009):
    at = visit("indicatie", rol="ako", tertaal=OPEN, werkplein="harderwijk")

    assert "Harderwijk: **30%** " in texts(at)
    assert "even hoog als vorig tertaal; verouderd (" in texts(at)
    assert "Oordeel in het jaar ervoor: 2009-2 haalt het niet." in texts(at)


def test_a_judgement_is_kept_and_read_back(landkaart_2009):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    at = visit("indicatie", sessie=by.sessie_id, tertaal=OPEN, werkplein="alkmaar")

    judge(at, "haalt het niet", notitie="Te weinig *mensen*.")

    assert kept() == ("niet", "Te weinig *mensen*.", by.naam)
    assert "haalt het niet, door Iemand van het AKO op 1 december 2009." in at.success[0].value
    assert "Haalt het niet (1)" in options(at)


def test_saving_and_going_on_brings_the_next_one_without_a_judgement(landkaart_2009):
    by = sign_in_as("ako")
    give(by, "almelo", Indicatie.SLUIT)
    at = visit("indicatie", sessie=by.sessie_id, tertaal=OPEN)
    assert "Over **124** is nog geen oordeel gegeven" in texts(at)

    next(each for each in at.button if each.label == "Begin bij de eerste zonder oordeel").click().run()
    judge(at, "haalt het dit jaar", button="volgende")

    assert kept()[0] == "dit_jaar"
    assert at.selectbox(key="bekeken").value == "almere"
    assert "Alkmaar: haalt het dit jaar, opgeslagen om " in texts(at)


def test_a_judgement_can_be_taken_back(landkaart_2009):
    by = sign_in_as("ako")
    give(by, "alkmaar", Indicatie.NIET)
    at = visit("indicatie", sessie=by.sessie_id, tertaal=OPEN, werkplein="alkmaar")

    field(at, "button", "terug").click().run()

    assert kept() is None
    assert "het oordeel is teruggenomen." in at.success[0].value


def test_what_a_colleague_gave_meanwhile_is_shown_and_not_overwritten(landkaart_2009):
    by, other = sign_in_as("ako"), sign_in_as("ako", naam="Een collega")
    at = visit("indicatie", sessie=by.sessie_id, tertaal=OPEN, werkplein="alkmaar")
    give(other, "alkmaar", Indicatie.SLUIT)

    judge(at, "haalt het niet", notitie="Mijn notitie.")

    assert kept() == ("sluit", None, other.naam)
    assert "Intussen staat hier iets anders: sluit (Een collega)." in at.error[0].value
    assert field(at, "text_area", "notitie").value == "Mijn notitie."

    field(at, "button", "opslaan").click().run()
    assert kept() == ("niet", "Mijn notitie.", by.naam)


def test_before_anybody_submitted_there_is_nothing_to_judge(landkaart_2009):
    with write_session() as session:
        moment = session.exec(select(models.Uitvraag).where(models.Uitvraag.tertaal == "2008-1")).one()
        values = {name: getattr(moment, name) for name in ("opent", "herinnering", "sluit", "actueel_vanaf")}
        session.add(models.Uitvraag(tertaal="2007-3", **values))

    at = visit("indicatie", rol="ako", tertaal="2007-3")

    assert not at.exception
    assert "In 2007-3 heeft nog geen enkel werkplein een stand." in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    assert "Er zijn nog geen gegevens" in texts(visit("indicatie"))
