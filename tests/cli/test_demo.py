"""`demo`: the landkaart of 2009, once, and never on top of something else."""

from tests.steps.small_landkaart import everything, keep, make_werkplein

OTHER_DATA = (
    "Deze database bevat al andere gegevens; daar komt de landkaart van 2009 niet bij. "
    "Kies met DATABASE_URL een nieuwe database."
)


def test_it_loads_once(database, landkaart):
    first = landkaart("demo")
    once = everything()
    second = landkaart("demo")

    assert (first.status, first.out, first.err) == (0, ["De landkaart van 2009 is geladen."], [])
    assert (second.status, second.out, second.err) == (0, ["De landkaart van 2009 stond er al."], [])
    assert everything() == once


def test_other_data_are_left_alone_and_it_says_so(database, landkaart):
    keep(make_werkplein("assen"))
    before = everything()

    said = landkaart("demo")

    assert (said.status, said.out, said.err) == (1, [], [OTHER_DATA])
    assert everything() == before


def test_as_a_first_step_it_may_be_passed_over(database, landkaart):
    keep(make_werkplein("assen"))
    before = everything()

    said = landkaart("demo", "--als-leeg")

    assert (said.status, said.out, said.err) == (0, ["Overgeslagen."], [])
    assert everything() == before


def test_as_a_first_step_it_loads_into_an_empty_database(database, landkaart):
    assert landkaart("demo", "--als-leeg").out == ["De landkaart van 2009 is geladen."]
    assert landkaart("demo", "--als-leeg").out == ["De landkaart van 2009 stond er al."]


def test_a_broken_database_is_not_passed_over(tmp_path, monkeypatch, landkaart):
    path = tmp_path / "landkaart.db"
    path.write_text("Beste collega,")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")

    said = landkaart("demo", "--als-leeg")

    assert (said.status, said.out) == (1, [])
    assert said.err == [f"{path} is geen SQLite-database of is beschadigd. Zet een reservekopie terug."]
