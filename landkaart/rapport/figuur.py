"""A picture of figures: the chart itself and the table behind it, so that it can be shown, printed and read aloud."""

from dataclasses import dataclass

import pandas as pd

from landkaart.rapport.chart_style import Spec


@dataclass(frozen=True)
class Figuur:
    """`spec` is Vega-Lite with its data in `datasets`; `tabel` has the same figures, a row per mark or group of marks.

    `titel` says what it shows, of how many and when: it stands above a print and names the chart for a screen reader.
    `banden`: a print needs a legend of the bands, because the chart itself has none. `vermelding`: whom to name under it.
    """

    titel: str
    spec: Spec
    tabel: pd.DataFrame
    banden: bool = False
    vermelding: str = ""
