"""Data as they travel to a browser: turned over once, not at each rerun."""

from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa


def as_arrow(table: pd.DataFrame) -> pa.Table:
    """Return its columns, without the index."""
    return pa.Table.from_pandas(table, preserve_index=False)


def with_arrow(spec: Mapping[str, object]) -> dict[str, object]:
    """Return a finished Vega-Lite spec with its datasets turned over."""
    datasets: Mapping[str, Sequence[Mapping[str, object]]] = spec["datasets"]  # type: ignore[assignment]
    return {**spec, "datasets": {name: pa.Table.from_pylist(rows) for name, rows in datasets.items()}}
