"""Data as they travel to a browser: turned over once, not at each rerun."""

import pandas as pd
import pyarrow as pa


def as_arrow(table: pd.DataFrame) -> pa.Table:
    """Its columns, without the index."""
    return pa.Table.from_pandas(table, preserve_index=False)


def ready(spec: dict) -> dict:
    """A finished Vega-Lite spec, with its datasets."""
    return spec | {"datasets": {name: pa.Table.from_pylist(rows) for name, rows in spec["datasets"].items()}}
