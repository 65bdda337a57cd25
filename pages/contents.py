"""The table of contents: every page there is, in the order of the menu."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """`file` stands in this folder; `help` says in one sentence what the page answers."""

    file: str
    title: str
    icon: str
    help: str
    default: bool = False


PAGES = (
    Entry("landelijk.py", "Landelijk beeld", ":material/bar_chart:", "Waar staat het land in een tertaal?", default=True),
    Entry("invullen.py", "Invullen", ":material/edit_note:", "De 14 mijlpalen van één werkplein beoordelen en indienen."),
    Entry("uitleg.py", "Hoe het telt", ":material/help:", "De mijlpalen, de banden, de rekenregels en de herkomst."),
)
