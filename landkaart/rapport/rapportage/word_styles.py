"""How the report looks in Word: styles that somebody who edits it goes on with, on A4, in Dutch."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from landkaart.rapport.colours import ALARM, PRIMARY, QUIET, TEXT
from landkaart.rapport.rapportage.word_xml import element, put

FONT = "Arial"
BLUE, GREY = PRIMARY, QUIET
# Ours, by name: on which they are based, their size in points, and their colour.
OWN = {
    "Cel": ("Normal", 8, TEXT),
    "Bijschrift": ("Normal", 9, TEXT),
    "Bron": ("Normal", 7.5, GREY),
    "Let op": ("Normal", 9.5, TEXT),
    "Stempel": ("Normal", 9, TEXT),
}
HEADINGS: dict[str, float] = {"Title": 28, "Subtitle": 14, "Heading 1": 18, "Heading 2": 13}


def prepare(document: Document) -> None:
    """Set page, language and styles of an empty document."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.3)
    set_language(document)
    normal = document.styles["Normal"]
    set_font(normal, 10, TEXT)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(7), 1.2
    for name, size in HEADINGS.items():
        set_heading(document.styles[name], size, name)
    for name, (base, size, colour) in OWN.items():
        add_style(document, name, base, size, colour)
    add_figure_style(document)


def set_language(document: Document) -> None:
    """Have Word spell it as Dutch."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", val="nl-NL", eastAsia="nl-NL", bidi="nl-NL"))


def set_font(style: Any, size: float, colour: str) -> None:
    """Set the letter of a style, for every kind of script."""
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#"))
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def set_heading(style: Any, size: float, name: str) -> None:
    set_font(style, size, BLUE)
    style.font.bold, style.font.italic = name != "Subtitle", False
    for tag in ("w:pBdr", "w:spacing", "w:kern"):
        for old in style.element.findall(f".//{qn(tag)}"):
            old.getparent().remove(old)
    spaces = {"Heading 1": (26, 9), "Heading 2": (18, 6)}
    style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, spaces.get(name, (0, 8)))
    style.paragraph_format.keep_with_next = True


def add_style(document: Document, name: str, base: str, size: float, colour: str) -> None:
    """Add one of OWN."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles[base]
    set_font(style, size, colour)
    style.paragraph_format.space_after = Pt({"Cel": 0, "Bijschrift": 3, "Bron": 2}.get(name, 6))
    style.paragraph_format.line_spacing = 1.1
    if name == "Bron":
        style.paragraph_format.space_before = Pt(3)
    if name == "Bijschrift":
        style.font.bold = True
        style.paragraph_format.keep_with_next = True
        style.paragraph_format.space_before = Pt(10)
    if name == "Let op":
        style.font.bold = True
        borders = element("w:pBdr")
        borders.append(element("w:left", val="single", sz="24", space="8", color=ALARM.removeprefix("#")))
        put(style.element.get_or_add_pPr(), borders)


def add_figure_style(document: Document) -> None:
    """Add how a figure in a sentence looks, which is a link: as text, with dots below."""
    style = document.styles.add_style("Cijfer", WD_STYLE_TYPE.CHARACTER)
    properties = style.element.get_or_add_rPr()
    properties.append(element("w:u", val="dotted", color="8FA3BD"))
