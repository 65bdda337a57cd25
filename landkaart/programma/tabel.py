"""A table of a TOML file, asked for one value after the other; whatever is wrong with it is written down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any


@dataclass
class Tabel:
    """`wat` is how a fault names it: "band 2"; `fouten` is shared with the tables around it."""

    wat: str
    values: Mapping[str, Any]
    fouten: list[str]
    asked: set[str] = field(default_factory=set)

    def fault(self, said: str) -> None:
        self.fouten.append(f"{self.wat}: {said}")

    def get(self, name: str) -> Any:
        self.asked.add(name)
        if name not in self.values:
            self.fault(f"‘{name}’ ontbreekt.")
        return self.values.get(name)

    def text(self, name: str, most: int = 200) -> str:
        """Return a text on one line; empty after a fault."""
        found = self.get(name)
        if found is None:
            return ""
        if not isinstance(found, str) or not found.strip() or not found.isprintable():
            self.fault(f"‘{name}’ moet een tekst op één regel zijn.")
            return ""
        if len(found) > most:
            self.fault(f"‘{name}’ is {len(found)} tekens lang; dat mogen er {most} zijn.")
        return found.strip()

    def number(self, name: str, low: int, high: int) -> int:
        """Return a whole number; `low` after a fault."""
        found = self.get(name)
        if found is None:
            return low
        if not isinstance(found, int) or isinstance(found, bool) or not low <= found <= high:
            self.fault(f"‘{name}’ moet een heel getal van {low} tot en met {high} zijn.")
            return low
        return found

    def numbers(self, name: str, low: float, high: float) -> tuple[float, float] | None:
        """Return two numbers, None after a fault."""
        found = self.get(name)
        if found is None:
            return None
        of_two = isinstance(found, list) and len(found) == 2 and all(type(each) in (int, float) for each in found)
        if not of_two or not all(low <= each <= high for each in found):
            self.fault(f"‘{name}’ moet uit twee getallen van {low} tot en met {high} bestaan, zoals [50, 54].")
            return None
        return found[0], found[1]

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; empty after a fault."""
        found = self.get(name)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            self.fault(f"‘{name}’ moet een lijst van teksten zijn.")
            return ()
        return tuple(found)

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of texts; empty after a fault."""
        found = self.get(name)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(
            isinstance(each, list) and len(each) == 2 and all(isinstance(one, str) for one in each) for each in found
        ):
            self.fault(f'‘{name}’ moet een lijst van paren zijn, zoals [["een", "twee"]].')
            return ()
        return tuple((first, second) for first, second in found)

    def table(self, name: str) -> "Tabel":
        found = self.get(name)
        if found is not None and not isinstance(found, dict):
            self.fault(f"schrijf ‘{name}’ als een tabel: [{name}].")
        return Tabel(f"[{name}]", found if isinstance(found, dict) else {}, self.fouten if found else [])

    def tables(self, name: str, called: str) -> Iterator["Tabel"]:
        """Yield each table of a list, called "band 1", "band 2"; none after a fault."""
        found = self.get(name)
        if found is None:
            return
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.fault(f"schrijf ‘{name}’ als tabellen: [[{name}]].")
            return
        for number, each in enumerate(found, 1):
            yield Tabel(f"{called} {number}", each, self.fouten)

    def end(self) -> None:
        """Tell what stands here that nobody asked for, with the name that was perhaps meant."""
        for name in self.values:
            if name not in self.asked:
                near = get_close_matches(name, self.asked - set(self.values), 1)
                meant = f" Bedoelt u ‘{near[0]}’?" if near else ""
                self.fault(f"‘{name}’ hoort hier niet.{meant}")
