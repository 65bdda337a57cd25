"""Texts that people type, or paste, of which a part of the program could make something else than text."""

import re

# Each of these can be kept; what cannot is refused at the door: see REFUSED.
BAD_TEXTS = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "[klik](javascript:alert(1))",
    "![x](http://elders.voorbeeld/x.png)",
    "$\\href{javascript:alert(1)}{x}$",
    "{{7*7}} {% raw %} ${7*7} {0} %s %d",
    "'; DROP TABLE score;--",
    "=1+1",
    '=HYPERLINK("http://elders";"klik")',
    "+31 6 12345678",
    "-1+1",
    "@SUM(A1)",
    "＝1+1",
    "a, b <ander@elders.voorbeeld.nl>, c",
    "Werkplein Zuidoost, locatie Helmond, t.a.v. mevrouw De Vries-van den Berg",
    "… Helmond, ander@elders.voorbeeld.nl, J. Jansen",
    'De "Hoek"; een\\twee',
    "'s-Hertogenbosch",
    "Súdwest-Fryslân",
    "../../etc/passwd",
    "[]:*?/\\",
    "NA",
    "null",
    "None",
    "👨‍👩‍👧",
    "# kop",
    "1. lijst",
    "&lt;b&gt; &amp;",
    "x" * 120,
    "é" * 120,
    "datum.kleur && alert(1)",
    ":material/lock: :red[x] :streamlit:",
    "5 -> 3 -- 2 >= 1 <-> 1 <= 2 ~= 2 <- 3",
]
# Where a text may have more lines.
BAD_LINES = [
    "een\n=1+1",
    "kop\n===",
    "een\n\n    <b>code</b>",
    "een\nBcc: ander@elders.voorbeeld.nl",
    "een\nSet-Cookie: a=b",
    "> aanhaling\n> nog een",
    "een\n2026-01-01 00:00:00 ERROR verzonnen",
]
# What no text may hold: it stays outside.
REFUSED = ["a\x00b", "a\u202eb", "a\ud800b", "a\x1b[31mb", "a\u2066b"]

# What Streamlit makes a sign or a picture of in any text, escaped or not (1.67).
BECOMES_A_SIGN = re.compile(r"(?<!\S)(<->|->|<-|--|>=|<=|~=)(?!\S)|:(material/|streamlit:)")

# What a spreadsheet takes for the beginning of a formula, also in the wide signs of other scripts.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_cell(text: str) -> str:
    """What a spreadsheet gets: never the beginning of a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
