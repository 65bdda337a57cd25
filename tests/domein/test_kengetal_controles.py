"""What follows from the printed figures, beside what is printed; those of 2009 beside the list that came with them."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from landkaart.domein.kengetal_controles import Controle, controles
from tests.steps.kengetallen import kengetal, kengetallen_2009

LISTED = Path(__file__).parents[1] / "omgeving" / "controles.csv"
IN_BAAN = "re-integratieondersteuning in een baan gestarte voormalig werklozen"
GEDEELD, ONDERDELEN = "Realisatie gedeeld door streefwaarde, 2009 t/m aug", "Som van de onderdelen is programma uitgaven"
# How we call what stands under another name in the list.
CALLED = {
    "uitstroom: WW + WWB + nug = totaal": "Som van de groepen, 2009 t/m aug: Werkzoekenden uitgestroomd naar werk",
    "uitstroom: realisatie / streefwaarde": f"{GEDEELD}: Werkzoekenden uitgestroomd naar werk",
    "preventie: realisatie / streefwaarde": f"{GEDEELD}: Preventie WW",
    "frictie: realisatie / streefwaarde": f"{GEDEELD}: Frictiewerkloosheid WW",
    "standcijfers: niet-werkende, 2006 min juli 2009": "Niet-werkende werkzoekenden: ultimo 2006 min ultimo juli 2009",
    "standcijfers: WW, 2006 min juli 2009": "WW-uitkeringen: ultimo 2006 min ultimo juli 2009",
    "standcijfers: AG, 2006 min juli 2009": "AG-uitkeringen: ultimo 2006 min ultimo juli 2009",
    "standcijfers: WWB, 2006 min juli 2009": "WWB-uitkeringen (<65): ultimo 2006 min ultimo juli 2009",
    "kabinetsdoelstelling: WW + AG": "Kabinetsdoelstelling: WW en AG samen",
    "kabinetsdoelstelling: 21 van 210": "Kabinetsdoelstelling: daling WW en AG van 210",
    "kabinetsdoelstelling: 28 van (301 - 227)": "Kabinetsdoelstelling: daling WWB van (301 − 227)",
    "kabinetsdoelstelling: 69 van 200": "Kabinetsdoelstelling: daling niet-werkende werkzoekenden van 200",
    "BVG: 130 - 97": "BVG: gepland min locaties waarin WERKbedrijf blijft",
    "47.1: som van de onderdelen = programma-uitgaven = uitgaven": f"{ONDERDELEN}, en dat is uitgaven",
    "47.1: realisatie 2012 - begroting 2012 = verschil": "47.1 Realisatie 2012 min begroting 2012 is het verschil",
    "47.2: som van de onderdelen = programma-uitgaven": f"{ONDERDELEN}, en dat met nominaal is uitgaven",
    "47.2: realisatie 2012 - begroting 2012 = verschil": "47.2 Realisatie 2012 min begroting 2012 is het verschil",
    "47.5: som van de groepen 2010": f"Som van de groepen, 2010: Zonder {IN_BAAN}",
    "47.5: som van de groepen 2011": f"Som van de groepen, 2011: Zonder {IN_BAAN}",
    "47.5: som van de groepen 2012-1": f"Som van de groepen, 2012 1e halfjaar: Zonder {IN_BAAN}",
    "47.7: som van de groepen 2011": f"Som van de groepen, 2011: Na {IN_BAAN}",
    "47.7: som van de groepen 2012-1": f"Som van de groepen, 2012 1e halfjaar: Na {IN_BAAN}",
    "box 4: stijging van 26 naar 50": "Box 4: stijging van de uitstroom van 2002 naar het 1e halfjaar van 2005",
    "box 4: gestarte banen, som van de groepen": "Som van de groepen, 2007: Gestarte banen",
    "box 4: zonder ondersteuning, som van de groepen": "Som van de groepen, 2007: Zonder re-integratieondersteuning",
    "box 4: met ondersteuning, som van de groepen": "Som van de groepen, 2007: Met re-integratieondersteuning",
    "box 4: zonder + met = gestarte banen": "Box 4: zonder en met ondersteuning samen zijn de gestarte banen",
    "besteding W-budget: som van de aandelen": "Som van de aandelen, 2006",
    'artikel 47, tekst: "22% meer niet-werkende werkzoekenden in 2011 dan in 2012"': (
        "Artikel 47, tekst: 22% meer niet-werkende werkzoekenden in 2011 dan in 2012"
    ),
    "artikel 47, tekst: vacatures 2012 tegenover 2011": "Artikel 47, tekst: ingediende vacatures in 2012 tegenover 2011",
    "artikel 47, tekst: 48 is 19% van wie in een baan startte": (
        "Artikel 47, tekst: aandeel met ondersteuning van wie in een baan startte"
    ),
    "artikel 47, tekst: 142 van 202 met WW": "Artikel 47, tekst: aandeel met WW van wie zonder ondersteuning startte",
    "artikel 47, tekst: 29.000 bijstandsontvangers is 69%": (
        "Artikel 47, tekst: aandeel met ondersteuning van de bijstandsontvangers die startten"
    ),
}
# The list has the two figures where we have what the sentence claims, from 2012 to 2011.
OTHERWISE = 'artikel 47, tekst: "22% meer niet-werkende werkzoekenden in 2011 dan in 2012"'
# What the list has not: a row of table 47.7 that is a part of another one.
MORE = {
    "Som van de groepen, 2011: waarvan met loonkostensubsidie": False,
    "Som van de groepen, 2012 1e halfjaar: waarvan met loonkostensubsidie": True,
}


def found_2009() -> dict[str, Controle]:
    """By what it is; two tables have one of the same name."""
    made = controles(kengetallen_2009())
    names = [f"{each.tabel} {each.wat}" if each.wat.startswith("Realisatie 2012") else each.wat for each in made]
    assert len(set(names)) == len(names)
    return dict(zip(names, made, strict=True))


def listed() -> list[dict[str, str]]:
    with LISTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_controle_of_the_list_is_computed_and_nothing_else_but_two():
    assert set(CALLED) == {row["wat"] for row in listed()}
    assert set(found_2009()) == set(CALLED.values()) | set(MORE)


@pytest.mark.parametrize("row", listed(), ids=lambda row: row["wat"][:50])
def test_a_controle_agrees_or_not_as_the_list_says(row):
    assert found_2009()[CALLED[row["wat"]]].klopt is (row["klopt"] == "ja")


def test_10_of_the_33_do_not_agree_and_one_of_the_two_that_we_add():
    found = found_2009()

    assert sum(not found[CALLED[row["wat"]]].klopt for row in listed()) == 10
    assert {name: found[name].klopt for name in MORE} == MORE


@pytest.mark.parametrize("row", [row for row in listed() if row["wat"] != OTHERWISE], ids=lambda row: row["wat"][:50])
def test_a_controle_gives_the_figure_of_the_list(row):
    found = found_2009()[CALLED[row["wat"]]]
    given = row["berekend"].rpartition("= ")[2]

    if found.eenheid:
        assert given == f"{found.keren} {found.eenheid}"
    else:
        assert round(found.berekend, 1) == Decimal(given.rstrip("%").replace(",", "."))


def test_the_sentence_with_the_direction_the_wrong_way_round_is_judged_as_it_stands():
    found = found_2009()[CALLED[OTHERWISE]]

    assert (round(found.berekend, 1), found.gedrukt, found.klopt) == (Decimal("-17.8"), 22, False)
    assert "omgekeerd" in found.toelichting


def groups(total: str, *parts: str, **changed: str):
    return [kengetal(total, **changed), *(kengetal(part, uitsplitsing=f"g{n}", **changed) for n, part in enumerate(parts))]


@pytest.mark.parametrize(
    ("total", "parts", "klopt", "note"),
    [
        ("10", ("4", "6"), True, ""),
        ("11", ("4", "6"), False, "verschil van 1 kan afronding zijn"),
        ("12", ("4", "6"), False, ""),  # Two rounded figures and a rounded total are at most 1,5 off.
        ("10", ("4", "6", "0"), True, ""),
    ],
)
def test_groups_add_up_to_their_total_or_do_not(total, parts, klopt, note):
    [found] = controles(groups(total, *parts))

    assert (found.klopt, found.toelichting) == (klopt, note)


@pytest.mark.parametrize(
    "given", [("10", "4", "n.b."), ("n.b.", "4", "6"), ("10", "10")], ids=["part", "total", "one group"]
)
def test_what_is_not_available_is_no_0_and_one_group_is_no_sum(given):
    assert controles(groups(*given)) == []


@pytest.mark.parametrize("unit", ["%", "cijfer 1-10"])
def test_percentages_and_marks_are_not_added_up(unit):
    assert controles(groups("10", "4", "6", eenheid=unit)) == []


def test_a_percentage_is_held_against_its_target_as_it_was_rounded():
    printed = [kengetal("8617"), kengetal("14385", soort="streefwaarde"), kengetal("60", soort="percentage", eenheid="%")]

    [found] = controles(printed)

    assert (round(found.berekend, 1), found.gedrukt, found.klopt) == (Decimal("59.9"), 60, True)


def test_a_percentage_of_a_target_of_0_is_not_computed():
    assert controles([kengetal("5"), kengetal("0", soort="streefwaarde"), kengetal("0", soort="percentage")]) == []


@pytest.mark.parametrize(("noot", "computed"), [("", -69), ("een daling staat als positief getal", 69)])
def test_a_fall_is_printed_with_a_minus_unless_its_note_says_otherwise(noot, computed):
    change = kengetal("69", periode="2009", soort="verschil met 2006", noot=noot)

    [found] = controles([kengetal("554", periode="2006"), kengetal("485"), change])

    assert (found.berekend, found.klopt) == (computed, computed == 69)


def row(indicator: str, done: str, planned: str, verschil: str):
    return [kengetal(value, indicator=indicator, soort=soort) for value, soort in
            ((done, "realisatie"), (planned, "begroting"), (verschil, "verschil"))]  # fmt: skip


def test_rows_that_agree_are_told_together_and_one_that_does_not_by_itself():
    found = controles([*row("A", "5", "3", "2"), *row("B", "5", "5", "0"), *row("C", "5", "3", "1")])

    assert [(each.klopt, each.keren, each.wat) for each in found] == [
        (True, 2, "Realisatie 2009 min begroting 2009 is het verschil"),
        (False, 1, "Realisatie 2009 min begroting 2009 is het verschil: C"),
    ]


def share(waarde: str, indicator: str):
    return kengetal(waarde, indicator=indicator, soort="aandeel", eenheid="%")


@pytest.mark.parametrize(
    ("parts", "klopt", "note"),
    [(("60", "40"), True, ""), (("60,1", "40,0"), False, "afronding"), (("60", "50"), False, "")],
)
def test_shares_of_a_whole_add_up_to_100(parts, klopt, note):
    [found] = controles([share(value, str(number)) for number, value in enumerate(parts)])

    assert (found.klopt, found.toelichting) == (klopt, note)


def column(periode: str, totaal: str, uitgaven: str, *parts: str):
    head = [kengetal(uitgaven, tabel="47.1", indicator="Uitgaven", periode=periode)]
    head += [kengetal(totaal, tabel="47.1", indicator="Programma uitgaven", periode=periode)]
    return head + [
        kengetal(part, tabel="47.1", indicator=str(n), onderdeel="Doel 1", periode=periode) for n, part in enumerate(parts)
    ]


def test_a_budget_adds_up_in_each_of_its_columns():
    found = controles(
        [*column("2008", "5", "5", "2", "3"), *column("2009", "9", "9", "2", "3"), *column("2010", "5", "6", "5")]
    )

    assert [(each.klopt, each.wat) for each in found] == [
        (True, "Som van de onderdelen is programma uitgaven, en dat is uitgaven"),
        (True, "Som van de onderdelen is programma uitgaven"),
        (False, "Som van de onderdelen is programma uitgaven, en dat is uitgaven: 2009 realisatie"),
        (False, "Programma uitgaven is uitgaven: 2010 realisatie"),
    ]


def test_a_budget_with_a_cell_that_is_not_available_is_not_added_up():
    assert controles(column("2008", "5", "5", "2", "n.b.")) == []


def test_no_figures_no_controles():
    assert controles([]) == []
