"""The looks of the OpenDocument spreadsheet: cells, columns, pages, and what stays in sight."""

from xml.sax.saxutils import escape

from landkaart.domein.band import Band
from landkaart.programma.namen import NAAM
from landkaart.rapport.colours import EDGE, GROUND, PRIMARY, QUIET, TEXT
from landkaart.rapport.werkbladen.blad import WIDEST, BladKolom, CelSoort, Gedrukt
from landkaart.rapport.werkbladen.voorblad import Omslag

URN = "urn:oasis:names:tc:opendocument:xmlns:"
KINDS = {
    "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "number": "datastyle",
    "chart": "chart", "meta": "meta", "config": "config", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
NAMESPACES = (
    " ".join(f'xmlns:{name}="{URN}{kind}:1.0"' for name, kind in KINDS.items())
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    + ' xmlns:ooo="http://openoffice.org/2004/office"'
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Of a character, about.
CENTIMETRES = 0.21
DECIMALS = range(7)
BOLD = 'fo:font-weight="bold"'
DUTCH = 'number:language="nl" number:country="NL"'
DATE = (
    f'<number:date-style style:name="N-dag" {DUTCH}><number:day/><number:text> </number:text>'
    '<number:month number:style="long" number:textual="true"/><number:text> </number:text>'
    '<number:year number:style="long"/></number:date-style>'
)


def number_style(name: str, decimals: int, *, is_share: bool = False) -> str:
    """Write how a number looks: with dots for thousands, a per cent with its sign."""
    kind = "percentage-style" if is_share else "number-style"
    sign = "<number:text>%</number:text>" if is_share else ""
    return f'<number:{kind} style:name="{name}" {DUTCH}>{digits(decimals)}{sign}</number:{kind}>'


def digits(decimals: int) -> str:
    return f'<number:number number:decimal-places="{decimals}" number:min-integer-digits="1" number:grouping="true"/>'


def signed_style(name: str) -> str:
    """Write how a difference looks: with plus or minus, but for 0."""
    parts, maps = [], []
    for suffix, shown, condition in (("P0", "+", "&gt;"), ("P1", "-", "&lt;")):
        inside = f"<number:text>{shown}</number:text>{digits(0)}"
        parts.append(
            f'<number:number-style style:name="{name}{suffix}" style:volatile="true">{inside}</number:number-style>'
        )
        maps.append(f'<style:map style:condition="value(){condition}0" style:apply-style-name="{name}{suffix}"/>')
    return f'{"".join(parts)}<number:number-style style:name="{name}">{digits(0)}{"".join(maps)}</number:number-style>'


def cell_style(name: str, data: str = "", cell: str = "", text: str = "", paragraph: str = "") -> str:
    data = f' style:data-style-name="{data}"' if data else ""
    properties = f'<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap" {cell}/>'
    properties += f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    properties += f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="table-cell"{data}>{properties}</style:style>'


def line_style(name: str, text: str) -> str:
    """Write the look of a line of text that goes on over the cells beside it."""
    return f'<style:style style:name="{name}" style:family="table-cell"><style:text-properties {text}/></style:style>'


def cell_styles() -> str:
    """Write the looks of cells, each also as it stands in a total."""
    found = [number_style("N-getal", 0), number_style("N-procent", 0, is_share=True), DATE, signed_style("N-punten")]
    looks = {"getal": "N-getal", "procent": "N-procent", "punten": "N-punten", "dag": "N-dag"}
    total = f'fo:background-color="{GROUND}" fo:border-top="0.5pt solid {EDGE}"'
    for name, data in looks.items():
        found += [cell_style(name, data), cell_style(f"{name}totaal", data, total, BOLD)]
    # Beside a number at the right of its cell a text needs some room.
    room = 'fo:margin-left="0.15cm"'
    found += [cell_style("tekst", paragraph=room), cell_style("teksttotaal", "", total, BOLD, room)]
    for decimals in DECIMALS:
        for is_share in (False, True):
            name = printed_name(Gedrukt(0, decimals, is_share))
            found += [number_style(f"N-{name}", decimals, is_share=is_share), cell_style(name, f"N-{name}")]
    found += [
        line_style("noot", f'fo:color="{QUIET}"'),
        line_style("titel", f'{BOLD} fo:font-size="16pt" fo:color="{PRIMARY}"'),
        line_style("kopje", f'{BOLD} fo:font-size="12pt" fo:color="{PRIMARY}"'),
        cell_style("naam", text=BOLD),
        cell_style("link", text=f'fo:color="{PRIMARY}"'),
    ]
    return "".join(found)


def printed_name(gedrukt: Gedrukt) -> str:
    return f"gedrukt{min(gedrukt.decimalen, DECIMALS[-1])}{'p' if gedrukt.is_procent else ''}"


def heading_name(kolom: BladKolom) -> str:
    side = "l" if kolom.soort is CelSoort.TEKST else "r"
    return f"kop{side}{'' if kolom.band is None else kolom.band.code}"


def heading_styles() -> str:
    """Write the looks of headings: bold, and the columns of a band in its colour, as everywhere."""
    colours = {"": (GROUND, TEXT)} | {band.code: (band.colour, band.text_colour) for band in Band}
    return "".join(
        cell_style(
            f"kop{side}{code}",
            cell=f'fo:background-color="{ground}" fo:border-bottom="0.5pt solid {EDGE}"',
            text=f'{BOLD} fo:color="{ink}"',
            paragraph=f'fo:text-align="{"start" if side == "l" else "end"}"',
        )
        for code, (ground, ink) in colours.items()
        for side in "lr"
    )


def column_styles() -> str:
    """Write how wide columns are, for every width that one can have; and the look of a sheet and of its heading."""
    found = [
        f'<style:style style:name="k{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * CENTIMETRES:.2f}cm"/></style:style>'
        for width in (*range(1, WIDEST + 1), 95)
    ]
    row = '<style:table-row-properties style:use-optimal-row-height="true"/>'
    found.append(f'<style:style style:name="kop" style:family="table-row">{row}</style:style>')
    shown = '<style:table-properties table:display="true"/>'
    sheet = 'style:name="blad" style:family="table" style:master-page-name="Dwars"'
    return "".join([*found, f"<style:style {sheet}>{shown}</style:style>"])


CONTENT_HEAD = f'{XML}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>'
PAGE = (
    '<style:page-layout style:name="pagina"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" '
    'style:print-orientation="landscape" fo:margin-top="1.3cm" fo:margin-bottom="1.2cm" fo:margin-left="1.3cm" '
    'fo:margin-right="1.3cm" style:scale-to-X="1" style:scale-to-Y="0"/>'
    '<style:header-style><style:header-footer-properties fo:min-height="0.6cm"/></style:header-style>'
    '<style:footer-style><style:header-footer-properties fo:min-height="0.6cm"/></style:footer-style>'
    "</style:page-layout>"
)
FONT = (
    '<style:default-style style:family="table-cell"><style:text-properties fo:language="nl" fo:country="NL" '
    'fo:font-family="Calibri, Carlito, Arial" fo:font-size="11pt"/></style:default-style>'
)


def styles(omslag: Omslag) -> str:
    """Write the looks that all sheets share, and the page: A4 across, one page wide, with where it comes from below."""
    foot = f"{escape(omslag.voet)}  |  Blad <text:page-number>1</text:page-number> van <text:page-count>1</text:page-count>"
    master = (
        '<style:master-page style:name="Dwars" style:page-layout-name="pagina">'
        "<style:header><text:p><text:sheet-name>-</text:sheet-name></text:p></style:header>"
        f"<style:footer><text:p>{foot}</text:p></style:footer></style:master-page>"
    )
    return (
        f'{XML}<office:document-styles {NAMESPACES} office:version="1.3">'
        f"<office:styles>{FONT}{cell_styles()}</office:styles><office:automatic-styles>{PAGE}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles></office:document-styles>"
    )


def frozen(naam: str, columns: int) -> str:
    """Write what of a sheet stays in sight; `naam` as an attribute."""
    items = {
        "HorizontalSplitMode": 2, "VerticalSplitMode": 2, "HorizontalSplitPosition": columns, "VerticalSplitPosition": 1,
        "ActiveSplitRange": 3, "PositionRight": columns, "PositionBottom": 1,
    }  # fmt: skip
    kinds = dict.fromkeys(("HorizontalSplitMode", "VerticalSplitMode", "ActiveSplitRange"), "short")
    written = "".join(
        f'<config:config-item config:name="{name}" config:type="{kinds.get(name, "int")}">{value}</config:config-item>'
        for name, value in items.items()
    )
    return f"<config:config-item-map-entry config:name={naam}>{written}</config:config-item-map-entry>"


SETTINGS = (
    f'{XML}<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
    '<config:config-item-map-entry><config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
    '<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
    "</office:document-settings>"
)
META = (
    f'{XML}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
    f"<meta:generator>{NAAM}</meta:generator><dc:title>{{titel}}</dc:title><dc:creator>{{bron}}</dc:creator>"
    "<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date><dc:language>nl-NL</dc:language>"
    "</office:meta></office:document-meta>"
)
MANIFEST = (
    f'{XML}<manifest:manifest xmlns:manifest="{URN}manifest:1.0" manifest:version="1.3">' + "{entries}</manifest:manifest>"
)


def entry(path: str, media: str) -> str:
    return f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
