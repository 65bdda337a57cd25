"""The same as `constraint_orders`, of the report and of what stands in it beside the landkaart."""

NOW = "'2009-08-03 12:30:00'"
BAD_TERTAAL = ("'2009-4'", "'2009-0'", "'2009_2'", "'2009-22'", "'09-2'", "''")
OPZET = f"INSERT INTO rapport_opzet (tertaal, delen, door, gewijzigd_op) VALUES ({{}}, '', 'ako', {NOW})"
RAPPORTTEKST = f"INSERT INTO rapport_tekst (id, tertaal, deel, plek, tekst, door, gewijzigd_op) VALUES ({{}}, 'ako', {NOW})"
KENGETAL = (
    "INSERT INTO kengetal "
    "(id, tertaal, tabel, onderdeel, indicator, uitsplitsing, periode, soort, waarde, eenheid, noot, bron) "
    "VALUES ({}, '', 'Banen', 'totaal', '2009', 'realisatie', '10', 'personen', '', '')"
)
KENGETAL_TEXTS = ("tabel", "indicator", "uitsplitsing", "periode", "soort", "eenheid")
PLAN = "INSERT INTO plan_afspraak (id, nummer, thema, wat, wie, wanneer_plan) VALUES ({}, 'Thema', 'Kijken.', 'UWV', '')"
PLAN_STAND = (
    "INSERT INTO plan_stand (id, afspraak_id, status, wanneer, tekst, op, door, gemaakt_op) "
    f"VALUES ({{}}, 'loopt', '', '', '2009-08-31', 'ako', {NOW})"
)

GOOD_OF_RAPPORT = [
    KENGETAL.format("1, '2009-2', 'banen'"),
    OPZET.format("'2009-2'"),
    RAPPORTTEKST.format("1, '2009-2', 'conclusies', 'boven', 'Het gaat goed.'"),
    PLAN.format("1, 'I.1'"),
    PLAN_STAND.format("1, 1"),
]
REFUSED_OF_RAPPORT = {
    "uq_plan_afspraak_nummer": [PLAN.format("2, 'I.1'")],
    "ck_plan_afspraak_nummer": [f"UPDATE plan_afspraak SET nummer = '{text}'" for text in ("", "x" * 13)],
    "ck_plan_afspraak_thema": [f"UPDATE plan_afspraak SET thema = '{text}'" for text in ("", "x" * 121)],
    "ck_plan_afspraak_wat": [f"UPDATE plan_afspraak SET wat = '{text}'" for text in ("", "x" * 4001)],
    "ck_plan_afspraak_wie": [f"UPDATE plan_afspraak SET wie = '{text}'" for text in ("", "x" * 121)],
    "ck_plan_stand_status": [f"UPDATE plan_stand SET status = '{status}'" for status in ("klaar", "Loopt", "")],
    "ck_plan_stand_tekst": [f"UPDATE plan_stand SET tekst = '{'x' * 4001}'"],
    "fk_plan_stand_afspraak_id": [PLAN_STAND.format("2, 99")],
    "pk_plan_afspraak": [PLAN.format("1, 'I.2'")],
    "pk_plan_stand": [PLAN_STAND.format("1, 1")],
    "ck_rapport_opzet_tertaal": [OPZET.format(bad) for bad in BAD_TERTAAL],
    "pk_rapport_opzet": [OPZET.format("'2009-2'")],
    "uq_rapport_tekst_plek": [RAPPORTTEKST.format("2, '2009-2', 'conclusies', 'boven', 'Anders.'")],
    "ck_rapport_tekst_tertaal": [RAPPORTTEKST.format(f"2, {bad}, 'conclusies', 'boven', 'A'") for bad in BAD_TERTAAL],
    "ck_rapport_tekst_tekst": [
        RAPPORTTEKST.format(f"2, '2009-2', 'conclusies', 'onder', '{text}'") for text in ("", "x" * 8001)
    ],
    "ck_rapport_tekst_plek": [RAPPORTTEKST.format("2, '2009-2', 'conclusies', 'naast', 'A'")],
    "pk_rapport_tekst": [RAPPORTTEKST.format("1, '2009-1', 'conclusies', 'boven', 'A'")],
    "uq_kengetal_kenmerk": [KENGETAL.format("2, '2009-2', 'banen'")],
    "ck_kengetal_tertaal": [KENGETAL.format(f"2, {bad}, 'banen'") for bad in BAD_TERTAAL],
    "ck_kengetal_waarde": [f"UPDATE kengetal SET waarde = '{waarde}'" for waarde in ("", "x" * 61)],
    **{
        f"ck_kengetal_{name}": [f"UPDATE kengetal SET {name} = '{text}'" for text in ("", "x" * 201)]
        for name in KENGETAL_TEXTS
    },
    "pk_kengetal": [KENGETAL.format("1, '2009-1', 'banen'")],
}
