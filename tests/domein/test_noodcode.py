"""Codes for who lost his telephone: how they look, and how they may be typed."""

import pytest

from landkaart.domein.noodcode import SIGNS, new_noodcodes, noodcode_hash

CODE = "k3vm-90tz-w7qd-1xhp"


def test_there_are_ten_of_16_signs_in_groups_of_four_without_what_looks_alike():
    codes = new_noodcodes()

    assert len(set(codes)) == 10
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(4, 4, 4, 4)}
    assert set("".join(codes)) <= set(SIGNS) | {"-"}
    assert set("ilou") & set(SIGNS) == set()


@pytest.mark.parametrize(
    "typed", [CODE.upper(), CODE.replace("-", ""), CODE.replace("-", " "), f" {CODE} ", "k3vm-9Otz-w7qd-Ixhp"]
)
def test_however_it_is_typed_it_is_the_same_code(typed):
    assert noodcode_hash(1, typed) == noodcode_hash(1, CODE)


@pytest.mark.parametrize(
    "typed", ["", "123456", CODE[:-1], CODE + "a", CODE.replace("k", "u"), CODE.replace("3", "٣"), "é" * 16]
)
def test_anything_else_is_no_code(typed):
    assert noodcode_hash(1, typed) is None


def test_another_account_has_another_hash_of_the_same_code():
    assert noodcode_hash(1, CODE) != noodcode_hash(2, CODE)
    assert CODE.replace("-", "") not in noodcode_hash(1, CODE)
