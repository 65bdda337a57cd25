"""What python-docx has no words for: alt texts, headings that repeat, links, a field, a drawing beside its picture."""

from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

SVG = "image/svg+xml"
# By which Word finds the drawing that stands beside a picture.
SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG_XML = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{uri}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{embed}"/></a:ext></a:extLst>'
)


# In which order Word wants what a paragraph and a table are set to, by its own schema.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid "
    "spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl "
    "divId cnfStyle rPr sectPr pPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
}


def put(parent: Any, *children: Any) -> None:
    """Put what is set into the properties of a paragraph or a table, where Word wants it."""
    names = ORDER[parent.tag.rpartition("}")[2]].split()
    for child in children:
        parent.append(child)
    parent[:] = sorted(parent, key=lambda each: names.index(each.tag.rpartition("}")[2]))


def element(tag: str, **attributes: str) -> Any:
    """Make an element of Word, with attributes of Word: element("w:shd", fill="e8eef5")."""
    found = OxmlElement(tag)
    for name, value in attributes.items():
        found.set(qn(f"w:{name}"), value)
    return found


def add_link(paragraph: Paragraph, text: str, address: str, style: str) -> None:
    """Add a link to a page of the landkaart."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(run(text, style))
    paragraph._p.append(link)


def add_jump(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Add a link to a place in the document itself."""
    link = element("w:hyperlink", anchor=bookmark, history="1")
    link.append(run(text))
    paragraph._p.append(link)


def run(text: str, style: str | None = None) -> Any:
    """Make a run of text."""
    found = OxmlElement("w:r")
    if style:
        properties = OxmlElement("w:rPr")
        properties.append(element("w:rStyle", val=style))
        found.append(properties)
    said = OxmlElement("w:t")
    said.set(qn("xml:space"), "preserve")
    said.text = text
    found.append(said)
    return found


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a paragraph as a place to jump to."""
    paragraph._p.insert(1, element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def field_begin(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field, whose last outcome follows until `field_end`: Word fills it anew when somebody asks for it."""
    for kind in ("begin", None, "separate"):
        found = OxmlElement("w:r")
        if kind:
            found.append(element("w:fldChar", fldCharType=kind))
        else:
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = instruction
            found.append(text)
        paragraph._p.append(found)


def field_end(paragraph: Paragraph) -> None:
    found = OxmlElement("w:r")
    found.append(element("w:fldChar", fldCharType="end"))
    paragraph._p.append(found)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Add a whole field, such as the number of the page, with what stands there until Word fills it."""
    field_begin(paragraph, instruction)
    paragraph._p.append(run(shown))
    field_end(paragraph)


def repeat_heading(row: Any) -> None:
    """Have a row of headings stand on top of every page, and hold together."""
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def describe(table: Any, titel: str) -> None:
    """Give a table its title and description for who cannot see it."""
    put(table._tbl.tblPr, element("w:tblCaption", val=titel), element("w:tblDescription", val=titel))


def shade(cell: Any, colour: str) -> None:
    """Put a colour (such as "#154273") behind a cell."""
    cell.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour.removeprefix("#")))


def add_drawing(document: Document, picture: Any, svg: str, alt: str, number: int) -> None:
    """Lay a drawing beside a picture, which programs show that know no SVG; both have the same alt text."""
    package = document.part.package
    part = Part(PackURI(f"/word/media/figuur{number}.svg"), SVG, svg.encode(), package)
    relation = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = picture._inline.find(f".//{qn('a:blip')}")
    blip.append(parse_xml(SVG_XML.replace("{uri}", SVG_URI).replace("{embed}", relation)))
    named = picture._inline.docPr
    named.set("id", str(number))
    named.set("name", f"Figuur {number}")
    named.set("descr", alt)


def add_bar(paragraph: Paragraph, colour: str) -> None:
    """Draw a bar above a paragraph."""
    edges = element("w:pBdr")
    edges.append(element("w:top", val="single", sz="72", space="12", color=colour.removeprefix("#")))
    put(paragraph._p.get_or_add_pPr(), edges)


def border(colour: str, size: int = 4) -> str:
    """Write the attributes of one edge."""
    return f'w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"'


def table_borders(colour: str) -> Any:
    """Make the lines of a table: below each row, and nowhere else."""
    line, none = border(colour), 'w:val="nil"'
    edges = {"top": line, "left": none, "bottom": line, "right": none, "insideH": line, "insideV": none}
    inner = "".join(f"<w:{name} {look}/>" for name, look in edges.items())
    return parse_xml(f"<w:tblBorders {nsdecls('w')}>{inner}</w:tblBorders>")
