import pytest

from pages.page_title import page_title


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("Respons", None, "2009-3"), "Respons 2009-3 - SUWI-landkaart"),
        (("Landelijk beeld", "2009-2", None), "Landelijk beeld 2009-2 - SUWI-landkaart"),
        (("Hoe het telt", None, None), "Hoe het telt - SUWI-landkaart"),
        (("Respons", "2009-4", "<b>"), "Respons - SUWI-landkaart"),
    ],
)
def test_a_page_is_called_after_its_screen_and_the_tertaal_that_it_is_about(given, shown):
    assert page_title(*given) == shown
