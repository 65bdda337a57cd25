"""In which tertalen anything was submitted: found step by step in an index, however many versions there are."""

from sqlalchemy import bindparam, exists, func, select
from sqlmodel import Session

from db.models import Indiening, IndieningAntwoord
from landkaart.domein.invulling import Wijze
from landkaart.domein.tertaal import Tertaal

FIRST = select(func.min(Indiening.tertaal).label("tertaal")).cte("ingediend", recursive=True)
NEXT = select(func.min(Indiening.tertaal)).where(Indiening.tertaal > FIRST.c.tertaal).scalar_subquery()
EACH = FIRST.union_all(select(NEXT).where(FIRST.c.tertaal.is_not(None)))
SUBMITTED = select(EACH.c.tertaal).where(EACH.c.tertaal.is_not(None))
ANSWERED = select(IndieningAntwoord.indiening_id).join(Indiening, Indiening.id == IndieningAntwoord.indiening_id)
IN_TERTAAL = ANSWERED.where(Indiening.tertaal == bindparam("tertaal"))
ANY_BY_HAND = select(exists(IN_TERTAAL.where(IndieningAntwoord.wijze != Wijze.INGELEZEN.value)))


def submitted_in(*, session: Session) -> list[Tertaal]:
    """Return every tertaal with a submission, oldest first."""
    return sorted(map(Tertaal.parse, session.connection().execute(SUBMITTED).scalars()))


def has_submission_by_hand(*, session: Session, tertaal: Tertaal) -> bool:
    """Tell whether anybody submitted in it here, instead of in a file that was brought in."""
    return bool(session.connection().execute(ANY_BY_HAND, {"tertaal": str(tertaal)}).scalar_one())
