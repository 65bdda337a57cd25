"""A good row for each table, and what each constraint refuses."""

from tests.steps.constraint_orders_around import GOOD_AROUND, NOW, REFUSED_AROUND

PLACES = "plaats, gemeente, provincie, arbeidsmarktregio, breedtegraad, lengtegraad"
WERKPLEIN = f"INSERT INTO werkplein (id, code, naam, {PLACES}) VALUES ({{}}, 'Assen', 'Assen', 'Drenthe', 'Drenthe', 53, 7)"
UITVRAAG = "INSERT INTO uitvraag (id, tertaal, opent, herinnering, sluit, actueel_vanaf) VALUES ({})"
ROUND = "'2009-07-15', '2009-08-15', '2009-09-01', '2009-04-01'"
INVULLING = "INSERT INTO invulling (id, werkplein_id, tertaal) VALUES ({})"
ANTWOORD = "INSERT INTO antwoord (invulling_id, mijlpaal, band, wijze, opgeslagen_op) VALUES ({})"
TOELICHTING = "INSERT INTO toelichting (invulling_id, mijlpaal, tekst, opgeslagen_op) VALUES ({})"
INDIENING = (
    f"INSERT INTO indiening (id, werkplein_id, tertaal, versie, ingediend_op, door, reconstructie) "
    f"VALUES ({{}}, {NOW}, 'manager', false)"
)
KOPIE = "INSERT INTO indiening_antwoord (indiening_id, mijlpaal, band, wijze) VALUES ({})"
VRAAG = "INSERT INTO vraag (id, tertaal, code, tekst, soort) VALUES ({}, 'Lukt het?', 'ja_nee')"
VRAAGANTWOORD = "INSERT INTO vraag_antwoord (id, werkplein_id, vraag_id, antwoord) VALUES ({})"
INDICATIE = "INSERT INTO ako_indicatie (id, werkplein_id, tertaal, indicatie) VALUES ({})"
LOGREGEL = f"INSERT INTO logregel (id, moment, door, weg, handeling, werkplein_id) VALUES ({{}}, {NOW}, 'a', 'b', 'c', {{}})"
ACCOUNT = "INSERT INTO account (id, adres, onderwerp, naam, organisatie, rol, demo) VALUES ({}, 'Iemand', '', 'ako', false)"
HOLDS = "INSERT INTO account_werkplein (account_id, werkplein_id) VALUES ({})"
SESSIE = f"INSERT INTO sessie (id, account_id, token_hash, begonnen_op, actief_op) VALUES ({{}}, {NOW}, {NOW})"
LINK = f"INSERT INTO toegangslink (id, account_id, token_hash, soort, verloopt_op) VALUES ({{}}, 'herstel', {NOW})"
POGING = f"INSERT INTO poging (id, adres, herkomst, moment) VALUES (1, 'iemand@voorbeeld.nl', '192.0.2.1', {NOW})"
NOODCODE = "INSERT INTO noodcode (id, account_id, code_hash) VALUES ({})"
APITOKEN = f"INSERT INTO apitoken (id, account_id, naam, token_hash, gemaakt_op, verloopt_op) VALUES ({{}}, {NOW}, {NOW})"
TERUGKEER = f"INSERT INTO terugkeer (state_hash, moment) VALUES ('a', {NOW})"
AKKOORD = f"INSERT INTO akkoord (id, indiening_id, account_id, gegeven_op) VALUES ({{}}, {NOW})"
NAAM = "INSERT INTO werkplein_naam (id, werkplein_id, naam, tot) VALUES ({}, '2009-05-01')"
UITSTEL = f"INSERT INTO uitstel (id, werkplein_id, tertaal, reden, tot, door, gegeven_op) VALUES ({{}}, {NOW}, 'ako', {NOW})"
VRIJSTELLING = (
    "INSERT INTO vrijstelling (id, werkplein_id, tertaal, soort, reden, door, gegeven_op) "
    f"VALUES ({{}}, 'Verbouwing.', 'ako', {NOW})"
)
MOMENTOPNAME = f"INSERT INTO momentopname (id, tertaal, editie, genomen_op) VALUES ({{}}, 1, {NOW})"
OPGENOMEN = (
    "INSERT INTO momentopname_stand (momentopname_id, tertaal, werkplein_id, indiening_id, naam) VALUES ({}, 'Assen')"
)
MAILING = (
    "INSERT INTO mailing (id, sleutel, tertaal, groep, onderwerp, tekst, door, gemaakt_op) "
    f"VALUES ({{}}, 'Landkaart', 'Vul in.', 'ako', {NOW})"
)
BERICHT = f"INSERT INTO bericht (id, mailing_id, adres, status, naam, gewijzigd_op) VALUES ({{}}, 'wacht', 'Iemand', {NOW})"
GAAT_OVER = "INSERT INTO bericht_werkplein (bericht_id, werkplein_id) VALUES ({})"
RONDE = f"INSERT INTO uitnodigingsronde (id, sleutel, als_bestand, door, gemaakt_op) VALUES ({{}}, false, 'beheer', {NOW})"
UITNODIGING = (
    "INSERT INTO uitnodiging (id, ronde_id, account_id, status, adres, gewijzigd_op) "
    f"VALUES ({{}}, 'iemand@voorbeeld.nl', {NOW})"
)
GEPLAND = (
    "INSERT INTO geplande_post (id, tertaal, soort, mailing_id, onderwerp, tekst, aan) "
    "VALUES ({}, 'Landkaart', 'Vul in.', true)"
)
ONBESTELBAAR = f"INSERT INTO onbestelbaar (adres, reden, bron, sinds) VALUES ({{}}, {NOW})"
LIJST = f"INSERT INTO achterblijverslijst (id, tertaal, regel, door, opgeslagen_op) VALUES ({{}}, 'regel', 'ako', {NOW})"
OP_LIJST = "INSERT INTO achterblijverslijst_regel (lijst_id, werkplein_id, redenen) VALUES ({}, 'Te laag.')"
PROGNOSE = (
    f"INSERT INTO prognose (id, werkplein_id, tertaal, score, helling, volgende, gemaakt_op) VALUES ({{}}, 60, 2, 62, {NOW})"
)
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
INSTELLING = "INSERT INTO instelling (sleutel, waarde) VALUES ('klok', '0')"

