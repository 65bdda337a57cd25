import pytest

from landkaart.screens import DEFAULT
from tests.steps.accounts import make_account, open_session


@pytest.mark.parametrize("query", ["", "?tertaal=2009-1"])
def test_who_types_the_name_of_the_default_page_comes_there_with_his_choices(visitor, query):
    visitor.cookies.set("sessie", open_session(make_account("lezer")))

    answer = visitor.get(f"{DEFAULT.path}{query}")

    assert (answer.status_code, answer.headers["location"]) == (307, f"/{query}")


def test_who_is_not_in_is_led_to_the_sign_in_first(visitor):
    assert visitor.get(DEFAULT.path, headers={"accept": "text/html"}).headers["location"] == "/inloggen?next=/begin"
