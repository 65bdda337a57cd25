"""One act in a transaction of its own, told in plain keywords."""

from collections.abc import Callable
from dataclasses import fields
from inspect import signature

from db.act import begin_act
from landkaart.domein.account import Profiel
from landkaart.domein.afspraak import AfspraakInhoud
from landkaart.domein.geplande_post import PostInhoud
from landkaart.domein.herinnering import Herinnering
from landkaart.domein.indicatie import NieuwOordeel
from landkaart.domein.invulling import Veld
from landkaart.domein.rechten import Gebruiker, operator
from landkaart.domein.werkplein import NieuwWerkplein

VALUES = (AfspraakInhoud, Herinnering, NieuwOordeel, NieuwWerkplein, PostInhoud, Profiel, Veld)


def perform(action: Callable, by: Gebruiker | None = None, **what) -> object:
    """Does it as the operator, unless told otherwise; `what` as for `subject`."""
    with begin_act(by or operator()) as act:
        return action(act, **subject(action, what))


def subject(action: Callable, what: dict[str, object]) -> dict[str, object]:
    """The keywords of an act. Of a value that it takes, the fields may be given; of a Veld the `mijlpaal` or the `vraag`."""
    found = dict(what)
    for name, parameter in signature(action).parameters.items():
        if parameter.annotation in VALUES and not isinstance(found.get(name), VALUES):
            found[name] = gather(parameter.annotation, found)
    return found


def gather(value: type, what: dict[str, object]) -> object:
    if value is Veld:
        kind = "mijlpaal" if "mijlpaal" in what else "vraag"
        return Veld(what.pop("werkplein"), what.pop("tertaal"), what.pop(kind))
    return value(**{field.name: what.pop(field.name) for field in fields(value) if field.name in what})