# One good row in each table; it also shows that what is refused below is not refused for another reason.
GOOD = [
    WERKPLEIN.format("1, 'assen', 'Assen'"),
    UITVRAAG.format(f"1, '2009-2', {ROUND}"),
    INVULLING.format("1, 1, '2009-2'"),
    ANTWOORD.format(f"1, 'visie', 3, 'bijgewerkt', {NOW}"),
    TOELICHTING.format(f"1, 'visie', 'Klaar.', {NOW}"),
    INDIENING.format("1, 1, '2009-2', 1"),
    KOPIE.format("1, 'visie', 3, 'bijgewerkt'"),
    VRAAG.format("1, '2009-2', 'integraal'"),
    VRAAGANTWOORD.format("1, 1, 1, 'ja'"),
    INDICATIE.format("1, 1, '2009-2', 'niet'"),
    LOGREGEL.format(1, 1),
    INSTELLING,
    ACCOUNT.format("1, 'iemand@voorbeeld.nl', 'a'"),
    ACCOUNT.format("2, 'tweede@voorbeeld.nl', 'b'"),
    HOLDS.format("1, 1"),
    SESSIE.format("1, 1, 'a'"),
    LINK.format("1, 1, 'a'"),
    POGING,
    NOODCODE.format("1, 1, 'a'"),
    APITOKEN.format("1, 1, 'Programma', 'a'"),
    TERUGKEER,
    AKKOORD.format("1, 1, 1"),
    NAAM.format("1, 1, 'Oud-Assen'"),
    UITSTEL.format("1, 1, '2009-2', 'Ziek.'"),
    VRIJSTELLING.format("1, 1, '2009-2', 'vrijgesteld'"),
    MOMENTOPNAME.format("1, '2009-2'"),
    MOMENTOPNAME.format("3, '2008-3'"),
    OPGENOMEN.format("1, '2009-2', 1, 1"),
    MAILING.format("1, 'a', '2009-2', 'deels'"),
    BERICHT.format("1, 1, 'iemand@voorbeeld.nl'"),
    GAAT_OVER.format("1, 1"),
    RONDE.format("1, 'a'"),
    UITNODIGING.format("1, 1, 1, 'wacht'"),
    GEPLAND.format("1, '2009-2', 'opening', 1"),
    ONBESTELBAAR.format("'weg@voorbeeld.nl', 'Onbekend.', 'hand'"),
    LIJST.format("1, '2009-2'"),
    OP_LIJST.format("1, 1"),
    PROGNOSE.format("1, 1, '2009-2'"),
    KENGETAL.format("1, '2009-2', 'banen'"),
    OPZET.format("'2009-2'"),
    RAPPORTTEKST.format("1, '2009-2', 'conclusies', 'boven', 'Het gaat goed.'"),
    PLAN.format("1, 'I.1'"),
    PLAN_STAND.format("1, 1"),
    *GOOD_AROUND,
]

