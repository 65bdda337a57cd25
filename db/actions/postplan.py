"""The mails that come with an uitvraag: a part of making one, and of taking it away."""

from sqlalchemy import delete
from sqlmodel import Session

from db import models
from db.act import Act
from landkaart.domein.geplande_post import GeplandePost
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag


def plan_usual_post(act: Act, uitvraag: Uitvraag) -> None:
    """Plan the usual mails of an uitvraag that is made; what would leave at once is off: somebody is to see it first."""
    for soort in PostSoort:
        usual = GeplandePost.usual(soort, aan=True)
        moment = usual.moment(uitvraag)
        columns = {"onderwerp": usual.onderwerp, "tekst": usual.tekst, "aan": moment is None or moment > act.now}
        act.session.add(models.GeplandePost(tertaal=str(uitvraag.tertaal), soort=soort.value, **columns))
    act.session.flush()


def remove_post(session: Session, tertaal: Tertaal) -> None:
    """Take the plan of an uitvraag away with it."""
    session.exec(delete(models.GeplandePost).where(models.GeplandePost.tertaal == str(tertaal)))
