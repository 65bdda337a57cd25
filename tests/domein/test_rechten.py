import pytest

from landkaart.domein.rechten import Bevoegdheid, Gebruiker, Recht, Weg, klok, mag, mag_ergens, operator
from landkaart.domein.rollen import Rol

ASSEN, BREDA, ALL = "assen", "breda", None

# What each role may: for its own werkplein (assen), for another one, and for all of them at once.
TABLE = {
    (Rol.WERKPLEIN, Recht.LANDELIJK_ZIEN): (True, True, True),
    (Rol.WERKPLEIN, Recht.INVULLEN): (True, False, False),
    (Rol.WERKPLEIN, Recht.LOGBOEK_ZIEN): (True, False, False),
    (Rol.WERKPLEIN, Recht.EIGEN_ACCOUNT): (True, True, True),
    (Rol.WERKPLEIN, Recht.CONTACT_WIJZIGEN): (True, False, False),
    (Rol.WERKPLEIN, Recht.AFSPRAKEN_MAKEN): (True, False, False),
    (Rol.WERKPLEIN, Recht.NAVRAAG_BEANTWOORDEN): (True, False, False),
    (Rol.AKO, Recht.NAVRAAG_STELLEN): (True, True, True),
    (Rol.AKO, Recht.NAMENS_INVULLEN): (True, True, True),
    (Rol.AKO, Recht.LANDELIJK_ZIEN): (True, True, True),
    (Rol.AKO, Recht.LOGBOEK_ZIEN): (True, True, True),
    (Rol.AKO, Recht.UITVRAAG_UITVOEREN): (True, True, True),
    (Rol.AKO, Recht.POST_VERSTUREN): (True, True, True),
    (Rol.AKO, Recht.RESPONS_ZIEN): (True, True, True),
    (Rol.AKO, Recht.INDICATIE_GEVEN): (True, True, True),
    (Rol.AKO, Recht.LIJST_VASTSTELLEN): (True, True, True),
    (Rol.AKO, Recht.GEGEVENS_LADEN): (True, True, True),
    (Rol.AKO, Recht.KENGETALLEN_WIJZIGEN): (True, True, True),
    (Rol.AKO, Recht.RAPPORT_MAKEN): (True, True, True),
    (Rol.AKO, Recht.PLAN_WIJZIGEN): (True, True, True),
    (Rol.AKO, Recht.KLOK_BEVESTIGEN): (True, True, True),
    (Rol.AKO, Recht.CONTACT_WIJZIGEN): (True, True, True),
    (Rol.AKO, Recht.EIGEN_ACCOUNT): (True, True, True),
    (Rol.BEHEER, Recht.LANDELIJK_ZIEN): (True, True, True),
    (Rol.BEHEER, Recht.LOGBOEK_ZIEN): (True, True, True),
    (Rol.BEHEER, Recht.ACCOUNTS_BEHEREN): (True, True, True),
    (Rol.BEHEER, Recht.WERKPLEINEN_BEHEREN): (True, True, True),
    (Rol.BEHEER, Recht.GEGEVENS_LADEN): (True, True, True),
    (Rol.BEHEER, Recht.KLOK_BEVESTIGEN): (True, True, True),
    (Rol.BEHEER, Recht.RESPONS_ZIEN): (True, True, True),
    (Rol.BEHEER, Recht.CONTACT_WIJZIGEN): (True, True, True),
    (Rol.BEHEER, Recht.EIGEN_ACCOUNT): (True, True, True),
    (Rol.LEZER, Recht.LANDELIJK_ZIEN): (True, True, True),
    (Rol.LEZER, Recht.EIGEN_ACCOUNT): (True, True, True),
}


def test_only_the_coordinator_of_a_werkplein_sees_to_its_people_and_to_no_others():
    leads = Bevoegdheid(Rol.WERKPLEIN, frozenset({ASSEN, BREDA}), frozenset({ASSEN}))

    assert [mag(leads, Recht.COLLEGAS_BEHEREN, which) for which in (ASSEN, BREDA, ALL)] == [True, False, False]
    assert mag_ergens(leads, Recht.COLLEGAS_BEHEREN)
    assert not any(mag_ergens(Bevoegdheid(rol, frozenset({ASSEN})), Recht.COLLEGAS_BEHEREN) for rol in Rol)


def test_who_is_coordinator_by_another_role_than_werkplein_is_none():
    assert not mag(Bevoegdheid(Rol.LEZER, frozenset(), frozenset({ASSEN})), Recht.COLLEGAS_BEHEREN, ASSEN)


