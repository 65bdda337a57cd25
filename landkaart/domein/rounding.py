"""How figures become whole where they are shown: means are truncated, shares are rounded. Nowhere else is either done."""

import numpy as np


def whole_percent(score: float | None) -> int | None:
    """Truncate a mean, as the report prints it: 67.99 becomes 67; None (not 0) when there is no mean."""
    return None if score is None or np.isnan(score) else int(score)


def share(part: int, whole: int) -> int | None:
    """Round a share half up to whole per cents: 7 of 125 is 6; None when there is nobody to take a share of."""
    return int(shares(np.array(part), whole)) if whole else None


def shares(parts: np.ndarray, whole: int) -> np.ndarray:
    """Round many shares of one whole at once, in whole numbers throughout; the shape of `parts`. `whole` is not 0."""
    return (200 * parts + whole) // (2 * whole)
