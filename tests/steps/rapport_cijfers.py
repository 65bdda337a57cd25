"""What the AKO's report on 2009-2 says in words about whom and where; each must stand in ours, in every kind of file.

Its figures are listed in `tests/rapport/rapportage/cijfers.csv`.
"""

from tests.steps.rapport_2009 import ACHTERUIT, NOT_MAKING_IT


def enumerated(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}"


# The paragraph of the report, and what ours says.
ZINNEN = [
    ("resultaten: wie achteruitgingen", f"Achteruit gingen: {enumerated(ACHTERUIT)}."),
    (
        "resultaten: waar de daling zit",
        "De daling van de 13 werkpleinen die achteruitgingen, zit vooral in Gezamenlijk marktbewerkingsplan (9) en "
        "Ketenjaarplan vastgesteld (6), daarna in Visie en doelstellingen vastgesteld (5)",
    ),
    (
        "resultaten: waar de groei zit",
        "De groei van de 49 werkpleinen die vooruitgingen, zit vooral in 1 aanspreekpunt werkzoekenden (11) en LWI-MT "
        "portefeuille verdeling (12), daarna in 1 aanspreekpunt werkgevers (12) en Dienstverleningsconcept werkgevers (10)",
    ),
    ("oordeel van het AKO: wie niet", f"19 werkpleinen halen het volgens het AKO niet: {enumerated(NOT_MAKING_IT)}."),
    (
        "oordeel van het AKO: de afstand",
        "een afstand van 31 punten. Die is groter geworden: in 2009-1 was zij 27.",
    ),
]
