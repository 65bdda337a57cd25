"""What the database itself refuses, whatever Python does: everything here is plain SQL."""

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlmodel import SQLModel

from db.engine import engines, read_session, write_session
from landkaart.settings import database_url
from tests.steps.constraint_orders import GOOD, LOGREGEL, REFUSED, TOO_LONG


@pytest.fixture(autouse=True)
def one_good_row_in_each_table(database: str) -> None:
    run(*GOOD)


def run(*orders: str) -> None:
    with write_session() as session:
        for order in orders:
            session.execute(text(order))


def test_each_named_constraint_has_a_case_above():
    named = {constraint.name for table in SQLModel.metadata.tables.values() for constraint in table.constraints}

    assert sorted(named - REFUSED.keys()) == [], "add to REFUSED what the database refuses by these constraints"
    assert sorted(REFUSED.keys() - named) == [], "these constraints are no longer in db/models.py"


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses(name: str, database: str):
    for order in REFUSED[name]:
        with pytest.raises((IntegrityError, DataError)) as refusal:
            run(order)

        assert refused_by(refusal.value, database) in (name, as_sqlite_says(name), TOO_LONG), order


# What there is at most one of: a column more would let a second in that differs in that column only.
ONE_PER = {
    "uq_account_adres": "adres",
    "uq_account_onderwerp": "onderwerp",
    "uq_achterblijverslijst_tertaal": "tertaal",
    "uq_ako_indicatie_werkplein_tertaal": "werkplein_id, tertaal",
    "uq_akkoord_indiening_account": "indiening_id, account_id",
    "uq_bericht_mailing_adres_over": "mailing_id, adres, over",
    "uq_geplande_post_mailing": "mailing_id",
    "uq_geplande_post_tertaal_soort": "tertaal, soort",
    "uq_indiening_versie": "werkplein_id, tertaal, versie",
    "uq_invulling_werkplein_tertaal": "werkplein_id, tertaal",
    "uq_kengetal_kenmerk": "tertaal, tabel, onderdeel, indicator, uitsplitsing, periode, soort",
    "uq_plan_afspraak_nummer": "nummer",
    "uq_mailing_sleutel": "sleutel",
    "uq_momentopname_tertaal_editie": "tertaal, editie",
    "uq_apitoken_token": "token_hash",
    "uq_noodcode_account_code": "account_id, code_hash",
    "uq_prognose_werkplein_tertaal": "werkplein_id, tertaal",
    "uq_rapport_tekst_plek": "tertaal, deel, plek",
    "uq_sessie_token": "token_hash",
    "uq_toegangslink_token": "token_hash",
    "uq_uitnodiging_ronde_account": "ronde_id, account_id",
    "uq_uitnodigingsronde_sleutel": "sleutel",
    "uq_uitstel_werkplein_tertaal": "werkplein_id, tertaal",
    "uq_uitvraag_tertaal": "tertaal",
    "uq_vraag_antwoord_werkplein_vraag": "werkplein_id, vraag_id",
    "uq_vraag_tertaal_code": "tertaal, code",
    "uq_vrijstelling_werkplein_tertaal": "werkplein_id, tertaal",
    "uq_werkplein_code": "code",
    "uq_werkplein_naam": "werkplein_id, naam, tot",
    "pk_account_werkplein": "account_id, werkplein_id",
    "pk_achterblijverslijst_regel": "lijst_id, werkplein_id",
    "pk_antwoord": "invulling_id, mijlpaal",
    "pk_bericht_werkplein": "bericht_id, werkplein_id",
    "pk_indiening_antwoord": "indiening_id, mijlpaal",
    "pk_indiening_namens": "indiening_id",
    "pk_instelling": "sleutel",
    "pk_momentopname_stand": "momentopname_id, tertaal, werkplein_id",
    "pk_navraag_opgave": "navraag_id",
    "pk_onbestelbaar": "adres",
    "pk_rapport_opzet": "tertaal",
    "pk_terugkeer": "state_hash",
    "pk_heruitgave": "momentopname_id",
    "pk_terugname": "momentopname_id",
    "pk_toelichting": "invulling_id, mijlpaal",
}


def test_what_there_is_one_of_is_told_apart_by_these_columns_and_no_other(database: str):
    engine, found = engines(database_url())[0], {}
    for table in inspect(engine).get_table_names():
        if table not in SQLModel.metadata.tables:
            continue  # The migrations' own.
        found |= {each["name"]: each["column_names"] for each in inspect(engine).get_unique_constraints(table)}
        key = inspect(engine).get_pk_constraint(table)["constrained_columns"]
        if key != ["id"]:
            found[f"pk_{table}"] = key

    assert {name: ", ".join(columns) for name, columns in found.items()} == ONE_PER
    unique = [each for table in SQLModel.metadata.tables.values() for each in table.constraints if each.name in ONE_PER]
    assert {each.name: ", ".join(column.name for column in each.columns) for each in unique} == ONE_PER


@pytest.mark.parametrize("band", ["'abc'", "1.5", "NULL", "''"])
def test_no_column_of_bands_holds_anything_but_the_four(band: str):
    for table in ("antwoord", "indiening_antwoord"):
        try:
            run(f"UPDATE {table} SET band = {band}")
        except DBAPIError:
            kept = 3
        else:
            kept = 2  # PostgreSQL makes 1.5 a 2 before any constraint sees it.

        with read_session() as session:
            assert session.execute(text(f"SELECT band FROM {table}")).scalars().all() == [kept]


def test_a_werkplein_with_a_history_cannot_be_deleted():
    with pytest.raises(IntegrityError):
        run("DELETE FROM werkplein")


@pytest.mark.parametrize("order", ["UPDATE logregel SET door = 'een ander'", "DELETE FROM logregel"])
def test_a_log_line_is_never_changed_or_deleted(order: str):
    with pytest.raises(DBAPIError, match="logregel: alleen toevoegen"):
        run(order)

    with read_session() as session:
        assert session.execute(text("SELECT door FROM logregel")).scalars().all() == ["a"]


@pytest.mark.parametrize("table", ["momentopname", "momentopname_stand", "terugname"])
@pytest.mark.parametrize("order", ["UPDATE {} SET {} = '2009-1'", "DELETE FROM {}"])
def test_what_was_counted_at_a_closing_is_never_changed_or_deleted(order: str, table: str):
    with pytest.raises(DBAPIError, match=f"{table}: alleen toevoegen"):
        run(order.format(table, "reden" if table == "terugname" else "tertaal"))


def test_the_log_cannot_be_replaced_line_by_line_or_emptied(database: str):
    replace = {
        "sqlite": LOGREGEL.replace("INSERT", "INSERT OR REPLACE").format(1, 1),
        "postgresql": "TRUNCATE logregel",
    }
    with pytest.raises(DBAPIError, match="logregel: alleen toevoegen"):
        run(replace[database])


def refused_by(error: DBAPIError, database: str) -> str:
    """The name of the constraint, or as much as SQLite says of it: the columns, or only that it is a foreign key.

    PostgreSQL looks at the length of a column before any constraint.
    """
    if database == "postgresql":
        return TOO_LONG if "too long" in str(error.orig) else error.orig.diag.constraint_name
    return str(error.orig).partition("constraint failed")[2].removeprefix(": ") or "a foreign key"


def as_sqlite_says(name: str) -> str:
    tables = SQLModel.metadata.tables.values()
    constraint = next(each for table in tables for each in table.constraints if each.name == name)
    return "a foreign key" if name.startswith("fk") else ", ".join(map(str, constraint.columns))
