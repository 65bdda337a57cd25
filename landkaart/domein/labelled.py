"""Codes with the words that readers see for them."""

from enum import Enum
from typing import Self


class Labelled(Enum):
    """Each member is written as its code and its label: `NIET = "niet", "haalt het niet"`.

    The code is its value: it stands in the database, in files and in addresses. The label is what readers see; where it is
    left out, it is the code with a capital.
    """

    _value_: str
    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.label = label or code.capitalize()
        return member

    @classmethod
    def by_code(cls) -> dict[str, Self]:
        """Return every member by its code, in their own order: an unknown code is a KeyError, or what `get` gives for it."""
        return {member.value: member for member in cls}

    @classmethod
    def labels(cls) -> dict[str, str]:
        """Return the label of every member by its code, as a choice wants them."""
        return {member.value: member.label for member in cls}
