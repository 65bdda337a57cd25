"""A choice is what was chosen, also after its label changed: of what a browser shows, only the label comes back."""

import pytest
from streamlit.testing.v1 import AppTest

SHOW = """
import streamlit as st
from pages.shared.lists import {kind}
chosen = {kind}("Kies", st.session_state["options"], "keuze", {first!r})
st.text(repr(chosen))
"""
BEFORE = {"a": "2009-3, opent op 1 mei", "b": "2009-2, opent op 1 juni", "c": "2009-1"}
AFTER = {"a": "2009-3, opent op 1 mei", "b": "2009-2, opent op 9 juni", "c": "2009-1"}


def page(kind, first, options=BEFORE):
    at = AppTest.from_string(SHOW.format(kind=kind, first=first))
    at.session_state["options"] = options
    return at.run()


def chosen(at):
    assert not at.exception
    return at.text[0].value


def field(at, kind):
    return {"one_from_list": at.selectbox, "one_of_a_few": at.button_group, "one_of_rows": at.radio}[kind](key="keuze")


KINDS = ["one_from_list", "one_of_a_few", "one_of_rows"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_chosen_stays_chosen_when_its_label_changes_and_changes_back(kind):
    at = page(kind, "a")
    field(at, kind).set_value("b")
    assert chosen(at.run()) == "'b'"

    for options in (AFTER, BEFORE, AFTER):
        at.session_state["options"] = options
        assert chosen(at.run()) == "'b'"
        assert chosen(at.run()) == "'b'"
    assert BEFORE["b"] not in field(at, kind).options


@pytest.mark.parametrize("kind", KINDS)
def test_of_two_options_with_one_label_each_can_be_chosen_and_stays(kind):
    options = {"bergen-l": "Bergen", "bergen-nh": "Bergen", "assen": "Assen"}
    at = page(kind, "assen", options)

    assert list(field(at, kind).options) == ["Bergen (bergen-l)", "Bergen (bergen-nh)", "Assen"]
    for code in ("bergen-l", "bergen-nh", "bergen-l"):
        field(at, kind).set_value(code)
        assert chosen(at.run()) == repr(code)
        assert chosen(at.run()) == repr(code)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_option_any_more_is_chosen_no_longer(kind):
    at = page(kind, "a")
    field(at, kind).set_value("b")
    at.run()
    at.session_state["options"] = {"a": BEFORE["a"], "c": BEFORE["c"]}

    assert chosen(at.run()) == "'a'"


def test_what_a_browser_chooses_under_a_label_that_changed_meanwhile_is_what_it_showed(monkeypatch):
    at = page("one_from_list", "a")
    at.session_state["options"] = AFTER
    at.run()
    # The browser did not hear of it yet: it shows, and sends back, the second label of before.
    shown = at.selectbox(key="keuze")
    monkeypatch.setattr(type(shown), "index", property(lambda self: 1))
    shown.options = list(BEFORE.values())

    assert chosen(at.run()) == "'b'"


def test_a_label_that_another_option_has_by_now_means_that_one():
    at = page("one_from_list", "a", {"a": "Assen", "b": "Tiel"})
    at.session_state["options"] = {"a": "Venlo", "b": "Assen"}
    at.run()
    at.selectbox(key="keuze").set_value("b")

    assert chosen(at.run()) == "'b'"


def test_of_several_each_stays_when_its_label_changes():
    at = page("some_from_list", ["a", "b"])
    assert chosen(at) == "['a', 'b']"
    at.session_state["options"] = AFTER

    assert chosen(at.run()) == "['a', 'b']"
    assert at.multiselect(key="keuze").options == list(AFTER.values())
