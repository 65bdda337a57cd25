"""Invitations as letters: one page that prints a sheet for each person."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import segno
from markupsafe import Markup

from landkaart.domein.uitnodiging import Uitnodigingsbrief
from landkaart.rapport import dutch
from landkaart.rapport.herkomst import Herkomst
from landkaart.screens import toegangslink
from landkaart.web.templates import templates_in

HTML = Path(__file__).parent / "html"


class Letter(NamedTuple):
    """One letter as the template writes it."""

    naam: str
    organisatie: str
    werkpleinen: str
    adres: str
    link: str
    qr: Markup
    tot: str


def letters(briefs: Sequence[Uitnodigingsbrief], adres: str, herkomst: Herkomst) -> bytes:
    """Return a page that prints as a letter for each person, on a sheet of its own; it needs nothing from elsewhere.

    `adres`: where the landkaart is found.
    """
    found = templates_in(HTML).get_template("uitnodigingen.html")
    return found.render(letters=[letter(brief, adres) for brief in briefs], herkomst=herkomst.text).encode()


def letter(brief: Uitnodigingsbrief, adres: str) -> Letter:
    link, who = toegangslink(adres, brief.token), brief.account
    # Made of a link of ours alone: nothing in it was typed by anybody.
    qr = Markup(segno.make(link, error="m").svg_inline(scale=3))
    tot = f"{dutch.day(brief.tot)} om {dutch.hour(brief.tot)} uur"
    return Letter(who.naam, who.organisatie, dutch.enumeration(brief.werkpleinen), who.adres, link, qr, tot)
