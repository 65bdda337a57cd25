import pytest

from landkaart.web.default_page import NAAM
from pages.contents import LANDELIJK
from tests.accounts import make_account, open_session


@pytest.mark.parametrize("query", ["", "?tertaal=2009-1"])
def test_who_types_the_name_of_the_default_page_comes_there_with_his_choices(visitor, query):
    visitor.cookies.set("sessie", open_session(make_account("lezer")))

    answer = visitor.get(f"{NAAM}{query}")

    assert (answer.status_code, answer.headers["location"]) == (307, f"/{query}")


def test_its_name_is_that_of_its_file_as_with_every_other_page():
    assert f"{NAAM}.py" == f"/{LANDELIJK.file}"


def test_who_is_not_in_is_led_to_the_sign_in_first(visitor):
    assert visitor.get(NAAM, headers={"accept": "text/html"}).headers["location"] == "/inloggen?next=/landelijk"
