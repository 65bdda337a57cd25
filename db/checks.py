"""What the programme decides about the shape of a table: a database is made for one programme, and stays with it."""

from landkaart.domein.band import Band
from landkaart.domein.tertaal import PER_YEAR

NUMBERS = ", ".join(f"'{number}'" for number in range(1, PER_YEAR + 1))
TERTAAL = f"length(tertaal) = 6 AND substr(tertaal, 5, 1) = '-' AND substr(tertaal, 6, 1) IN ({NUMBERS})"
BAND = f"band IN ({', '.join(str(int(band)) for band in Band)})"
