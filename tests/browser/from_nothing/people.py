"""Who there is in the round: 127 werkpleinen, two people of each, and what becomes of their mail."""

import csv
import io

from landkaart.domein.tertaal import Tertaal
from landkaart.surroundings import CONTENT

TERTAAL = Tertaal(2010, 1)
WERKPLEINEN = (CONTENT / "landkaart-2009" / "werkpleinen.csv").read_bytes()
NAMEN = {row["code"]: row["naam"] for row in csv.DictReader(io.StringIO(WERKPLEINEN.decode()))}
ORDER = list(NAMEN)
BEHEER, AKO, PASSWORD = "bea@ako.nl", "anja@ako.nl", "zeven groene fietsen op de dijk"
ON_TIME, LATER, LATE = ORDER[:100], ORDER[100:124], ORDER[124]
REFUSED = f"uwv-{ORDER[110]}@voorbeeld.nl"
RETURNED = {f"{who}-{code}@voorbeeld.nl" for who, code in (("uwv", ORDER[3]), ("gemeente", ORDER[120]), ("uwv", LATE))}
ASKED = ORDER[0]


def people_of(codes: list[str]) -> set[str]:
    return {f"{who}-{code}@voorbeeld.nl" for code in codes for who in ("uwv", "gemeente")}


def accounts_file() -> bytes:
    """Two people of each werkplein, and one of the AKO."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(["adres", "naam", "organisatie", "rol", "werkpleinen"])
    rows.writerow([AKO, "Anja van het AKO", "AKO", "ako", ""])
    for code, naam in NAMEN.items():
        rows.writerow([f"uwv-{code}@voorbeeld.nl", f"Manager UWV {naam}", "UWV", "werkplein", code])
        rows.writerow([f"gemeente-{code}@voorbeeld.nl", f"Manager gemeente {naam}", "Gemeente", "werkplein", code])
    return text.getvalue().encode()