TOO_LONG = "too long for its column"
BAD_TERTAAL = ("'2009-4'", "'2009-0'", "'2009_2'", "'2009-22'", "'09-2'", "''")
BAD_WIJZE = ("'geraden'", "'Bijgewerkt'", "''")

# Constraint -> the orders that it, and nothing else, refuses.
REFUSED = {
    **REFUSED_AROUND,
    "uq_werkplein_code": [WERKPLEIN.format("2, 'assen', 'Een ander'")],
    "ck_werkplein_naam": [WERKPLEIN.format(f"2, 'breda', '{naam}'") for naam in ("", "x" * 121)],
    "ck_werkplein_actief": [
        f"UPDATE werkplein SET actief_van = '2009-05-01', actief_tot = '{tot}'" for tot in ("2009-05-01", "2009-04-30")
    ],
    "fk_werkplein_opgegaan_in_id": ["UPDATE werkplein SET opgegaan_in_id = 99"],
    "uq_werkplein_naam": [NAAM.format("2, 1, 'Oud-Assen'")],
    "fk_werkplein_naam_werkplein_id": [NAAM.format("2, 99, 'Oud-Assen'")],
    "uq_uitvraag_tertaal": [UITVRAAG.format(f"2, '2009-2', {ROUND}")],
    "ck_uitvraag_tertaal": [UITVRAAG.format(f"2, {bad}, {ROUND}") for bad in BAD_TERTAAL],
    "ck_uitvraag_volgorde": [
        "UPDATE uitvraag SET herinnering = opent",
        "UPDATE uitvraag SET herinnering = sluit",
        "UPDATE uitvraag SET sluit = '2009-07-01'",
    ],
    "ck_uitvraag_actueel_vanaf": ["UPDATE uitvraag SET actueel_vanaf = '2009-07-16'"],
    "uq_invulling_werkplein_tertaal": [INVULLING.format("2, 1, '2009-2'")],
    "ck_invulling_tertaal": [INVULLING.format(f"2, 1, {bad}") for bad in BAD_TERTAAL],
    "fk_invulling_werkplein_id": [INVULLING.format("2, 99, '2009-2'")],
    "ck_antwoord_band": ["UPDATE antwoord SET band = 4", "UPDATE antwoord SET band = -1"],
    "ck_antwoord_wijze": [f"UPDATE antwoord SET wijze = {bad}" for bad in BAD_WIJZE],
    "fk_antwoord_invulling_id": [ANTWOORD.format(f"99, 'visie', 3, 'bijgewerkt', {NOW}")],
    "ck_toelichting_tekst": [f"UPDATE toelichting SET tekst = '{tekst}'" for tekst in ("", "x" * 4001)],
    "fk_toelichting_invulling_id": [TOELICHTING.format(f"99, 'visie', 'Klaar.', {NOW}")],
    "uq_indiening_versie": [INDIENING.format("2, 1, '2009-2', 1")],
    "fk_indiening_werkplein_id_tertaal": [INDIENING.format("2, 1, '2009-1', 1")],
    "ck_indiening_antwoord_band": [KOPIE.format(f"1, 'plan', {band}, 'bijgewerkt'") for band in (4, -1)],
    "ck_indiening_antwoord_wijze": [KOPIE.format(f"1, 'plan', 3, {bad}") for bad in BAD_WIJZE],
    "fk_indiening_antwoord_indiening_id": [KOPIE.format("99, 'visie', 3, 'bijgewerkt'")],
    "uq_vraag_tertaal_code": [VRAAG.format("2, '2009-2', 'integraal'")],
    "ck_vraag_tertaal": [VRAAG.format(f"2, {bad}, 'integraal'") for bad in BAD_TERTAAL],
    "uq_vraag_antwoord_werkplein_vraag": [VRAAGANTWOORD.format("2, 1, 1, 'nee'")],
    "ck_vraag_antwoord_antwoord": [f"UPDATE vraag_antwoord SET antwoord = '{text}'" for text in ("", "x" * 4001)],
    "ck_vraag_soort": [f"UPDATE vraag SET soort = '{soort}'" for soort in ("ooit", "Getal", "")],
    "fk_vraag_antwoord_werkplein_id": [VRAAGANTWOORD.format("2, 99, 1, 'ja'")],
    "fk_vraag_antwoord_vraag_id": [VRAAGANTWOORD.format("2, 1, 99, 'ja'")],
    "uq_ako_indicatie_werkplein_tertaal": [INDICATIE.format("2, 1, '2009-2', 'sluit'")],
    "ck_ako_indicatie_tertaal": [INDICATIE.format(f"2, 1, {bad}, 'niet'") for bad in BAD_TERTAAL],
    "ck_ako_indicatie_indicatie": [f"UPDATE ako_indicatie SET indicatie = '{said}'" for said in ("ooit", "")],
    "fk_ako_indicatie_werkplein_id": [INDICATIE.format("2, 99, '2009-2', 'niet'")],
    "fk_logregel_werkplein_id": [LOGREGEL.format(2, 99)],
    "fk_logregel_account_id": [LOGREGEL.replace("werkplein_id", "account_id").format(2, 99)],
    "uq_akkoord_indiening_account": [AKKOORD.format("2, 1, 1")],
    "fk_akkoord_indiening_id": [AKKOORD.format("2, 99, 1")],
    "fk_akkoord_account_id": [AKKOORD.format("2, 1, 99")],
    "uq_account_adres": [ACCOUNT.format("3, 'iemand@voorbeeld.nl', 'c'")],
    "uq_account_onderwerp": [ACCOUNT.format("3, 'ander@voorbeeld.nl', 'a'")],
    "ck_account_adres": [f"UPDATE account SET adres = '{adres}'" for adres in ("Iemand@voorbeeld.nl", "a@", "a" * 255)],
    "ck_account_naam": [f"UPDATE account SET naam = '{naam}'" for naam in ("", "x" * 121)],
    "ck_account_rol": [f"UPDATE account SET rol = '{rol}'" for rol in ("baas", "Ako", "")],
    "fk_account_werkplein_account_id": [HOLDS.format("99, 1")],
    "fk_account_werkplein_werkplein_id": [HOLDS.format("1, 99")],
    "uq_sessie_token": [SESSIE.format("2, 1, 'a'")],
    "fk_sessie_account_id": [SESSIE.format("2, 99, 'b'")],
    "uq_apitoken_token": [APITOKEN.format("2, 1, 'Ander', 'a'")],
    "ck_apitoken_naam": [APITOKEN.format(f"2, 1, '{naam}', 'b'") for naam in ("", "x" * 81)],
    "fk_apitoken_account_id": [APITOKEN.format("2, 99, 'Ander', 'b'")],
    "pk_apitoken": [APITOKEN.format("1, 1, 'Ander', 'b'")],
    "uq_noodcode_account_code": [NOODCODE.format("2, 1, 'a'")],
    "fk_noodcode_account_id": [NOODCODE.format("2, 99, 'b'")],
    "uq_toegangslink_token": [LINK.format("2, 1, 'a'")],
    "ck_toegangslink_soort": [f"UPDATE toegangslink SET soort = '{soort}'" for soort in ("altijd", "Herstel", "")],
    "fk_toegangslink_account_id": [LINK.format("2, 99, 'b'")],
    "uq_uitstel_werkplein_tertaal": [UITSTEL.format("2, 1, '2009-2', 'Druk.'")],
    "ck_uitstel_tertaal": [UITSTEL.format(f"2, 1, {bad}, 'Druk.'") for bad in BAD_TERTAAL],
    "ck_uitstel_reden": [UITSTEL.format(f"2, 1, '2009-1', '{reden}'") for reden in ("", "x" * 501)],
    "fk_uitstel_werkplein_id": [UITSTEL.format("2, 99, '2009-2', 'Druk.'")],
    "uq_vrijstelling_werkplein_tertaal": [VRIJSTELLING.format("2, 1, '2009-2', 'geen_wijziging'")],
    "ck_vrijstelling_tertaal": [VRIJSTELLING.format(f"2, 1, {bad}, 'vrijgesteld'") for bad in BAD_TERTAAL],
    "ck_vrijstelling_soort": [f"UPDATE vrijstelling SET soort = '{soort}'" for soort in ("nooit", "Vrijgesteld", "")],
    "ck_vrijstelling_reden": [f"UPDATE vrijstelling SET reden = '{reden}'" for reden in ("", "x" * 501)],
    "fk_vrijstelling_werkplein_id": [VRIJSTELLING.format("2, 99, '2009-2', 'vrijgesteld'")],
    "uq_momentopname_tertaal_editie": [MOMENTOPNAME.format("2, '2009-2'")],
    "ck_momentopname_tertaal": [MOMENTOPNAME.format(f"2, {bad}") for bad in BAD_TERTAAL],
    "fk_momentopname_stand_momentopname_id": [OPGENOMEN.format("99, '2009-2', 1, 1")],
    "fk_momentopname_stand_werkplein_id": [OPGENOMEN.format("1, '2009-2', 99, 1")],
    "fk_momentopname_stand_indiening_id": [OPGENOMEN.format("1, '2009-1', 1, 99")],
    "uq_mailing_sleutel": [MAILING.format("2, 'a', '2009-2', 'deels'")],
    "ck_mailing_tertaal": [MAILING.format(f"2, 'b', {bad}, 'deels'") for bad in BAD_TERTAAL],
    "ck_mailing_groep": [f"UPDATE mailing SET groep = '{groep}'" for groep in ("iedereen", "Deels", "")],
    "uq_bericht_mailing_adres_over": [BERICHT.format("2, 1, 'iemand@voorbeeld.nl'")],
    "ck_bericht_status": [f"UPDATE bericht SET status = '{status}'" for status in ("weg", "Wacht", "")],
    "fk_bericht_mailing_id": [BERICHT.format("2, 99, 'iemand@voorbeeld.nl'")],
    "fk_bericht_werkplein_bericht_id": [GAAT_OVER.format("99, 1")],
    "fk_bericht_werkplein_werkplein_id": [GAAT_OVER.format("1, 99")],
    "uq_uitnodigingsronde_sleutel": [RONDE.format("2, 'a'")],
    "uq_uitnodiging_ronde_account": [UITNODIGING.format("2, 1, 1, 'wacht'")],
    "ck_uitnodiging_status": [f"UPDATE uitnodiging SET status = '{status}'" for status in ("weg", "Wacht", "")],
    "fk_uitnodiging_ronde_id": [UITNODIGING.format("2, 99, 1, 'wacht'")],
    "fk_uitnodiging_account_id": [UITNODIGING.format("2, 1, 99, 'wacht'")],
    "uq_geplande_post_tertaal_soort": [GEPLAND.format("2, '2009-2', 'opening', NULL")],
    "uq_geplande_post_mailing": [GEPLAND.format("2, '2009-2', 'dringend', 1")],
    "ck_geplande_post_tertaal": [GEPLAND.format(f"2, {bad}, 'opening', NULL") for bad in BAD_TERTAAL],
    "ck_geplande_post_soort": [f"UPDATE geplande_post SET soort = '{soort}'" for soort in ("deels", "Opening", "")],
    "ck_geplande_post_uitkomst": ["UPDATE geplande_post SET vervallen = 'gesloten'"],
    "fk_geplande_post_mailing_id": [GEPLAND.format("2, '2009-2', 'dringend', 99")],
    "ck_onbestelbaar_bron": [ONBESTELBAAR.format("'a@b.nl', 'Weg.', 'gehoord'")],
    "ck_onbestelbaar_reden": [ONBESTELBAAR.format(f"'a@b.nl', '{reden}', 'hand'") for reden in ("", "x" * 501)],
    "uq_achterblijverslijst_tertaal": [LIJST.format("2, '2009-2'")],
    "ck_achterblijverslijst_tertaal": [LIJST.format(f"2, {bad}") for bad in BAD_TERTAAL],
    "fk_achterblijverslijst_regel_lijst_id": [OP_LIJST.format("99, 1")],
    "fk_achterblijverslijst_regel_werkplein_id": [OP_LIJST.format("1, 99")],
    "uq_prognose_werkplein_tertaal": [PROGNOSE.format("2, 1, '2009-2'")],
    "ck_prognose_tertaal": [PROGNOSE.format(f"2, 1, {bad}") for bad in BAD_TERTAAL],
    "fk_prognose_werkplein_id": [PROGNOSE.format("2, 99, '2009-2'")],
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
    "pk_werkplein": [WERKPLEIN.format("1, 'breda', 'Breda'")],
    "pk_uitvraag": [UITVRAAG.format(f"1, '2009-1', {ROUND}")],
    "pk_invulling": [INVULLING.format("1, 1, '2009-1'")],
    "pk_antwoord": [ANTWOORD.format(f"1, 'visie', 2, 'bijgewerkt', {NOW}")],
    "pk_toelichting": [TOELICHTING.format(f"1, 'visie', 'Nog eens.', {NOW}")],
    "pk_indiening": [INDIENING.format("1, 1, '2009-2', 2")],
    "pk_indiening_antwoord": [KOPIE.format("1, 'visie', 2, 'bijgewerkt'")],
    "pk_vraag": [VRAAG.format("1, '2009-1', 'integraal'")],
    "pk_vraag_antwoord": [VRAAGANTWOORD.format("1, 1, 1, 'ja'")],
    "pk_ako_indicatie": [INDICATIE.format("1, 1, '2009-1', 'niet'")],
    "pk_logregel": [LOGREGEL.format(1, 1)],
    "pk_instelling": [INSTELLING],
    "pk_account": [ACCOUNT.format("1, 'ander@voorbeeld.nl', 'c'")],
    "pk_account_werkplein": [HOLDS.format("1, 1")],
    "pk_sessie": [SESSIE.format("1, 1, 'b'")],
    "pk_toegangslink": [LINK.format("1, 1, 'b'")],
    "pk_poging": [POGING],
    "pk_noodcode": [NOODCODE.format("1, 1, 'b'")],
    "pk_terugkeer": [TERUGKEER],
    "pk_uitnodigingsronde": [RONDE.format("1, 'b'")],
    "pk_uitnodiging": [UITNODIGING.format("1, 1, 2, 'wacht'")],
    "pk_akkoord": [AKKOORD.format("1, 1, 2")],
    "pk_werkplein_naam": [NAAM.format("1, 1, 'Ander-Assen'")],
    "pk_uitstel": [UITSTEL.format("1, 1, '2009-1', 'Ziek.'")],
    "pk_vrijstelling": [VRIJSTELLING.format("1, 1, '2009-1', 'vrijgesteld'")],
    "pk_momentopname": [MOMENTOPNAME.format("1, '2009-1'")],
    "pk_momentopname_stand": [OPGENOMEN.format("1, '2009-2', 1, 1")],
    "pk_mailing": [MAILING.format("1, 'b', '2009-2', 'deels'")],
    "pk_bericht": [BERICHT.format("1, 1, 'tweede@voorbeeld.nl'")],
    "pk_bericht_werkplein": [GAAT_OVER.format("1, 1")],
    "pk_geplande_post": [GEPLAND.format("1, '2009-1', 'opening', NULL")],
    "pk_onbestelbaar": [ONBESTELBAAR.format("'weg@voorbeeld.nl', 'Weer.', 'retour'")],
    "pk_achterblijverslijst": [LIJST.format("1, '2009-1'")],
    "pk_achterblijverslijst_regel": [OP_LIJST.format("1, 1")],
    "pk_prognose": [PROGNOSE.format("1, 1, '2009-1'")],
    "pk_kengetal": [KENGETAL.format("1, '2009-1', 'banen'")],
}
