"""The same of what stands around a tertaal: what was asked about it, and what became of its editions."""

NOW = "'2009-08-03 12:30:00'"
TERUGNAME = f"INSERT INTO terugname (momentopname_id, reden, account_id, gedaan_op) VALUES ({{}}, {NOW})"
HERUITGAVE = f"INSERT INTO heruitgave (momentopname_id, reden, account_id, gedaan_op) VALUES ({{}}, {NOW})"
NAVRAAG = f"INSERT INTO navraag (id, werkplein_id, tertaal, tekst, door, gesteld_op) VALUES ({{}}, 'Hoezo?', 'ako', {NOW})"
NAMENS = (
    "INSERT INTO namens (id, werkplein_id, tertaal, wie, hoe, door, begonnen_op) "
    f"VALUES ({{}}, 'Iemand', 'telefoon', 'ako', {NOW})"
)
OPGAVE = "INSERT INTO navraag_opgave (navraag_id, wie, hoe) VALUES ({}, 'Iemand', 'telefoon')"
SUBMITTED = "INSERT INTO indiening_namens (indiening_id, namens_id) VALUES ({})"
AFSPRAAK = (
    "INSERT INTO afspraak (id, werkplein_id, met_werkplein_id, wat, wie, wanneer, status, door, gemaakt_op, gewijzigd_op) "
    f"VALUES ({{}}, 'Bellen.', 'Iemand', '2009-12-15', 'open', 'manager', {NOW}, {NOW})"
)

GOOD_AROUND = [
    AFSPRAAK.format("1, 1, 1"),
    TERUGNAME.format("1, 'Te vroeg.', 1"),
    HERUITGAVE.format("1, 'Uitstel.', 1"),
    NAVRAAG.format("1, 1, '2009-2'"),
    NAMENS.format("1, 1, '2009-2'"),
    SUBMITTED.format("1, 1"),
    OPGAVE.format("1"),
]
REFUSED_AROUND = {
    "ck_afspraak_wat": [f"UPDATE afspraak SET wat = '{wat}'" for wat in ("", "x" * 4001)],
    "ck_afspraak_wie": [f"UPDATE afspraak SET wie = '{wie}'" for wie in ("", "x" * 121)],
    "ck_afspraak_status": [f"UPDATE afspraak SET status = '{status}'" for status in ("ooit", "Open", "")],
    "fk_afspraak_werkplein_id": [AFSPRAAK.format("2, 99, 1")],
    "fk_afspraak_met_werkplein_id": [AFSPRAAK.format("2, 1, 99")],
    "pk_afspraak": [AFSPRAAK.format("1, 1, 1")],
    "ck_heruitgave_reden": [HERUITGAVE.format(f"3, '{reden}', 1") for reden in ("", "x" * 501)],
    "fk_heruitgave_momentopname_id": [HERUITGAVE.format("99, 'Uitstel.', 1")],
    "fk_heruitgave_account_id": [HERUITGAVE.format("3, 'Uitstel.', 99")],
    "pk_heruitgave": [HERUITGAVE.format("1, 'Uitstel.', 1")],
    "ck_terugname_reden": [TERUGNAME.format(f"3, '{reden}', 1") for reden in ("", "x" * 501)],
    "fk_terugname_momentopname_id": [TERUGNAME.format("99, 'Te vroeg.', 1")],
    "fk_terugname_account_id": [TERUGNAME.format("3, 'Te vroeg.', 99")],
    "pk_terugname": [TERUGNAME.format("1, 'Te vroeg.', 1")],
    "ck_navraag_tertaal": [f"UPDATE navraag SET tertaal = '{tertaal}'" for tertaal in ("2009-4", "2009_2", "2009")],
    "ck_navraag_tekst": [f"UPDATE navraag SET tekst = '{tekst}'" for tekst in ("", "x" * 2001)],
    "ck_navraag_antwoord": [f"UPDATE navraag SET beantwoord_op = {NOW}, antwoord = '{tekst}'" for tekst in ("", "x" * 2001)],
    "ck_navraag_beantwoord": ["UPDATE navraag SET antwoord = 'Ja.'", f"UPDATE navraag SET beantwoord_op = {NOW}"],
    "fk_navraag_werkplein_id": [NAVRAAG.format("2, 99, '2009-2'")],
    "ck_namens_tertaal": [f"UPDATE namens SET tertaal = '{tertaal}'" for tertaal in ("2009-4", "2009_2", "2009")],
    "ck_namens_wie": [f"UPDATE namens SET wie = '{wie}'" for wie in ("", "x" * 121)],
    "ck_namens_hoe": [f"UPDATE namens SET hoe = '{hoe}'" for hoe in ("fax", "Telefoon", "")],
    "fk_namens_werkplein_id": [NAMENS.format("2, 99, '2009-2'")],
    "pk_namens": [NAMENS.format("1, 1, '2009-3'")],
    "fk_indiening_namens_indiening_id": [SUBMITTED.format("99, 1")],
    "fk_indiening_namens_namens_id": ["UPDATE indiening_namens SET namens_id = 99"],
    "pk_indiening_namens": [SUBMITTED.format("1, 1")],
    "ck_navraag_opgave_wie": [f"UPDATE navraag_opgave SET wie = '{wie}'" for wie in ("", "x" * 121)],
    "ck_navraag_opgave_hoe": [f"UPDATE navraag_opgave SET hoe = '{hoe}'" for hoe in ("fax", "Telefoon", "")],
    "fk_navraag_opgave_navraag_id": [OPGAVE.format("99")],
    "pk_navraag_opgave": [OPGAVE.format("1")],
    "pk_navraag": [NAVRAAG.format("1, 1, '2009-2'")],
}
