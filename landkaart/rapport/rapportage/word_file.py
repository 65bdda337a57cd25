"""The report for Word: headings, tables and pictures as Word has them, to go on editing."""

import io
from collections.abc import Iterator, Mapping
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from landkaart.programma.namen import AKO_VOLUIT, NAAM
from landkaart.rapport.colours import ALARM
from landkaart.rapport.rapportage.grafieken import Drawn
from landkaart.rapport.rapportage.model import (
    Block,
    Bullets,
    Paragraph,
    Rapport,
    RapportChart,
    RapportGrid,
    Subheading,
    Vindplaats,
    Zin,
)
from landkaart.rapport.rapportage.packing import packed_anew
from landkaart.rapport.rapportage.word_styles import BLUE, GREY, prepare
from landkaart.rapport.rapportage.word_table import add_table
from landkaart.rapport.rapportage.word_xml import (
    add_bar,
    add_bookmark,
    add_drawing,
    add_field,
    add_jump,
    add_link,
    field_begin,
    field_end,
)

AUTHOR = AKO_VOLUIT
TOC = 'TOC \\o "1-2" \\h \\z \\u'


def word(rapport: Rapport, drawings: Mapping[str, Drawn]) -> bytes:
    """Write it; the same report gives the same bytes. `drawings`: by title of the chart."""
    document = docx.Document()
    prepare(document)
    set_properties(document, rapport)
    add_header_and_footer(document, rapport)
    add_front(document, rapport)
    headings = list(numbered(rapport))
    add_contents(document, headings)
    writer = Writer(document, rapport, drawings, iter(headings))
    for chapter in rapport.hoofdstukken:
        writer.heading(1)
        for block in chapter.blokken:
            writer.write(block)
    made = io.BytesIO()
    document.save(made)
    return packed_anew(made.getvalue())


def set_properties(document: Document, rapport: Rapport) -> None:
    """Say in the file what it is; its only moment is that of the figures."""
    found, moment = document.core_properties, rapport.gedateerd.replace(tzinfo=None, microsecond=0)
    found.title, found.subject, found.author = rapport.titel, rapport.ondertitel, AUTHOR
    found.keywords, found.language, found.comments = NAAM, "nl-NL", ""
    found.last_modified_by, found.revision = AUTHOR, 1
    set_moment(document, moment)


def set_moment(document: Document, moment: datetime) -> None:
    document.core_properties.created = document.core_properties.modified = moment


def add_header_and_footer(document: Document, rapport: Rapport) -> None:
    """Put on every page that the figures are provisional, if they are; and the number of the page."""
    section = document.sections[0]
    section.different_first_page_header_footer = not rapport.merk
    head = section.header.paragraphs[0]
    head.style = document.styles["Bron"]
    added = head.add_run(rapport.merk or f"{rapport.titel} · vastgestelde cijfers")
    if rapport.merk:
        added.bold, added.font.color.rgb = True, RGBColor.from_string(ALARM.removeprefix("#"))
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Bron"]
    foot.add_run(f"{NAAM} · {AUTHOR} · pagina ")
    add_field(foot, "PAGE", "1")
    foot.add_run(" van ")
    add_field(foot, "NUMPAGES", "1")


def add_front(document: Document, rapport: Rapport) -> None:
    """Write the first page: what it is, and what it is made from."""
    above = document.add_paragraph(AUTHOR)
    above.runs[0].font.color.rgb = RGBColor.from_string(GREY.removeprefix("#"))
    above.paragraph_format.space_before = Cm(5)
    add_bar(above, BLUE)
    document.add_paragraph(rapport.titel, style="Title")
    document.add_paragraph(rapport.ondertitel, style="Subtitle")
    for place, (name, said) in enumerate(rapport.stempel):
        pair = document.add_paragraph(style="Stempel")
        if not place:
            pair.paragraph_format.space_before = Cm(7)
        label = pair.add_run(f"{name}: ")
        label.bold, label.font.color.rgb = True, RGBColor.from_string(BLUE.removeprefix("#"))
        pair.add_run(said)


