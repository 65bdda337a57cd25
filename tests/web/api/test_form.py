"""What a page gives to the form, and the list for who has more than one werkplein."""

from datetime import timedelta

from db.actions.uitzonderingen import give_uitstel
from db.engine import read_session
from landkaart.domein.catalogus import catalogus
from landkaart.rapport import formulier as sentences
from landkaart.web.api.form import account_key, data_of, overview
from tests.steps.forms import manager, somebody, who_has
from tests.steps.perform import perform
from tests.steps.small_landkaart import CODES, NU, SLUIT, VISIE


def shown(form, make, *what):
    with read_session() as session:
        return make(session, *what, who_has(form.token))


def test_the_form_gets_the_four_sentences_of_every_mijlpaal_and_what_was_said_last_time(form):
    data = shown(form, data_of, "assen", NU)

    found = {each["code"]: each for fase in data["fasen"] for each in fase["mijlpalen"]}
    assert list(found) == list(CODES)
    assert [band["zin"] for band in found[VISIE]["banden"]] == list(catalogus()[VISIE].banden)
    assert found[VISIE]["vorige"] == {
        "band": "niet",
        "label": "Niet",
        "toelichting": "Nog niet.",
        "tertaal": "2009-1",
        "reconstructie": False,
    }


def test_what_can_change_is_not_given_along_but_asked(form):
    before = shown(form, data_of, "assen", NU)

    form.save(f"band/{VISIE}", "volledig")

    assert shown(form, data_of, "assen", NU) == before
    assert not before.keys() & form.state().keys()


def test_who_never_submitted_has_no_last_time(open_round):
    breda = manager("breda")

    data = shown(breda, data_of, "breda", NU)

    assert {each["vorige"] for fase in data["fasen"] for each in fase["mijlpalen"]} == {None}


def test_accounts_are_told_apart_without_saying_whose_they_are(open_round):
    anja, bert = manager(naam="Anja"), manager(naam="Bert")
    keys = {account_key(who_has(each.token)) for each in (anja, bert)}

    assert len(keys) == 2
    assert account_key(who_has(anja.token)) in keys
    assert not any(each.isdecimal() or "@" in each for each in keys)


def test_what_was_typed_under_one_account_is_not_saved_under_the_next(form):
    colleague = manager(naam="Bert")
    key = account_key(who_has(form.token))

    assert form.save(f"band/{VISIE}", "niet", **{"x-account": key}).status_code == 200
    for answer in (
        colleague.save(f"toelichting/{VISIE}", "Van Anja", **{"x-account": key}),
        colleague.get(**{"x-account": key}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "sessie")
    assert form.field(f"toelichting/{VISIE}")["waarde"] == ""


def test_the_list_says_of_each_werkplein_how_far_it_is_and_until_when(open_round):
    both = somebody("werkplein", ["assen", "breda"])
    both.save(f"band/{VISIE}", "niet")

    lines = shown(both, overview)

    assert [(line["werkplein"], line["tertaal"], line["beoordeeld"], line["van"]) for line in lines] == [
        ("assen", "2009-2", 1, 14),
        ("breda", "2009-2", 0, 14),
    ]
    assert lines[0]["zin"] == f"1 van 14 beoordeeld; invullen en indienen kan {lines[0]['sluit']}."


def test_the_list_says_that_what_was_changed_since_does_not_count_yet(open_round):
    assen = somebody("werkplein", ["assen"])
    for code in catalogus().codes:
        assen.save(f"band/{code}", "niet")
    assen.post(
        "indien", {"gezien": {name: veld["versie"] for name, veld in assen.state()["velden"].items() if veld["versie"]}}
    )
    [submitted] = shown(assen, overview)
    assen.save(f"band/{VISIE}", "volledig", assen.field(f"band/{VISIE}")["versie"])

    [changed] = shown(assen, overview)

    assert [(line["ingediend"], line["gewijzigd"]) for line in (submitted, changed)] == [(True, False), (True, True)]
    assert changed["zin"].startswith("Ingediend, en daarna gewijzigd: dat telt pas mee als u opnieuw indient.")


def test_who_has_uitstel_closes_later_and_who_has_nothing_to_do_says_so(open_round, set_clock):
    tot = (SLUIT + timedelta(days=9)).replace(tzinfo=None) + timedelta(hours=2)
    perform(give_uitstel, werkplein="breda", tertaal=NU, tot=tot, reden="Ziek.")
    set_clock(SLUIT)
    both = somebody("werkplein", ["assen", "breda"])

    lines = shown(both, overview)

    assert [(line["werkplein"], line["tertaal"]) for line in lines] == [("breda", "2009-2"), ("assen", None)]
    assert lines[1]["zin"] == "Nu niets in te vullen."


def test_who_fills_in_nothing_has_no_list(open_round):
    assert shown(somebody("ako"), overview) == []


def test_half_a_year_is_written_out():
    assert sentences.periode(NU) == "mei t/m augustus 2009"
