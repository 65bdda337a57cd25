import pytest

from landkaart.domein.overgangen import Overgangen
from landkaart.domein.stand import empty_stand
from landkaart.domein.vergelijking import Richting, Vergelijking
from tests.steps.factories import row_with, stand

ALMOST = row_with("3", klantverbetercyclus=2)


def test_who_came_and_who_left_stand_beside_the_bands():
    before = stand(a="0", b="1", gone="3")
    now = stand(a="1", b="1", late="2")

    counts = Overgangen(Vergelijking(before, now)).counts()

    assert list(counts.index) == ["niet", "in_ontwikkeling", "gedeeltelijk", "volledig", "nieuw"]
    assert list(counts.columns) == ["niet", "in_ontwikkeling", "gedeeltelijk", "volledig", "verdwenen"]
    assert counts.to_numpy().tolist() == [
        [0, 1, 0, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1],
        [0, 0, 1, 0, 0],
    ]


def test_every_count_opens_its_names():
    found = Overgangen(Vergelijking(stand(a="0", b="1", gone="3"), stand(a="1", b="1", late="2")))

    assert found.who("niet", "in_ontwikkeling") == ["a"]
    assert found.who("in_ontwikkeling", "in_ontwikkeling") == ["b"]
    assert found.who("volledig", "verdwenen") == ["gone"]
    assert found.who("nieuw", "gedeeltelijk") == ["late"]
    assert found.who("nieuw", "verdwenen") == []


def test_the_same_werkplein_crosses_on_one_mijlpaal_and_stays_on_the_total():
    found = Vergelijking(stand(a="3"), stand(a=ALMOST))

    assert Overgangen(found, "klantverbetercyclus").who("volledig", "gedeeltelijk") == ["a"]
    assert Overgangen(found, "Borgen").who("volledig", "gedeeltelijk") == ["a"]
    assert Overgangen(found, "ketenjaarplan").who("volledig", "volledig") == ["a"]


def test_a_total_crosses_on_its_exact_value():
    # 97.57 is not 100.
    assert Overgangen(Vergelijking(stand(a="3"), stand(a=ALMOST))).who("volledig", "gedeeltelijk") == ["a"]


def test_steps_up_and_down_are_counted_without_who_came_or_left():
    before = stand(a="0", b="0", c="3", d="1", gone="0")
    now = stand(a="3", b="1", c="2", d="1", late="3")

    assert Overgangen(Vergelijking(before, now)).steps() == (2, 1, 1)


def test_nobody_crosses_between_two_empty_stands():
    found = Overgangen(Vergelijking(empty_stand(), empty_stand()))

    assert not found.counts().to_numpy().any()
    assert found.steps() == (0, 0, 0)


def test_a_row_that_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        Overgangen(Vergelijking(stand(a="3"), stand(a="3")), "fase-7").counts()


def test_who_went_which_way_is_named():
    found = Vergelijking(stand(a="1", b="1", c="1", gone="3"), stand(a="2", b="0", c="1", late="3"))

    assert {richting: found.who_went(richting) for richting in Richting} == {
        Richting.VOORUIT: ["a"],
        Richting.GELIJK: ["c"],
        Richting.ACHTERUIT: ["b"],
        Richting.NIEUW: ["late"],
    }
    assert found.verdwenen == ["gone"]
    assert list(found.in_both) == ["a", "b", "c"]


def test_who_moved_on_a_mijlpaal_is_named_whatever_the_total_did():
    # One mijlpaal up and another down: the total stays.
    swapped = row_with("1", ketenjaarplan=2, klantverbetercyclus=0)
    found = Vergelijking(stand(a="1", b="1"), stand(a=swapped, b="1"))

    assert found.who_moved("ketenjaarplan", Richting.VOORUIT) == ["a"]
    assert found.who_moved("Borgen", Richting.ACHTERUIT) == ["a"]
    assert found.who_moved("totaal", Richting.GELIJK) == ["a", "b"]
    assert found.who_moved("ketenjaarplan", Richting.GELIJK) == ["b"]


def test_what_moved_some_of_them_is_counted_as_for_all():
    before, now = stand(a="1", b="3"), stand(a="2", b="2")
    fell = Vergelijking(before, now).among(["b"])

    assert set(fell.drijfveren()["gedaald"]) == {1}
    assert set(fell.drijfveren()["gestegen"]) == {0}
    assert fell.aantallen()[Richting.VOORUIT] == 0


def test_every_richting_has_a_sign_and_a_colour_of_its_own():
    assert len({richting.sign for richting in Richting}) == len({richting.colour for richting in Richting}) == 4