def numbered(rapport: Rapport) -> Iterator[tuple[int, str, str]]:
    """Yield every heading: its level, its text, and the name of its bookmark."""
    for place, chapter in enumerate(rapport.hoofdstukken, start=1):
        yield 1, f"{place} {chapter.titel}", f"hoofdstuk_{place}"
        subs = [block.tekst for block in chapter.blokken if isinstance(block, Subheading)]
        for number, text in enumerate(subs, start=1):
            yield 2, text, f"hoofdstuk_{place}_{number}"


def add_contents(document: Document, headings: list[tuple[int, str, str]]) -> None:
    """Write a table of contents that is there already, as links, and that Word fills with page numbers when asked.

    Not by itself: a document that asks to be filled opens with a warning.
    """
    title = document.add_paragraph(style="Subtitle")
    title.paragraph_format.page_break_before = True
    title.add_run("Inhoud").bold = True
    entry: WordParagraph | None = None
    for level, text, bookmark in headings:
        begins = entry is None
        entry = document.add_paragraph()
        entry.paragraph_format.left_indent = Cm(0.7 * (level - 1))
        entry.paragraph_format.space_after = Cm(0.08)
        if begins:
            field_begin(entry, TOC)
        add_jump(entry, text, bookmark)
    if entry is not None:
        field_end(entry)


class Writer:
    """Writes blocks behind each other; knows which heading and which picture comes next."""

    def __init__(
        self, document: Document, rapport: Rapport, drawings: Mapping[str, Drawn], headings: Iterator[tuple[int, str, str]]
    ):
        self.document, self.rapport, self.drawings, self.headings = document, rapport, drawings, headings
        self.marks = self.pictures = 0

    def write(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Subheading():
                self.heading(2)
            case Paragraph():
                self.sentence(block.zin, "Let op" if block.nadruk else "Normal")
            case Bullets():
                for zin in block.zinnen:
                    self.sentence(zin, "List Bullet")
            case RapportGrid():
                self.grid(block)
            case RapportChart():
                self.chart(block, self.drawings[block.titel])

    def heading(self, level: int) -> None:
        """Write the next heading."""
        _, text, bookmark = next(self.headings)
        self.marks += 1
        heading = self.document.add_heading(text, level)
        # After the table of contents begins a new page.
        heading.paragraph_format.page_break_before = self.marks == 1
        add_bookmark(heading, bookmark, self.marks)

    def sentence(self, zin: Zin, style: str) -> None:
        """Write a paragraph, each figure in it as a link to where it can be checked."""
        paragraph = self.document.add_paragraph(style=style)
        for part in zin:
            if isinstance(part, str):
                paragraph.add_run(part)
            else:
                add_link(paragraph, part.tekst, self.rapport.link_of(part), "Cijfer")

    def grid(self, grid: RapportGrid) -> None:
        self.document.add_paragraph(grid.titel, style="Bijschrift")
        if grid.rijen:
            add_table(self.document, grid)
        self.source(grid.plaats, *(grid.noten if grid.rijen else (*grid.noten, grid.leeg)))

    def chart(self, chart: RapportChart, drawn: Drawn) -> None:
        self.document.add_paragraph(chart.titel, style="Bijschrift")
        self.pictures += 1
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        paragraph.paragraph_format.keep_with_next = True
        picture = paragraph.add_run().add_picture(io.BytesIO(drawn.png), Cm(drawn.width), Cm(drawn.height))
        add_drawing(self.document, picture, drawn.svg, chart.alt, self.pictures)
        self.source(chart.plaats, *filter(None, [drawn.vermelding]))

    def source(self, plaats: Vindplaats, *noten: str) -> None:
        """Write below a table or picture what must be known of it, and where it can be checked."""
        for noot in noten:
            self.document.add_paragraph(noot, style="Bron")
        where = self.document.add_paragraph("Na te gaan op: ", style="Bron")
        where.paragraph_format.space_after = Cm(0.5)
        add_link(where, plaats.pagina, self.rapport.link(plaats), "Cijfer")
