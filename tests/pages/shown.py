"""What each page shows at first sight on the landkaart of 2009: every word, choice and button, to be laid beside before.

A remark that is gone, a choice under a bare code, a button that leads nowhere: each is a line here. Whoever changes one on
purpose writes them anew with `TEKEN=1 pytest tests/pages/test_shown.py`, and looks at what differs. The form has its own.
"""

import re
from datetime import date
from pathlib import Path

import pandas as pd

from db.actions.werkpleinen import close_werkplein
from tests.steps.accounts import session_of_coordinator
from tests.steps.beheer import open_row, open_werkpleinen
from tests.steps.drive import visit
from tests.steps.perform import perform

FOLDER = Path(__file__).with_name("shown")
HARDERWIJK = {"werkpleinen": ["harderwijk"], "rol": "werkplein"}
# By the name of the file: the screen, who looks, and what he asks in the address.
VISITS = {
    "begin": ("begin", {}),
    "begin-ako": ("begin", {"rol": "ako"}),
    "begin-werkplein": ("begin", {**HARDERWIJK}),
    "landelijk": ("landelijk", {"tertaal": "2009-2"}),
    "landelijk-open": ("landelijk", {"tertaal": "2009-3"}),
    "kaart": ("kaart", {"tertaal": "2009-2"}),
    "kaart-deel": ("kaart", {"tertaal": "2009-2", "toon": "verandering", "gebied": "provincie:Gelderland"}),
    "ontwikkeling": ("ontwikkeling", {"tertaal": "2009-2"}),
    "heatmap": ("heatmap", {"tertaal": "2009-2"}),
    "heatmap-blad": ("heatmap", {"tertaal": "2009-2", "blad": "2", "toon": "verandering"}),
    "achterblijvers": ("achterblijvers", {"tertaal": "2009-2", "rol": "ako"}),
    "achterblijvers-lezer": ("achterblijvers", {"tertaal": "2009-2", "limiet": "40"}),
    "zoeken": ("zoeken", {"tertaal": "2009-2"}),
    "zoeken-vraag": ("zoeken", {"tertaal": "2009-2", "w": "ketenjaarplan:volledig", "provincie": "Gelderland"}),
    "kengetallen": ("kengetallen", {"tertaal": "2009-2"}),
    "kengetallen-ako": ("kengetallen", {"tertaal": "2009-2", "onderwerp": "BVG", "rol": "ako"}),
    "kengetallen-geen": ("kengetallen", {"tertaal": "2009-1"}),
    "plan": ("plan", {}),
    "plan-ako": ("plan", {"rol": "ako"}),
    "prognose": ("prognose", {"tertaal": "2009-2"}),
    "werkplein": ("werkplein", {"tertaal": "2009-2", "werkplein": "harderwijk"}),
    "werkplein-eigen": ("werkplein", {"tertaal": "2009-2", "werkplein": "harderwijk", **HARDERWIJK}),
    "collegas": ("collegas", {}),
    "beheer-uitnodigen": ("beheer", {"rol": "beheer", "toegang": "in_gebruik"}),
    "leren": ("leren", {"werkplein": "harderwijk", **HARDERWIJK}),
    "logboek": ("logboek", {"rol": "beheer"}),
    "respons": ("respons", {"rol": "ako"}),
    "herinneren": ("herinneren", {"rol": "ako"}),
    "navragen": ("navragen", {"rol": "ako"}),
    "uitvraag": ("uitvraag", {"rol": "ako"}),
    "indicatie": ("indicatie", {"rol": "ako", "tertaal": "2009-2"}),
    "rapportage": ("rapportage", {"rol": "ako", "tertaal": "2009-2"}),
    "vragen": ("vragen", {"rol": "ako", "tertaal": "2009-2"}),
    "plausibiliteit": ("plausibiliteit", {"rol": "ako", "uitvraag": "2009-2"}),
    "upload": ("upload", {"rol": "beheer"}),
    "beheer": ("beheer", {"rol": "beheer"}),
    "beheer-account": ("beheer", {"rol": "beheer"}),
    "beheer-werkplein": ("beheer", {"rol": "beheer"}),
    "beheer-gesloten": ("beheer", {"rol": "beheer"}),
    "uitleg": ("uitleg", {}),
    "handleiding": ("handleiding", {"rol": "ako"}),
}
# What is done on the page before it is looked at.
THEN = {
    "beheer-account": lambda at: open_row(at, first_account(at)),
    "beheer-werkplein": lambda at: open_werkpleinen(at, "werkplein-assen"),
    "beheer-gesloten": lambda at: open_werkpleinen(at, "werkplein-alkmaar"),
}


def first_account(at) -> str:
    """The row that stands on top."""
    keys = (str(each.key) for each in at.button)
    return next(key.removeprefix("openen-") for key in keys if key.startswith("openen-account-"))


# What an element says, as AppTest calls it; of a choice the options as readers see them.
ASKED = ("label", "value", "help", "placeholder", "options", "max_chars", "disabled")
# Kept elsewhere: the pictures (tests/rapport/pictures) and how things are put beside each other.
SILENT = {
    "flex_container",
    "grid_container",
    "vega_lite_chart",
    "arrow_vega_lite_chart",
    "root",
    "main",
    "sidebar",
    "event",
    "column",
    "horizontal",
    "vertical",
    "popover",
}


def sight(name: str) -> str:
    """A line for each element, in the order of the page; hours are left out, which are those of this machine."""
    screen, asked = VISITS[name]
    if name == "beheer-gesloten":
        perform(close_werkplein, code="alkmaar", tot=date(2010, 1, 1))
    if name == "collegas":
        asked = {"sessie": session_of_coordinator(["harderwijk", "assen"])}
    return sight_of(THEN.get(name, lambda at: at)(visit(screen, **asked)))


def sight_of(at) -> str:
    """The same of a page that is open."""
    assert not at.exception
    lines = [line for each in at.main if (line := said(each))]
    return re.sub(r"\b\d\d:\d\d\b", "··:··", "\n".join(lines)) + "\n"


def said(element) -> str:
    kind = element.type
    if kind in SILENT:
        return ""
    if isinstance(table := getattr(element, "value", None), pd.DataFrame):
        return f"{kind}: {', '.join(map(str, table.columns))} ({len(table)})"
    if kind == "html":
        return f"html: {' '.join(re.sub('<[^>]*>', ' ', element.value).split())}"
    found = {name: getattr(element, name, None) for name in ASKED}
    if all(value is None for value in found.values()):
        return f"{kind}: {plain(element.proto)}"
    parts = [f"{name}={str(value)!r}" for name, value in found.items() if value not in (None, "", False, 0, [])]
    return f"{kind}: {', '.join(parts)}"


def plain(proto) -> str:
    """What Streamlit sends of an element that AppTest does not know, without the names it made up."""
    lines = (line.strip() for line in str(proto).splitlines())
    return "; ".join(line for line in lines if line and not re.match(r"(id|\w+_id|url|data|spec|file): ", line))[:400]
