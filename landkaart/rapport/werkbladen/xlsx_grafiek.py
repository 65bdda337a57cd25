"""Charts of Excel's own below tables 3 and 4: they change with the figures of their table."""

from typing import Any, cast

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from landkaart.domein.band import Band
from landkaart.rapport.colours import PAPER, PRIMARY
from landkaart.rapport.werkbladen.blad import Grafiek, Werkblad


def insert_chart(book: xlsxwriter.Workbook, sheet: Worksheet, blad: Werkblad, row: int) -> None:
    """Put the chart of a table into its sheet, from this row on."""
    chart = band_bars(book, blad) if blad.grafiek is Grafiek.BANDEN else average_line(book, blad)
    chart.set_title({"name": blad.titel, "name_font": {"size": 12, "bold": True}, "overlay": False})
    sheet.insert_chart(row, 0, chart, {"description": f"Grafiek: {blad.titel}", "object_position": 2})


def cells(blad: Werkblad, column: int) -> list[Any]:
    """Return where the figures of a column stand, as a chart takes it."""
    return [blad.naam, 1, column, len(blad.rijen), column]


def band_bars(book: xlsxwriter.Workbook, blad: Werkblad) -> Chart:
    """Draw a 100% bar per row with the counts of the four bands, in their colours and with their names."""
    chart = book.add_chart({"type": "bar", "subtype": "percent_stacked"})
    for place, each in blad.series:
        band = cast(Band, each.band)
        font = {"color": band.text_colour, "bold": True, "size": 9}
        chart.add_series(
            {
                "name": band.signed,
                "categories": cells(blad, blad.named_by),
                "values": cells(blad, place),
                "fill": {"color": band.colour},
                "border": {"color": PAPER},
                "gap": 40,
                # A count of 0 has no room.
                "data_labels": {"value": True, "num_format": "0;;", "font": font},
            }
        )
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"num_format": "0%", "major_gridlines": {"visible": False}})
    chart.set_legend({"position": "top"})
    chart.set_size({"width": 980, "height": 120 + 30 * len(blad.rijen)})
    return chart


def average_line(book: xlsxwriter.Workbook, blad: Werkblad) -> Chart:
    """Draw the averages as a line, the oldest at the left."""
    chart = book.add_chart({"type": "line"})
    [(place, _)] = blad.series
    chart.add_series(
        {
            "name": "Landelijk gemiddelde",
            "categories": cells(blad, blad.named_by),
            "values": cells(blad, place),
            "line": {"color": PRIMARY, "width": 2.25},
            "marker": {"type": "circle", "size": 7, "fill": {"color": PRIMARY}, "border": {"color": PRIMARY}},
            "data_labels": {"value": True, "position": "above", "num_format": "0%", "font": {"bold": True}},
        }
    )
    chart.set_x_axis({"reverse": True})  # The table has the newest on top.
    chart.set_y_axis({"min": 0, "max": 1, "num_format": "0%", "label_position": "high"})
    chart.set_legend({"none": True})
    chart.set_size({"width": 720, "height": 320})
    return chart