@pytest.mark.parametrize("recht", Recht)
@pytest.mark.parametrize("rol", Rol)
def test_a_role_may_what_the_table_says_and_nothing_else(rol, recht):
    own = frozenset({ASSEN}) if rol is Rol.WERKPLEIN else frozenset()
    may = Bevoegdheid(rol, own)

    assert tuple(mag(may, recht, which) for which in (ASSEN, BREDA, ALL)) == TABLE.get((rol, recht), (False, False, False))


def test_an_account_without_werkpleinen_fills_in_nowhere():
    assert not mag(Bevoegdheid(Rol.WERKPLEIN), Recht.INVULLEN, ASSEN)
    assert not mag_ergens(Bevoegdheid(Rol.WERKPLEIN), Recht.INVULLEN)


def test_a_page_is_in_the_menu_of_who_may_use_it_for_any_werkplein():
    assert mag_ergens(Bevoegdheid(Rol.WERKPLEIN, frozenset({ASSEN})), Recht.INVULLEN)
    assert not mag_ergens(Bevoegdheid(Rol.LEZER), Recht.LOGBOEK_ZIEN)


def test_only_the_command_line_without_an_account_is_the_operator():
    assert operator().operator
    assert not Gebruiker("iemand", Weg.FORMULIER).operator
    assert not Gebruiker("iemand", Weg.OPDRACHTREGEL, account_id=1).operator


@pytest.mark.parametrize("recht", Recht)
def test_without_an_account_the_operator_may_everything_and_the_clock_only_what_time_brings_about(recht):
    assert operator().needs_no_account(recht)
    assert klok().needs_no_account(recht) == (
        recht in (Recht.MOMENTOPNAME_NEMEN, Recht.GEGEVENS_OPRUIMEN, Recht.POST_VERSTUREN)
    )
    assert not Gebruiker("iemand", Weg.KLOK, account_id=1).needs_no_account(recht)
    assert not Gebruiker("iemand", Weg.FORMULIER).needs_no_account(recht)


@pytest.mark.parametrize("rol", Rol)
def test_every_role_has_a_name_and_a_sentence(rol):
    assert rol.label[0].isupper()
    assert rol.zin.endswith(".")


def test_who_is_refused_reads_plain_dutch():
    assert {recht.name: recht.weigering for recht in Recht} == {
        "LANDELIJK_ZIEN": "U mag de landelijke pagina's niet zien.",
        "INVULLEN": "U mag de landkaart van dit werkplein niet invullen.",
        "NAMENS_INVULLEN": "U mag de landkaart niet namens een werkplein invullen.",
        "LOGBOEK_ZIEN": "U mag het logboek van dit werkplein niet zien.",
        "ACCOUNTS_BEHEREN": "U mag geen accounts beheren.",
        "WERKPLEINEN_BEHEREN": "U mag geen werkpleinen beheren.",
        "EIGEN_ACCOUNT": "U mag dit account niet wijzigen.",
        "GEGEVENS_LADEN": "U mag geen gegevens inlezen.",
        "KENGETALLEN_WIJZIGEN": "U mag geen kengetallen wijzigen.",
        "RAPPORT_MAKEN": "U mag geen rapport maken.",
        "PLAN_WIJZIGEN": "U mag de afspraken van het Plan van Aanpak niet wijzigen.",
        "OEFENLANDKAART_LADEN": "U mag de landkaart van 2009 niet laden.",
        "UITVRAAG_UITVOEREN": "U mag geen uitvraag uitvoeren.",
        "POST_VERSTUREN": "U mag geen post van een uitvraag versturen.",
        "RESPONS_ZIEN": "U mag de respons niet zien.",
        "INDICATIE_GEVEN": "U mag geen AKO-indicatie geven.",
        "LIJST_VASTSTELLEN": "U mag de lijst van achterblijvers niet vaststellen.",
        "CONTACT_WIJZIGEN": "U mag het contact van dit werkplein niet wijzigen.",
        "COLLEGAS_BEHEREN": "U mag de collega's van dit werkplein niet uitnodigen of weghalen.",
        "AFSPRAKEN_MAKEN": "U mag geen afspraken van dit werkplein vastleggen.",
        "NAVRAAG_STELLEN": "U mag geen navraag doen bij een werkplein.",
        "NAVRAAG_BEANTWOORDEN": "U mag geen navraag bij dit werkplein beantwoorden.",
        "KLOK_BEVESTIGEN": "U mag de klok van de server niet bevestigen.",
        "GEGEVENS_OPRUIMEN": "U mag geen gegevens opruimen.",
        "MOMENTOPNAME_NEMEN": "U mag geen momentopname van een tertaal nemen.",
    }
