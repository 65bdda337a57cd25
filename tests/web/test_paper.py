"""The form on paper: to write on, and as the record of what was submitted."""

import re
from html import unescape

import pytest

from db.actions.vragen import add_vraag
from landkaart.domein.catalogus import catalogus
from tests.steps.forms import Form, manager, somebody
from tests.steps.perform import perform
from tests.steps.small_landkaart import CODES, NU, VISIE


def text_of(answer) -> str:
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]+>", " ", answer.text)))


def submitted(form) -> None:
    form.post("bevestig", {"mijlpalen": list(CODES)})
    form.submit()


def test_it_has_all_sentences_of_all_mijlpalen_with_last_times_choice_marked(form):
    answer = form.client.get(form.paper)

    said = text_of(answer)
    for mijlpaal in catalogus().mijlpalen:
        assert mijlpaal.titel in said
        assert all(sentence in said for sentence in mijlpaal.banden)
    assert answer.text.count("▸</span>") == 14
    assert answer.text.count("×") == 0
    assert "Vorige keer: Nog niet." in said
    assert answer.text.count('class="regels"') == 14


def test_who_never_submitted_has_a_clean_form(open_round):
    answer = manager("breda").client.get("/formulier/breda/2009-2")

    assert "Er is geen eerdere invulling." in text_of(answer)
    assert "▸</span>" not in answer.text


def test_what_is_on_the_screen_does_not_stand_on_the_form_to_write_on(form):
    form.save(f"band/{VISIE}", "volledig")
    form.save(f"toelichting/{VISIE}", "Nog geheim")

    answer = form.client.get(form.paper)

    assert "×" not in answer.text
    assert "Nog geheim" not in answer.text


def test_the_record_has_what_was_submitted_and_who_signed_it(form):
    submitted(form)
    form.post("akkoord", {"versie": 1})
    form.save(f"band/{VISIE}", "volledig", form.field(f"band/{VISIE}")["versie"])

    answer = form.client.get(f"{form.paper}?versie=1")

    said = text_of(answer)
    assert "Versie 1, ingediend op 3 augustus 2009 om 14:30 door Anja." in said
    assert "Score: 92%. ▸ is de keuze van de vorige keer (2009-1)." in said
    assert answer.text.count("×") == 14
    assert "Akkoord Anja, 3 augustus 2009 om 14:30" in said
    assert 'class="regels"' not in answer.text


def test_what_was_typed_is_text(form):
    nasty = "<img src=x onerror=alert(1)> {{7*7}}"
    form.save(f"toelichting/{VISIE}", nasty)
    perform(add_vraag, tertaal=NU, tekst="<b>Lukt het?</b>")
    submitted(form)

    for page in (form.paper, f"{form.paper}?versie=1"):
        assert "<img" not in form.client.get(page).text
        assert "<b>" not in form.client.get(page).text
    assert nasty in text_of(form.client.get(f"{form.paper}?versie=1"))


@pytest.mark.parametrize("versie", ["2", "0", "-1", "x", "1.0", "9" * 50, ""])
def test_a_version_that_there_is_not(form, versie):
    submitted(form)

    answer = form.client.get(f"{form.paper}?versie={versie}")

    assert (answer.status_code, answer.text) == (
        404,
        "Dit formulier bestaat niet. Ga terug naar Invullen en kies uw werkplein.",
    )


@pytest.mark.parametrize("path", ["/formulier/assen/2031-1", "/formulier/assen/x", "/formulier/assen/2031-1.xlsx"])
def test_a_form_that_there_is_not(form, path):
    assert form.client.get(path).status_code == 404


@pytest.mark.parametrize("suffix", ["", ".xlsx", "?versie=1"])
@pytest.mark.parametrize(("rol", "own"), [("werkplein", ["breda"]), ("ako", []), ("beheer", []), ("lezer", [])])
def test_only_who_may_fill_it_in_gets_it(open_round, suffix, rol, own):
    answer = somebody(rol, own).client.get(f"/formulier/assen/2009-2{suffix}")

    assert (answer.status_code, answer.text) == (403, "U mag de landkaart van dit werkplein niet invullen.")


def test_who_is_not_in_is_led_to_the_sign_in_and_back(open_round):
    answer = Form().client.get("/formulier/assen/2009-2", headers={"accept": "text/html"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/inloggen?next=/formulier/assen/2009-2")


def test_the_button_has_a_script_of_our_own_that_the_policy_allows(form):
    page = form.client.get(form.paper)
    [address] = re.findall(r'<script src="([^"]+)"', page.text)

    assert form.client.get(address).headers["content-type"] == "text/javascript; charset=utf-8"
    assert "onclick" not in page.text
