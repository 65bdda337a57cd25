"""Text that was read in a wrong way before it came here: it looks whole, and says something else."""

import re

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.invoer.faults import quote

# What UTF-8 becomes when it is read as Windows-1252: "SÃºdwest", "FryslÃ¢n", "â€™", "Â½".
SIGNS = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MISREAD = re.compile(f"[ÃÂ][{SIGNS}]|â€[{SIGNS}]")
LOST = "\N{REPLACEMENT CHARACTER}"


def require_whole(text: str) -> None:
    """Judge that no letters were lost or misread.

    Raises OngeldigeInvoer.
    """
    if text.isascii():
        return
    if LOST in text or MISREAD.search(text):
        raise OngeldigeInvoer(
            f"in {quote(text)} zijn letters verloren gegaan. Haal deze tekst opnieuw uit het bestand waar hij vandaan komt."
        )
