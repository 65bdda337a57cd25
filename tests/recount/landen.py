"""Countries by chance, as plain data that the referee can read, and as the records that the database takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.recount import naief
from tests.steps.factories import CODES, invulling_record, row, uitvraag_record, werkplein_record

# In the first nobody submits (n = 0), in the second one werkplein does (n = 1); from the third on everybody may.
TERTALEN = ("2008-1", "2008-2", "2008-3", "2009-1", "2009-2", "2009-3")
REGIONS = ("Drenthe", "Fryslân", "Twente")
EDGES = (
    "00000000000000",
    "11111111111110",  # 30.64
    "11111111111111",  # 33 exactly, by equal answers
    "02020202020202",  # 33 exactly, by unequal ones
    "33331111111110",  # 49.79
    "33333330000000",  # 50 exactly
    "22222222222221",  # 63.64
    "22222222222222",  # 66 exactly
    "33333333333310",  # 88.07: no 14 answers come closer to 90 from below
    "33333333332222",  # 90.29: nor from above
    "33333333333332",  # 97.57
    "33333333333333",
)


@dataclass(frozen=True)
class Land:
    """As `naief` takes it, with the region of each werkplein and the versions that a later delivery put right."""

    werkpleinen: list[dict]
    uitvragen: dict[str, dict[str, date]]
    invullingen: list[dict]
    superseded: list[dict]

    @property
    def tertalen(self) -> list[str]:
        """What is known, oldest first."""
        return sorted({*self.uitvragen, *(invulling["tertaal"] for invulling in self.invullingen)})

    @property
    def namen(self) -> dict[str, str]:
        return {werkplein["code"]: werkplein["naam"] for werkplein in self.werkpleinen}

    @property
    def region_of(self) -> dict[str, str]:
        return {werkplein["code"]: werkplein["regio"] for werkplein in self.werkpleinen}


@st.composite
def landen(draw: st.DrawFn) -> Land:
    """Hypothesis chooses the shape of the country; a seed of its choosing fills it, so that 300 werkpleinen stay cheap."""
    size = draw(st.one_of(st.integers(1, 10), st.integers(11, 80), st.integers(81, 300)))
    without_uitvraag = draw(st.sampled_from([None, *TERTALEN[1:]]))
    random = Random(draw(st.integers(0, 2**32 - 1)))
    uitvragen = {tertaal: dates(random, tertaal) for tertaal in TERTALEN if tertaal != without_uitvraag}
    werkpleinen = [werkplein(random, number, uitvragen) for number in range(size)]
    responds = draw(st.sampled_from([0.1, 0.7, 1.0]))
    invullingen = [each for place in werkpleinen for each in history(random, place, uitvragen, responds)]
    superseded = [each | {"banden": bands(random, None)} for each in random.sample(invullingen, len(invullingen) // 20)]
    random.shuffle(invullingen)
    return Land(werkpleinen, uitvragen, invullingen, superseded)


def dates(random: Random, tertaal: str) -> dict[str, date]:
    """An uitvraag that closes around the end of its tertaal."""
    sluit = Tertaal.parse(tertaal).ended + timedelta(random.choice([-10, 0, 0, 0, 1, 20]))
    opent = sluit - timedelta(random.randint(10, 50))
    return {"opent": opent, "sluit": sluit, "actueel_vanaf": opent - timedelta(random.choice([0, 60, 120]))}


def werkplein(random: Random, number: int, uitvragen: dict) -> dict:
    """The first counts always; of the others some open late or close, on the days around a closing."""
    days = [each["sluit"] + timedelta(shift) for each in uitvragen.values() for shift in (-1, 0, 1)]
    van = random.choice(days) if number and random.random() < 0.2 else None
    tot = random.choice(days) if number and random.random() < 0.2 else None
    if van and tot and van >= tot:
        tot = None
    regio = random.choice(REGIONS)
    return {"code": f"w{number}", "naam": f"Plein {number}", "regio": regio, "actief_van": van, "actief_tot": tot}


def history(random: Random, place: dict, uitvragen: dict, responds: float) -> Iterable[dict]:
    """What one werkplein submitted: it begins late or never, leaves gaps, and grows, falls or stays."""
    begins = 1 if place["code"] == "w0" else random.choice([2, 2, 2, 3, 4, 5, 6])
    last = None
    for tertaal in TERTALEN[begins:]:
        if last is None or random.random() < responds:
            last = bands(random, last)
            day = submitted_on(random, tertaal, uitvragen)
            if place["actief_tot"] is not None and place["actief_tot"] <= day:
                return  # Who is closed fills in no more.
            yield {"werkplein": place["code"], "tertaal": tertaal, "ingevuld_op": day, "banden": last}


def submitted_on(random: Random, tertaal: str, uitvragen: dict) -> date:
    """Often on an edge of the uitvraag, the first day that belongs to a class or the last one that does not."""
    if tertaal not in uitvragen:
        return naief.closing_day(tertaal, uitvragen) - timedelta(1)
    opent, sluit, actueel_vanaf = (uitvragen[tertaal][name] for name in ("opent", "sluit", "actueel_vanaf"))
    day = timedelta(1)
    outdated = max(actueel_vanaf - day, min(actueel_vanaf, Tertaal.parse(tertaal).began))
    return random.choice([opent - day, opent, outdated, actueel_vanaf, sluit - day, sluit - 7 * day])


def bands(random: Random, last: dict[str, int] | None) -> dict[str, int]:
    """On an edge, anywhere, or what it was before with something changed."""
    if last is None or random.random() < 0.2:
        values = row(random.choice(EDGES)) if random.random() < 0.5 else random.choices(range(4), k=len(CODES))
        return dict(zip(CODES, values, strict=True))
    changed = dict(last)
    one, other = random.sample(CODES, 2)
    act = random.choice(["stay", "up", "down", "swap"])
    if act == "swap":  # Other answers, the same score.
        changed[one], changed[other] = last[other], last[one]
    elif act != "stay":
        changed[one] = min(3, last[one] + 1) if act == "up" else max(0, last[one] - 1)
    return changed


def deliveries(land: Land) -> list[Aanlevering]:
    """What comes in first, and the delivery that puts some of it right."""
    werkpleinen = [
        werkplein_record(
            each["code"],
            naam=each["naam"],
            arbeidsmarktregio=each["regio"],
            actief_van=each["actief_van"],
            actief_tot=each["actief_tot"],
        )
        for each in land.werkpleinen
    ]
    uitvragen = [uitvraag_record(Tertaal.parse(tertaal), **days) for tertaal, days in land.uitvragen.items()]
    return [
        Aanlevering(tuple(werkpleinen), tuple(uitvragen), records(land.superseded)),
        Aanlevering(invullingen=records(land.invullingen)),
    ]


def records(invullingen: list[dict]) -> tuple:
    return tuple(
        invulling_record(each["werkplein"], Tertaal.parse(each["tertaal"]), text(each["banden"]), each["ingevuld_op"])
        for each in invullingen
    )


def text(banden: dict[str, int]) -> str:
    return "".join(str(banden[code]) for code in CODES)
