"""The report of one tertaal as a document: every chapter that was chosen, with what the AKO typed around the figures."""

from dataclasses import dataclass

from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import RapportDeel, TekstPlek
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import NAAM, TERTAAL, TERTAAL_KOP, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import RECONSTRUCTION
from landkaart.rapport.momentopname import frozen_text
from landkaart.rapport.rapportage.chapters import CHAPTERS
from landkaart.rapport.rapportage.chapters_beside import beside_grids
from landkaart.rapport.rapportage.controle import Bevinding, bevindingen
from landkaart.rapport.rapportage.eigen_tekst import Melding, meldingen, typed_blocks
from landkaart.rapport.rapportage.grids_beweging import beweging_grids
from landkaart.rapport.rapportage.grids_oordeel import all_of, oordeel_grids
from landkaart.rapport.rapportage.grids_stand import stand_grids
from landkaart.rapport.rapportage.model import Block, Chapter, GridColumn, Paragraph, Rapport, RapportGrid
from landkaart.rapport.rapportage.plaatsen import plaats
from landkaart.screens import Screen

FAILING = "Let op: niet alle cijfers van dit rapport kloppen met elkaar. Zie hieronder wat niet klopt."


@dataclass(frozen=True)
class Samengesteld:
    """A report with what was found when it was checked."""

    rapport: Rapport
    bevindingen: tuple[Bevinding, ...]
    meldingen: tuple[Melding, ...]  # Figures in typed texts that no table has.

    @property
    def fouten(self) -> list[Bevinding]:
        """Return the identities that do not hold."""
        return [each for each in self.bevindingen if not each.klopt]


def compose(found: RapportGegevens) -> Samengesteld:
    """Compute the report, and check it. Not for a tertaal in which nobody has a stand: there is nothing to report."""
    beeld, grids = found.beeld, grids_of(found)
    computed = {deel: Chapter(deel, deel.label, tuple(make(found, grids))) for deel, make in CHAPTERS.items()}
    judged = bevindingen(found, grids, list(computed.values()))
    pointed_out = meldingen(found.rapportage, grids)
    grids["controle"] = controle_grid(found, judged)
    computed[RapportDeel.CONTROLE] = controle(judged, pointed_out, grids["controle"])
    chapters = [with_typed(found, deel, computed) for deel in delen(found, judged)]
    rapport = Rapport(
        titel=f"{TERTAAL_KOP}rapportage {ordinal(beeld.tertaal)}",
        ondertitel=f"Integrale dienstverlening op de {WERKPLEINEN}: de landkaart van {beeld.tertaal.periode}",
        stempel=stempel(found),
        merk=merk(found),
        gedateerd=found.gedateerd,
        adres=found.adres,
        hoofdstukken=tuple(each for each in chapters if each.blokken),
        naslag=grids,
    )
    return Samengesteld(rapport, tuple(judged), tuple(pointed_out))


def grids_of(found: RapportGegevens) -> dict[str, RapportGrid]:
    """Return every table of a report by name, also of what is left out: sentences are held against them."""
    beeld = found.beeld
    return all_of([*stand_grids(beeld), *beweging_grids(beeld), *oordeel_grids(found), *beside_grids(found)])


def delen(found: RapportGegevens, judged: list[Bevinding]) -> tuple[RapportDeel, ...]:
    """Return the chapters that were chosen; what does not agree is printed also where the check was left out."""
    chosen = found.rapportage.opzet.delen
    failing = not all(each.klopt for each in judged)
    return (RapportDeel.CONTROLE, *chosen) if failing and RapportDeel.CONTROLE not in chosen else chosen


def with_typed(found: RapportGegevens, deel: RapportDeel, computed: dict[RapportDeel, Chapter]) -> Chapter:
    """Return a chapter with what the AKO typed above and below the figures."""
    above, below = (typed_blocks(found.rapportage, deel, plek) for plek in TekstPlek)
    figures = computed[deel].blokken if deel in computed else ()
    return Chapter(deel, deel.label, (*above, *figures, *below))


def ordinal(tertaal: Tertaal) -> str:
    """Write "2e tertaal 2009"."""
    return f"{tertaal.number}e {TERTAAL} {tertaal.year}"


def merk(found: RapportGegevens) -> str:
    """Say on every page that the figures can still change; nothing of an edition."""
    if found.editie:
        return ""
    return f"Voorlopig: stand van {dutch.day_and_hour(found.nu)} uur, niet vastgesteld"


def stempel(found: RapportGegevens) -> tuple[tuple[str, str], ...]:
    """Say what the report is made from, for its first page."""
    beeld, editie = found.beeld, found.editie
    if editie:
        taken = f"op {dutch.day_and_hour(editie.genomen_op)} uur, volgens {editie.klok}"
        back = " Deze editie is teruggenomen." if editie.teruggenomen else ""
        edition = f"{frozen_text(beeld)}; editie {editie.nummer}, genomen {taken}.{back}"
    else:
        edition = f"{merk(found)}. Deze cijfers kunnen nog veranderen."
    said = {
        TERTAAL_KOP: f"{beeld.tertaal} ({beeld.tertaal.periode})",
        "Cijfers": edition,
        "Aantal": f"{dutch.werkpleinen(beeld.stand.n)} met een stand",
        "Bron": f"{NAAM}, {found.adres}",
    }
    if beeld.reconstructie:
        warning = RECONSTRUCTION.removeprefix("Let op: ")
        said["Let op"] = f"{warning[0].upper()}{warning[1:]}"
    return tuple(said.items())


def controle_grid(found: RapportGegevens, judged: list[Bevinding]) -> RapportGrid:
    columns = (GridColumn("Wat moet kloppen", ("wat",), breed=5.4), GridColumn("Uitkomst", ("uitkomst",), breed=2.2))
    rijen = {str(place): {"wat": each.wat, "uitkomst": each.uitkomst} for place, each in enumerate(judged)}
    return RapportGrid("controle", "Controle van de cijfers", columns, rijen, plaats(Screen.UITLEG, found.beeld))


def controle(judged: list[Bevinding], pointed_out: list[Melding], grid: RapportGrid) -> Chapter:
    """Print what was checked with its outcome, and the typed figures that no table has."""
    failing = len([each for each in judged if not each.klopt])
    said = f"Bij het maken van dit rapport zijn {len(judged)} controles gedaan; zij kloppen alle."
    first = Paragraph((FAILING,), nadruk=True) if failing else Paragraph((said,))
    noted: list[Block] = []
    if pointed_out:
        noted = [Paragraph(("In de eigen teksten staan cijfers die in geen enkele tabel staan:",))]
        noted += [Paragraph((each.zin,)) for each in pointed_out]
    return Chapter(RapportDeel.CONTROLE, RapportDeel.CONTROLE.label, (first, grid, *noted))
