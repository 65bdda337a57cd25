"""Where an uitvraag stands: in a sentence, and as a line of dates that also prints."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from landkaart.domein.clock import AMSTERDAM, local_date
from landkaart.domein.uitvraag import Uitvraag, Voortgang
from landkaart.rapport import dutch

PRIMARY, QUIET, TEXT = "#154273", "#767676", "#1a1a1a"


def where_we_stand(uitvraag: Uitvraag, voortgang: Voortgang, now: datetime) -> str:
    """As Markdown, with the answer in it."""
    what = f"De uitvraag van **{uitvraag.tertaal}** ({uitvraag.tertaal.periode})"
    if now < uitvraag.opent:
        return f"{what} opent op {moment(uitvraag.opent)}: {days_until(uitvraag.opent, now)}."
    done = f"**{dutch.count(voortgang.ingediend)} van {dutch.count(voortgang.werkpleinen)}** werkpleinen hebben ingediend"
    if now < uitvraag.sluit:
        return f"{what} is open {dutch.until(uitvraag.sluit)}: **{days_until(uitvraag.sluit, now)}**; {done}."
    return f"{what} sloot op {moment(uitvraag.sluit)}; {done}."


def days_until(then: datetime, now: datetime) -> str:
    """Counted as on a calendar: from 1 December to 1 January is "nog 31 dagen"."""
    days = (local_date(then) - local_date(now)).days
    return f"nog {dutch.counted(days, 'dag', 'dagen')}" if days else f"vandaag om {dutch.hour(then)} uur"


def moment(when: datetime) -> str:
    """1 december 2009, or 1 december 2009 om 17:00 uur when it is not the beginning of the day."""
    local = when.astimezone(AMSTERDAM)
    return dutch.day(when) if local.hour == local.minute == 0 else f"{dutch.day(when)} om {dutch.hour(when)} uur"


def line_of_dates(uitvraag: Uitvraag, uitstel: Iterable[datetime], now: datetime) -> str:
    """HTML: a step for each date in order, with "U bent hier" among them. `uitstel`: the ends of what was given."""
    steps = [
        (uitvraag.actueel_vanaf, "Actueel vanaf", "Wat sindsdien is ingediend, telt als actueel."),
        (uitvraag.opent, "Opening", "Vanaf dit moment kan worden ingevuld."),
        (uitvraag.herinnering, "Herinnering", "Wie nog niet indiende, krijgt bericht."),
        (uitvraag.sluit, "Sluiting", "Vanaf dit moment is het te laat."),
    ]
    if last := max(uitstel, default=None):
        steps.append((last, "Laatste uitstel eindigt", "Alleen wie uitstel kreeg, kan tot dan invullen."))
    # Whoever opens at the very moment is past it: "here" stands behind what has been.
    ordered = sorted([*steps, (now, "U bent hier", "")], key=lambda step: (step[0], step[1] == "U bent hier"))
    made = "".join(step(*each, now) for each in ordered)
    style = "display:flex;flex-wrap:wrap;gap:1rem 0;list-style:none;margin:.5rem 0 1rem;padding:0"
    return f'<ol style="{style}" aria-label="Kalender van de uitvraag van {uitvraag.tertaal}">{made}</ol>'


def step(when: datetime, name: str, explanation: str, now: datetime) -> str:
    """Past and to come differ by a filled or an open dot, not by colour alone."""
    here, past = name == "U bent hier", when <= now
    line = f"3px solid {PRIMARY}" if past else f"3px dashed {QUIET}"
    sign = "◆" if here else "●" if past else "○"
    colour = PRIMARY if past else TEXT
    return (
        f'<li style="flex:1 1 150px;border-top:{line};padding:.4rem .75rem 0 0;color:{TEXT};margin:0">'
        f'<div style="font-weight:{700 if here else 600};color:{colour}"><span aria-hidden="true">{sign}</span> {name}</div>'
        f"<div>{escape(dutch.day(when) if here else moment(when))}</div>"
        f'<div style="font-size:.85rem;color:#5c5c5c">{explanation}</div></li>'
    )
