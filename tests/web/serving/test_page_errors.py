import logging
import re

from streamlit.testing.v1 import AppTest

from landkaart.domein.fouten import Gesloten
from landkaart.errors import log_with_number


def script(kind):
    from landkaart.domein.fouten import Gesloten
    from landkaart.web.serving.page_errors import show_error

    show_error(Gesloten("De uitvraag is gesloten.") if kind == "ours" else ZeroDivisionError("geheim"))


def test_a_mistake_that_a_user_can_mend_is_its_own_sentence(caplog):
    at = AppTest.from_function(script, args=("ours",)).run()

    assert at.error[0].value == "De uitvraag is gesloten."
    assert "fout" not in caplog.text


def test_anything_else_is_a_number_on_the_screen_and_the_whole_story_in_the_log(caplog):
    with caplog.at_level(logging.ERROR):
        at = AppTest.from_function(script, args=("other",)).run()

    said = at.error[0].value
    number = re.search(r"[0-9A-F]{6}", said)[0]
    assert "geheim" not in said
    assert f"fout {number}" in caplog.text
    assert "ZeroDivisionError: geheim" in caplog.text


def test_every_error_gets_a_number_of_its_own():
    assert log_with_number(Gesloten("x")) != log_with_number(Gesloten("x"))


def test_the_app_hands_its_errors_to_this_room(database):
    import app

    assert app.app._on_script_error.__name__ == "show_error"
