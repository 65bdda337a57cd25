"""Charts of the spreadsheet's own below tables 3 and 4, as objects inside the OpenDocument file."""

from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name

from landkaart.rapport.colours import PRIMARY
from landkaart.rapport.werkbladen.blad import BladKolom, Grafiek, Werkblad
from landkaart.rapport.werkbladen.ods_stijlen import NAMESPACES, XML

STYLES = f'{XML}<office:document-styles {NAMESPACES} office:version="1.3"/>'
# In centimetres.
SIZES = {Grafiek.BANDEN: (25, 11), Grafiek.LIJN: (18, 8)}


def frame(number: int, blad: Werkblad) -> str:
    """Write where the chart stands, how large it is, and what it is called."""
    width, height = SIZES[blad.grafiek]
    place = f'svg:width="{width}cm" svg:height="{height}cm" svg:x="0cm" svg:y="0.2cm"'
    shown = 'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    follows = f"draw:notify-on-update-of-ranges={quoteattr(ranges(blad))}"
    inside = f'<draw:object xlink:href="./Object {number}" {shown} {follows}/><svg:title>{escape(blad.titel)}</svg:title>'
    return f'<draw:frame draw:name="Grafiek {number}" {place}>{inside}</draw:frame>'


def chart_files(number: int, blad: Werkblad) -> dict[str, str]:
    """Return the files of one chart, by their names in the zip."""
    return {f"Object {number}/content.xml": chart(blad), f"Object {number}/styles.xml": STYLES}


def cells(blad: Werkblad, place: int) -> str:
    """Return where the figures of a column stand."""
    column = f"$'{blad.naam}'.${xl_col_to_name(place)}"
    return f"{column}$2:{column}${len(blad.rijen) + 1}"


def ranges(blad: Werkblad) -> str:
    return " ".join(cells(blad, place) for place in (blad.named_by, *(place for place, _ in blad.series)))


def chart(blad: Werkblad) -> str:
    """Write the chart: 100% bars in the colours of the bands, or the line of the averages."""
    is_line = blad.grafiek is Grafiek.LIJN
    legend = "" if is_line else '<chart:legend chart:legend-position="top" chart:style-name="legenda"/>'
    series = "".join(one_series(blad, place) for place, _ in blad.series)
    categories = f"<chart:categories table:cell-range-address={quoteattr(cells(blad, blad.named_by))}/>"
    axes = (
        f'<chart:axis chart:dimension="x" chart:name="primary-x" chart:style-name="as-x">{categories}</chart:axis>'
        '<chart:axis chart:dimension="y" chart:name="primary-y" chart:style-name="as-y"/>'
    )
    plot = f'<chart:plot-area chart:style-name="vlak" table:cell-range-address={quoteattr(ranges(blad))}>{axes}{series}'
    title = f'<chart:title chart:style-name="titel"><text:p>{escape(blad.titel)}</text:p></chart:title>'
    kind = "chart:line" if is_line else "chart:bar"
    return (
        f'{XML}<office:document-content {NAMESPACES} office:version="1.3"><office:automatic-styles>{styles(blad)}'
        f'</office:automatic-styles><office:body><office:chart><chart:chart chart:class="{kind}" chart:style-name="grafiek">'
        f'{title}{legend}{plot}<chart:wall chart:style-name="muur"/></chart:plot-area></chart:chart>'
        "</office:chart></office:body></office:document-content>"
    )


def one_series(blad: Werkblad, place: int) -> str:
    named = quoteattr(f"$'{blad.naam}'.${xl_col_to_name(place)}$1")
    figures = f"chart:values-cell-range-address={quoteattr(cells(blad, place))} chart:label-cell-address={named}"
    points = f'<chart:data-point chart:repeated="{max(len(blad.rijen), 1)}"/>'
    return f'<chart:series chart:style-name="reeks{place}" {figures}>{points}</chart:series>'


def style(name: str, chart_values: str = "", graphic: str = "", text: str = "") -> str:
    parts = f"<style:chart-properties {chart_values}/>" if chart_values else ""
    parts += f"<style:graphic-properties {graphic}/>" if graphic else ""
    parts += f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="chart">{parts}</style:style>'


def styles(blad: Werkblad) -> str:
    """Write the looks of the parts of a chart."""
    is_line = blad.grafiek is Grafiek.LIJN
    area = "" if is_line else 'chart:vertical="true" chart:percentage="true" chart:stacked="true" chart:gap-width="40"'
    # Of what is turned round the axis would go along to the other side.
    side = ' chart:axis-position="end"' if is_line else ""
    found = [
        style("grafiek", graphic='draw:stroke="none"'),
        style("titel", text='fo:font-size="12pt" fo:font-weight="bold"'),
        style("muur", graphic='draw:fill="none" draw:stroke="none"'),
        style("legenda", text='fo:font-size="9pt"'),
        style("vlak", area),
        style("as-x", 'chart:display-label="true" chart:reverse-direction="true"', text='fo:font-size="9pt"'),
        style("as-y", f'chart:display-label="true" chart:minimum="0" chart:maximum="1"{side}', text='fo:font-size="9pt"'),
    ]
    return "".join([*found, *(series_style(place, kolom) for place, kolom in blad.series)])


def series_style(place: int, kolom: BladKolom) -> str:
    label = 'chart:data-label-number="value"'
    if kolom.band is None:
        looks = f'draw:stroke="solid" svg:stroke-color="{PRIMARY}" svg:stroke-width="0.08cm"'
        return style(f"reeks{place}", f'{label} chart:symbol-type="automatic"', looks, 'fo:font-weight="bold"')
    looks = f'draw:fill="solid" draw:fill-color="{kolom.band.colour}" draw:stroke="none"'
    ink = f'fo:color="{kolom.band.text_colour}" fo:font-weight="bold" fo:font-size="9pt"'
    return style(f"reeks{place}", label, looks, ink)
