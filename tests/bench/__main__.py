"""Measures everything, or the parts that are named; prints one table, and ends with status 1 when a goal is missed."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import (
    after_change,
    api,
    clicking,
    counting,
    dear,
    first_visit,
    growing,
    importing,
    rapport,
    reading,
    rerunning,
    rush,
    saving,
    saving_over_http,
    starting,
    werkbladen,
)
from tests.bench.measure import Measurement

PARTS = {
    part.__name__.rpartition(".")[2]: part
    for part in (
        counting,
        reading,
        saving,
        saving_over_http,
        clicking,
        importing,
        rerunning,
        growing,
        rush,
        starting,
        after_change,
        dear,
        first_visit,
        werkbladen,
        rapport,
        api,
    )
}


def main(names: Sequence[str]) -> int:
    console = Console(width=120)
    found: list[Measurement] = []
    for name in names or PARTS:
        with tempfile.TemporaryDirectory() as folder, console.status(f"{name}…"):
            found += PARTS[name].measure(Path(folder))
    console.print(table(found))
    return 0 if all(measurement.is_reached for measurement in found) else 1


def table(found: list[Measurement]) -> Table:
    shown = Table("wat", title="Medianen van één run, om en om gemeten")
    for heading in ("wij", "maatstaf", "verhouding", "doel", ""):
        shown.add_column(heading, justify="right")
    for each in found:
        verdict = "[green]ok[/]" if each.is_reached else "[red]mist[/]"
        times = (said(each.ours, each.unit), said(each.reference, each.unit))
        shown.add_row(each.what, *times, number(each.ratio), f"≤ {number(each.goal)}", verdict)
    return shown


def said(found: float, unit: str) -> str:
    """In a unit that is counted, or else in milliseconds."""
    return f"{found:,.0f} {unit}".replace(",", ".") if unit else f"{found * 1000:.3f} ms".replace(".", ",")


def number(ratio: float) -> str:
    return f"{ratio:.2f}".replace(".", ",")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
