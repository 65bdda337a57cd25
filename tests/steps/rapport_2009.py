"""Names that the report on 2009-2 publishes."""

# The 13 that fell.
ACHTERUIT = [
    "Amsterdam Zuid/Oudwest", "Barneveld", "Harderwijk", "Hilversum", "IJmond", "Leiden", "Rotterdam Slinge (Dynamo)",
    "Sittard", "Tiel", "Tilburg", "Ulft", "West Friesland", "Westland",
]  # fmt: skip
# The 19 of which the AKO says that they will not make it.
NOT_MAKING_IT = [
    "Alkmaar", "Bladel", "Den Bosch", "Drachten", "Duin- en Bollenstreek", "Gooinoord", "Haarlem", "Harderwijk",
    "Hilversum", "LandvanCuijk", "Nieuwegein", "Nijverdal", "Noordoostflevoland", "Roosendaal", "Ulft", "Valkenswaard",
    "Vliethorst", "Walcheren", "Zierikzee",
]  # fmt: skip
