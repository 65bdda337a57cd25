"""Every way by which what somebody typed leaves the program, and what must come out of it: the text, and nothing more.

A new way out is a function here, and a line in WAYS.
"""

import csv
import io
import json
import logging
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest
from openpyxl import load_workbook

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import Brief, Ontvanger
from landkaart.domein.logboek import LogboekRegel
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import Opzet, Rapportage, RapportDeel, RapportPlek, RapportTekst
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.errors import log_with_number, without_addresses
from landkaart.post.files import drafts, merge_table
from landkaart.post.message import compose, mail
from landkaart.rapport import figuur_image, logboek
from landkaart.rapport.csv_texts import csv_for_excel, csv_text
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.file_names import file_name
from landkaart.rapport.files import workbook_of
from landkaart.rapport.herkomst import Getoond, Herkomst, living_herkomst
from landkaart.rapport.rapportage.html_file import html
from landkaart.rapport.rapportage.pdf_file import pdf
from landkaart.rapport.rapportage.rapport import compose as compose_report
from landkaart.rapport.rapportage.word_file import word
from landkaart.rapport.readers_table import ShownTable
from landkaart.settings import Afzender
from landkaart.web.downloads.outgoing import Bestand, as_attachment
from landkaart.web.paper.printing import HTML, css_text
from landkaart.web.templates import templates_in
from pages.invullen.werkpleinen import row as row_of_werkpleinen
from pages.shared.markdown import NBSP, escaped
from tests.steps.bad_texts import BAD_LINES, BAD_TEXTS, BECOMES_A_SIGN, REFUSED, as_cell
from tests.steps.factories import GEMAAKT, TERTAAL, beeld, stand, uitvraag
from tests.steps.rapport_files import text_of_html, text_of_word

HERE = "https://landkaart.voorbeeld.nl"
NOW = datetime(2009, 9, 1, tzinfo=UTC)
# Keys of a Vega spec whose texts are programs.
PROGRAMS = {"expr", "signal", "calculate", "filter", "test", "labelExpr", "href", "url", "update"}


def country(text: str):
    return beeld(stand(a="3", b="1"), {TERTAAL.before(): stand(a="1", b="1")}, uitvraag=uitvraag(), namen={"a": text})


def brief(text: str, naam: str = "Jan") -> Brief:
    ontvanger = Ontvanger("jan@gemeente.nl", naam, (("a", text),))
    return Brief(1, ontvanger, TERTAAL, NOW, f"Over {text}", f"Dag,\n\n{text}\n\n{{link}}")


def parsed(content: bytes):
    return message_from_bytes(content, policy=default)


def one_address(header, text: str) -> None:
    """Of the name the letters are left; what could be read as an address is not."""
    (address,) = header.addresses
    assert address.addr_spec == "jan@gemeente.nl"
    assert letters(address.display_name) == letters(text)


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def mail_to(text: str) -> None:
    sent = compose(brief("Assen", text), afzender=Afzender("Landkaart", "jan@gemeente.nl"), adres=HERE)
    found = parsed(sent.as_bytes())
    one_address(found["To"], text)
    assert found.keys() == sent.keys()
    assert all(len(line) < 998 for line in sent.as_bytes().split(b"\r\n"))


def mail_from(text: str) -> None:
    to = Afzender("Jan", "jan@gemeente.nl")
    sent = mail(to, "Onderwerp", "tekst", afzender=Afzender(text, "jan@gemeente.nl"), adres=HERE)
    one_address(parsed(sent.as_bytes())["From"], text)


def mail_subject_and_text(text: str) -> None:
    sent = compose(brief(text), afzender=None, adres=HERE)
    found = parsed(sent.as_bytes())
    assert found["Subject"].split() == f"Over {text}".split()
    assert text in found.get_content().replace("\r\n", "\n")
    assert found.keys() == sent.keys()


