"""What the AKO's report on 2009-2 says in words, with where it says it: each must stand in ours, in every kind of file.

By chapter the sentences, or parts of them, as ours has them; the tables are those of `tests/rapport-2009-2`.
"""

from tests.steps.rapport_2009 import ACHTERUIT, NOT_MAKING_IT


def enumerated(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}"


# The paragraph of the report that a figure is from, and what ours says.
CIJFERS = [
    ("conclusies: gemiddelde", "gemiddeld op 67% van integrale dienstverlening; in 2009-1 was dat 65%"),
    ("conclusies: stijging", "een stijging van 2 punten"),
    # The report itself prints 40%; its own counts give 39.
    (
        "conclusies: vooruit, gelijk, achteruit",
        "Van de 125 werkpleinen is 39% vooruitgegaan, 50% gelijk gebleven en 10% achteruitgegaan.",
    ),
    ("resultaten: aantallen", "Sinds 2009-1 gingen 49 werkpleinen vooruit en 13 werkpleinen achteruit; 63 bleven gelijk."),
    ("resultaten: wie achteruitgingen", f"Achteruit gingen: {enumerated(ACHTERUIT)}."),
    ("resultaten: hoe ver", "alleen Amsterdam Zuid/Oudwest daalde verder: 14 punten."),
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
    ("resultaten: naar een hogere band", "10 naar Gedeeltelijk (66-99%)"),
    (
        "resultaten: groen",
        "4 werkpleinen staan op 100% op alle mijlpalen: Assen, Enschede, Hoogeveen en Venlo. Dat zijn dezelfde als in het "
        "tertaal daarvoor. Nog eens 11 staan op 90% of hoger.",
    ),
    ("resultaten: portefeuilleverdeling", "LWI-MT portefeuille verdeling (23 werkpleinen, 18%)"),
    ("resultaten: werkgevers", "28 werkpleinen (22%) staan op alle drie op 100%."),
    (
        "actualiteit",
        "werkten er 90 in deze uitvraag (15 juli 2009 t/m 31 augustus 2009), 26 van 1 april 2009 t/m 14 juli 2009 en 9 "
        "langer geleden (voor 1 april 2009) hun gegevens voor het laatst bij.",
    ),
    ("actualiteit: wie sluiten", "Van 9 werkpleinen zijn de gegevens verouderd; 2 daarvan gaan volgens het AKO sluiten."),
    ("actualiteit: alle werkpleinen", "Van de 127 werkpleinen die bij de sluiting open waren"),
    (
        "de uitvraag: data",
        "De uitvraag van 2009-2 opende op 15 juli 2009; de herinnering was op 15 augustus 2009. Zij sloot op",
    ),
    ("extra vraag: integraal per 2010", "Van de 127 werkpleinen antwoordden 58: 28 ja en 30 nee."),
    ("extra vraag: gezamenlijke doelstellingen", "Van de 127 werkpleinen antwoordden 53: 53 ja en 0 nee."),
    ("extra vraag: absolute reductie", "Van de 127 werkpleinen antwoordden 53: 45 ja en 8 nee."),
    (
        "oordeel van het AKO",
        "Het AKO verwacht dat 45 werkpleinen het in 2009 halen, 59 in 2010 en 19 niet; 2 sluiten.",
    ),
    ("oordeel van het AKO: wie niet", f"19 werkpleinen halen het volgens het AKO niet: {enumerated(NOT_MAKING_IT)}."),
    (
        "oordeel van het AKO: de afstand",
        "een afstand van 31 punten. Die is groter geworden: in 2009-1 was zij 27.",
    ),
]
