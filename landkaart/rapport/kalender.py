"""Where an uitvraag stands: in a sentence, and as a line of dates that also prints."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple

from landkaart.domein.clock import local_date
from landkaart.domein.geplande_post import PostBeeld, PostStand
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.uitvraag import Uitvraag, Voortgang
from landkaart.programma.namen import WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.colours import EDGE, PRIMARY, QUIET, TEXT, on_screen
from landkaart.rapport.geplande_post import standing

HERE = "U bent hier"
NOTHING_LEAVES = "Er gaat niets vanzelf weg: herinner zelf wie nog niet indiende."
NOTHING_LEFT = "Er ging niets vanzelf weg."


def where_we_stand(uitvraag: Uitvraag, voortgang: Voortgang, now: datetime) -> str:
    """Say, as Markdown, whether it is to open, open or closed, and how many submitted."""
    what = f"De uitvraag van **{uitvraag.tertaal}** ({uitvraag.tertaal.periode})"
    if now < uitvraag.opent:
        return f"{what} opent op {dutch.opening(uitvraag.opent)}: {days_until(uitvraag.opent, now)}."
    binnen = voortgang.ingediend
    many = f"**{dutch.count(binnen)} van {dutch.count(voortgang.werkpleinen)}** {WERKPLEINEN}"
    done = f"{many} {dutch.have(binnen)} ingediend"
    if now < uitvraag.sluit:
        return f"{what} is open {dutch.until(uitvraag.sluit)}: **{days_until(uitvraag.sluit, now)}**; {done}."
    return f"{what} sloot op {dutch.closing(uitvraag.sluit)}; {done}."


def days_until(then: datetime, now: datetime) -> str:
    """Count as on a calendar: from 1 December to 1 January is "nog 31 dagen"."""
    days = (local_date(then) - local_date(now)).days
    return f"nog {dutch.counted(days, 'dag', 'dagen')}" if days else f"vandaag om {dutch.hour(then)} uur"


class Step(NamedTuple):
    """One of the dates: when it is, how that is said, what it is called, and what holds from then on.

    `happens`: false for what did not happen at its moment, or will not.
    """

    when: datetime
    said: str
    name: str
    explanation: str
    happens: bool = True


def line_of_dates(uitvraag: Uitvraag, uitstel: Iterable[datetime], now: datetime, post: Sequence[PostBeeld] = ()) -> str:
    """Draw, as HTML, a step for each date in order with "U bent hier" among them.

    `uitstel`: the ends of what was given; `post`: what leaves by itself.
    """
    # Whoever opens at the very moment is past it: "here" stands behind what has been.
    steps = sorted(
        [*steps_of(uitvraag, uitstel), *steps_of_post(uitvraag, post, now), Step(now, dutch.day(now), HERE, "")],
        key=lambda each: each.when,
    )
    made = "".join(step_html(each, now) for each in steps)
    style = "display:flex;flex-wrap:wrap;gap:1rem 0;list-style:none;margin:.5rem 0 1rem;padding:0"
    return f'<ol style="{style}" aria-label="Kalender van de uitvraag van {uitvraag.tertaal}">{made}</ol>'


def steps_of(uitvraag: Uitvraag, uitstel: Iterable[datetime]) -> list[Step]:
    """Return the dates of an uitvraag, and the last end of its uitstel where there is any."""
    current, opens = uitvraag.actueel_vanaf, uitvraag.opent
    steps = [
        Step(current, dutch.opening(current), "Actueel vanaf", "Wat sindsdien is ingediend, telt als actueel."),
        Step(opens, dutch.opening(opens), "Opening", "Vanaf dit moment kan worden ingevuld."),
        Step(uitvraag.sluit, dutch.closing(uitvraag.sluit), "Sluiting", "Vanaf dit moment is het te laat."),
    ]
    if last := max(uitstel, default=None):
        explanation = "Alleen wie uitstel kreeg, kan tot dan invullen."
        steps.append(Step(last, dutch.closing(last), "Laatste uitstel eindigt", explanation))
    return steps


def steps_of_post(uitvraag: Uitvraag, post: Iterable[PostBeeld], now: datetime) -> list[Step]:
    """Return a step for each mail that leaves on a day of its own; the day of the herinnering stays when nothing does.

    One that is off stands there too, as what does not happen, once any other is on: somebody might count on it.
    """
    will, post = (PostStand.OP_KOMST, PostStand.WEG), list(post)
    any_on = any(each.stand is not PostStand.UIT for each in post)
    found = [
        Step(each.moment, dutch.opening(each.moment), each.post.soort.label, standing(each), each.stand in will)
        for each in post
        if each.moment is not None
        and (each.stand is not PostStand.UIT or (any_on and each.post.soort is not PostSoort.HERINNERING))
    ]
    if not any(step.name == PostSoort.HERINNERING.label for step in found):
        reminds = uitvraag.herinnering
        said = NOTHING_LEAVES if now < reminds else NOTHING_LEFT
        found.append(Step(reminds, dutch.opening(reminds), PostSoort.HERINNERING.label, said, happens=False))
    return found


def step_html(step: Step, now: datetime) -> str:
    """Draw one step; what was, what is to come and what did not happen differ by a sign, not by colour alone."""
    here, past = step.name == HERE, step.when <= now and step.happens
    line = f"3px solid {on_screen(PRIMARY)}" if past else f"3px dashed {on_screen(EDGE)}"
    sign = "◆" if here else "●" if past else "○" if step.when > now else "✕"
    colour = on_screen(PRIMARY if past else TEXT)
    return (
        f'<li style="flex:1 1 150px;border-top:{line};padding:.4rem .75rem 0 0;margin:0">'
        f'<div style="font-weight:{700 if here else 600};color:{colour}">'
        f'<span aria-hidden="true">{sign}</span> {step.name}</div>'
        f"<div>{escape(step.said)}</div>"
        f'<div style="font-size:.85rem;color:{on_screen(QUIET)}">{escape(step.explanation)}</div></li>'
    )