def mails_to_take_along(text: str) -> None:
    with zipfile.ZipFile(io.BytesIO(drafts([brief(text)], HERE, Herkomst({"Gemaakt": text})))) as packed:
        names = packed.namelist()
        assert "Gemaakt: " + " ".join(text.split()) == packed.read("herkomst.txt").decode().rstrip("\n")
    assert all(re.fullmatch(r"[a-z0-9@._-]+", name) and ".." not in name for name in names)
    rows = list(csv.reader(io.StringIO(merge_table([brief(text)], HERE).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[1][2] == as_cell(text)


def name_of_a_file(text: str) -> None:
    name = file_name("zoeken", Tertaal(2009, 2), {"door": text}, "csv")
    assert re.fullmatch(r"zoeken-2009-2[a-z0-9_-]*\.csv", name)
    assert as_attachment(Bestand(name, b"")).headers["content-disposition"] == f'attachment; filename="{name}"'


def csv_file(text: str) -> None:
    table, herkomst = pd.DataFrame({"naam": [text]}, dtype="str"), Herkomst({"Gemaakt": text})
    for content, separator in ((csv_text(table, herkomst), ","), (csv_for_excel(table, herkomst).decode("utf-8-sig"), ";")):
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator, strict=True))
        assert rows == [["naam"], [as_cell(text)], [], ["Gemaakt", as_cell(text)]]


def workbook(text: str) -> None:
    made = replace(GEMAAKT, door=text)
    book = load_workbook(io.BytesIO(workbook_of(country(text), made)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    # The contents lead to the sheets, and to nothing outside.
    assert not any(cell.data_type == "f" or (cell.hyperlink and cell.hyperlink.target) for cell in cells)
    assert book["Groen"]["B2"].value == text
    assert any(cell.value == f"op 1 september 2009, 12:00 uur, door {text}" for cell in cells)


def clipboard_and_print(text: str) -> None:
    shown = ShownTable("Namen", lambda: pd.DataFrame({"naam": [text]}, dtype="str"), {"naam": "Werkplein"})
    seen = Seen(shown.html())
    assert seen.tags <= {"table", "thead", "tbody", "tr", "th", "td", "br"}
    assert seen.text == "Werkplein" + as_cell(text).replace("\n", "")
    lines = shown.plain().splitlines()
    assert lines == ["Werkplein", " ".join(as_cell(text).split())]


def picture(text: str) -> None:
    found = country(text)
    herkomst = living_herkomst(replace(GEMAAKT, door=text), Getoond({"Werkplein": text}))
    for naam in ("beweging", "heatmap"):
        drawn = ElementTree.fromstring(figuur_image.svg(figuur(found, naam, {}), found, herkomst))
        tags = {each.tag.rpartition("}")[2] for each in drawn.iter()}
        assert not tags & {"script", "a", "image", "foreignObject", "img"}
        # A long text is broken into lines, and cut where there is no room.
        assert letters(text)[:20] in letters("".join(drawn.itertext()))
        assert not any(name.startswith("on") or name.endswith("href") for each in drawn.iter() for name in each.attrib)


def chart(text: str) -> None:
    # As it is, and as it stands between the quotes of a program.
    written = {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    for naam in ("beweging", "heatmap"):
        spec = json.loads(json.dumps(figuur(country(text), naam, {}).spec))
        assert not [found for found in programs(spec) for each in written if each in found and len(text) > 4]


def markdown(text: str) -> None:
    shown = escaped(text)
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", shown)
    assert not BECOMES_A_SIGN.search(plain)
    assert plain.replace("\u2060", "").replace("  \n", "\n").replace(NBSP, " ") == text.replace(NBSP, " ")
    assert not re.search(r"(?<!\\)[<>\[\]`*_$#|~{}]", shown.replace("\\\\", ""))
    assert not re.search(r"^[ \t]+\S|^=+\s*$", shown, re.MULTILINE)


def paper(text: str) -> None:
    page = templates_in(HTML).from_string("<p title='{{ text }}'>{{ text }}</p>").render(text=text)
    seen = Seen(page)
    assert (seen.tags, seen.text) == ({"p"}, text)
    in_css = str(css_text(text))
    assert not re.search("[\"'\n<>;]", in_css)
    assert re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), in_css) == text


def log_on_the_screen_and_in_a_file(text: str) -> None:
    regel = LogboekRegel(NOW, text, Weg.FORMULIER, Handeling.TOELICHTING, "a", text, "2009-2", None, None, text)
    content = csv_text(logboek.file_table([regel]))
    row = next(csv.DictReader(io.StringIO(content, newline=""), strict=True))
    assert (row["naam"], row["door"], row["nieuw"]) == (as_cell(text),) * 3


def log_of_the_server(text: str) -> None:
    records: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: records.append(record.getMessage())
    logger = logging.getLogger("landkaart.errors")
    logger.addHandler(handler)
    try:
        log_with_number(ValueError(text))
    finally:
        logger.removeHandler(handler)
    first, *rest = records[0].splitlines()
    assert re.fullmatch("fout [0-9A-F]{6}", first)
    assert all(line.startswith("  | ") and line.isprintable() for line in rest)
    said = "\n".join(line.removeprefix("  | ") for line in rest)
    assert f"ValueError: {written_out(text)}" in said


def written_out(text: str) -> str:
    """As the log has it: without addresses, and with signs that nobody sees by their number."""
    lines = without_addresses(text).splitlines()
    return "\n".join("".join(s if s.isprintable() else s.encode("unicode_escape").decode() for s in line) for line in lines)


def what_goes_with_a_page_as_html(text: str) -> None:
    seen = Seen(row_of_werkpleinen({"werkplein": "a", "tertaal": None, "naam": text, "zin": text}))
    assert seen.tags == {"tr", "td", "a"}
    assert seen.text == text + text


def report(text: str) -> None:
    """In Word, PDF and on a page: as a naam in a table and as a text of the AKO."""
    plek = RapportPlek(RapportDeel.INLEIDING)
    typed = Rapportage(Opzet((RapportDeel.INLEIDING, RapportDeel.ACHTERBLIJVERS)), {plek: RapportTekst(text, "Ada", NOW)})
    rapport = compose_report(RapportGegevens(country(text), None, NOW, HERE, typed)).rapport
    letters_of = letters(text)
    assert letters_of in letters(text_of_word(word(rapport, {})))
    page = html(rapport, {})
    assert letters_of in letters(text_of_html(page))
    seen = Seen(page.decode())
    assert not seen.tags & {"script", "img", "iframe", "b"}
    # A sign of which the letters of the report have no shape becomes an empty square, and nothing keeps it from being made.
    assert pdf(rapport, {}).startswith(b"%PDF-1.7")


ONE_LINE = [mail_to, mail_from, name_of_a_file, picture, chart, workbook]
WAYS = [
    mail_subject_and_text,
    mails_to_take_along,
    csv_file,
    clipboard_and_print,
    markdown,
    paper,
    log_on_the_screen_and_in_a_file,
    log_of_the_server,
    what_goes_with_a_page_as_html,
    report,
]


class Seen(HTMLParser):
    """What a browser makes of it: which elements, and which words."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.text += data


def programs(part, key=""):
    """Every text in a spec that a browser runs."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name != "datasets":
                yield from programs(value, name)
    elif isinstance(part, list):
        for each in part:
            yield from programs(each, key)
    elif isinstance(part, str) and key in PROGRAMS:
        yield part


@pytest.mark.parametrize("way", [*ONE_LINE, *WAYS], ids=lambda way: way.__name__)
@pytest.mark.parametrize("text", BAD_TEXTS)
def test_what_somebody_typed_leaves_as_text_and_as_nothing_else(way, text):
    way(clean(text, 500))


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("text", BAD_LINES)
def test_a_text_of_more_lines_does_too(way, text):
    way(clean(text, 500))


@pytest.mark.parametrize("text", REFUSED)
def test_what_no_text_may_hold_stays_outside(text):
    with pytest.raises(OngeldigeInvoer):
        clean(text, 500)
