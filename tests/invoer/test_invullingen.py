from datetime import date

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.tertaal import Tertaal
from tests.steps.files import SCORES, as_csv, faults, read, scores, write


def deliver(tmp_path, *invullingen, header=SCORES):
    return write(tmp_path, "scores.csv", as_csv(header, [row for rows in invullingen for row in rows]))


def test_fourteen_rows_make_one_invulling_in_catalogue_order(tmp_path):
    rows = scores("assen", "2009-2", "2009-08-03", "volledig")
    rows[0][4] = "niet"
    found = read(deliver(tmp_path, rows[::-1])).invullingen

    assert [(each.werkplein, each.tertaal, each.ingevuld_op) for each in found] == [
        ("assen", Tertaal(2009, 2), date(2009, 8, 3))
    ]
    assert list(found[0].banden) == list(catalogus().codes)
    assert list(found[0].banden.values()) == [Band.NIET] + [Band.VOLLEDIG] * 13
    assert (found[0].toelichtingen, found[0].bestand, found[0].regel) == ({}, "scores.csv", 2)


def test_only_what_was_explained_has_a_toelichting(tmp_path):
    rows = [[*row, ""] for row in scores()]
    rows[3][5] = "  in\tconcept ".replace("\t", " ")
    found = read(deliver(tmp_path, rows, header=[*SCORES, "toelichting"])).invullingen

    assert found[0].toelichtingen == {"ketenjaarplan": "in concept"}


def test_the_rows_of_two_invullingen_may_stand_mixed(tmp_path):
    mixed = [row for pair in zip(scores("assen"), scores("ede"), strict=True) for row in pair]
    found = read(deliver(tmp_path, mixed)).invullingen

    assert [(each.werkplein, each.regel) for each in found] == [("assen", 2), ("ede", 3)]


def test_missing_mijlpalen_are_named_at_the_first_row_of_the_invulling(tmp_path):
    rows = [row for row in scores("ede") if row[3] not in ("ketenjaarplan", "integrale-teams")]
    path = deliver(tmp_path, scores("assen"), rows)

    assert faults(path) == [
        "scores.csv, regel 16, kolom mijlpaal: "
        "de invulling van ede over 2009-2 mist 2 van de 14 mijlpalen: ketenjaarplan, integrale-teams."
    ]
    assert [each.werkplein for each in read(path).invullingen] == ["assen"]


def test_a_mijlpaal_twice_names_both_lines(tmp_path):
    rows = scores()

    assert faults(deliver(tmp_path, rows, [rows[3]])) == [
        "scores.csv, regel 16, kolom mijlpaal: ‘ketenjaarplan’ van assen over 2009-2 staat ook op regel 5."
    ]


def test_an_invulling_that_stands_there_twice_is_one_fault(tmp_path):
    assert faults(deliver(tmp_path, scores(), scores("breda"), scores())) == [
        "scores.csv, regel 30, kolom mijlpaal: de invulling van assen over 2009-2 staat er vaker in: op regel 2 t/m 15, en "
        "nog eens op regel 30 t/m 43. Laat van elke mijlpaal één regel staan."
    ]


def test_the_name_that_is_meant_is_said_of_every_row(tmp_path):
    rows = [[*row[:3], "ketenjaarpln", row[4]] for row in scores()] * 20

    [said] = {fault.reden for fault in read(deliver(tmp_path, rows)).faults}

    assert said.endswith("Is ketenjaarplan bedoeld?")


def test_an_invulling_has_one_day_and_the_first_other_one_is_named(tmp_path):
    rows = scores()
    rows[5][2] = rows[9][2] = "2009-08-04"

    assert faults(deliver(tmp_path, rows)) == [
        "scores.csv, regel 7, kolom ingevuld_op: "
        "hier staat 2009-08-04, op regel 2 2009-08-03. Een invulling heeft één datum."
    ]


def test_a_cell_that_cannot_be_read_is_one_fault_and_no_missing_mijlpaal(tmp_path):
    rows = scores()
    rows[4][4] = "half"
    rows[5][3] = "ketenplan"
    path = deliver(tmp_path, rows)

    assert [(fault.regel, fault.kolom) for fault in read(path).faults] == [(6, "band"), (7, "mijlpaal")]
    assert read(path).invullingen == ()


def test_a_missing_mijlpaal_is_named_beside_a_cell_that_cannot_be_read(tmp_path):
    rows = scores()
    rows[4][3] = "ketenplan"

    assert [(fault.regel, fault.kolom) for fault in read(deliver(tmp_path, rows[:-1])).faults] == [
        (2, "mijlpaal"),
        (6, "mijlpaal"),
    ]


def test_every_cell_that_is_wrong_in_a_row_is_named(tmp_path):
    path = write(tmp_path, "scores.csv", as_csv(SCORES, [["Assen", "2009-4", "", "x", "half"]]))

    assert [(fault.regel, fault.kolom) for fault in read(path).faults] == [(2, name) for name in SCORES]


def test_no_more_than_ten_thousand_faults_are_kept(tmp_path):
    bad = [["Assen", "2009-4", "", "x", "half"]] * 5_000
    alone = [[f"w{number}", "2009-2", "2009-08-03", "ketenjaarplan", "niet"] for number in range(30_000)]
    doubled = [["assen", "2009-2", "2009-08-03", "ketenjaarplan", "niet"]] * 30_000
    narrow = [["assen"]] * 30_000

    for rows in (bad, alone, narrow):
        assert len(read(deliver(tmp_path, rows)).faults) == 10_000
    assert len(read(deliver(tmp_path, doubled)).faults) == 2
    assert len(read(deliver(tmp_path, narrow[:9_999])).faults) == 9_999


def test_of_an_invulling_that_is_not_whole_is_kept_what_could_be_read(tmp_path):
    rows = [*scores()[:13], *scores("ede", "2009-9"), *scores("a b", day="2009-08-04"), *scores("breda", day="morgen")]
    found = read(deliver(tmp_path, rows))

    assert [(part.werkplein, part.tertaal, part.ingevuld_op, part.regel) for part in found.parts] == [
        ("assen", Tertaal(2009, 2), date(2009, 8, 3), 2),
        ("ede", None, date(2009, 8, 3), 15),
        (None, Tertaal(2009, 2), date(2009, 8, 4), 29),
        ("breda", Tertaal(2009, 2), None, 43),
    ]
    assert [(loose.werkplein, loose.regel) for loose in found.loose] == [("assen", 2), ("ede", 15), ("breda", 43)]
