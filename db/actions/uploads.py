"""Bringing in what somebody looked at first: what was shown is what is taken in, or nothing is."""

from db.act import Act
from db.actions.aanleveringen import Step, import_aanlevering, reference_faults
from landkaart.domein.fouten import Fout
from landkaart.domein.ingelezen import Ingelezen, merk_of
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Geweigerd


class IntussenVeranderd(Fout):
    """The landkaart is another one than when it was shown what the files would do."""

    def __init__(self) -> None:
        super().__init__(
            "Intussen is er in de landkaart iets veranderd: deze bestanden zouden nu iets anders doen dan u zag. Er is "
            "niets ingelezen. Hieronder staat wat ze nu zouden doen."
        )


def take_in(
    act: Act, *, aanlevering: Aanlevering, na_sluiting: bool, agreed: str, progress: Step | None = None
) -> dict[str, Ingelezen]:
    """Bring a delivery in as `import_aanlevering`, when that does what `agreed` marks (`merk_of` of what was shown).

    Raises NietToegestaan, NietAangemeld, Geweigerd, IntussenVeranderd.
    """
    if faults := reference_faults(session=act.session, aanlevering=aanlevering):
        raise Geweigerd(faults)
    found = import_aanlevering(act, aanlevering=aanlevering, na_sluiting=na_sluiting, progress=progress)
    if merk_of(found) != agreed:
        raise IntussenVeranderd
    return found
