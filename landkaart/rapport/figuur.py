"""A picture of figures: the chart itself and the table behind it, so that it can be shown, printed and read aloud."""

from dataclasses import dataclass

import pandas as pd

from landkaart.rapport.chart_style import Spec


@dataclass(frozen=True)
class Figuur:
    """`spec` is Vega-Lite with its data in `datasets`; `tabel` has the same figures, a row per mark or group of marks.

    `titel` says what it shows, of how many and when: it stands above a print and names the chart for a screen reader.
    `banden`: a print needs a legend of the bands, because the chart itself has none. `vermelding`: whom to name under it.
    `levend`: what of it goes on after the closing (`rapport.herkomst`). `geheel`: the table of all pages, of a figure that
    shows one; its rows begin as those of `tabel` do. `van`: how many rows there are without the choices, where these can
    take some away.
    """

    titel: str
    spec: Spec
    tabel: pd.DataFrame
    banden: bool = False
    vermelding: str = ""
    levend: str = ""
    geheel: pd.DataFrame | None = None
    van: int | None = None

    @property
    def file_table(self) -> pd.DataFrame:
        """Return what a file has: every page."""
        return self.tabel if self.geheel is None else self.geheel
