"""The AKO's judgements over the country: how many of each, and where they and the scores do not agree."""

from landkaart.domein.indicatie import Indicatie, contradiction
from landkaart.domein.tertaalbeeld import Tertaalbeeld

KLASSEN: tuple[Indicatie | None, ...] = (*Indicatie, None)


def per_klasse(beeld: Tertaalbeeld) -> dict[Indicatie | None, list[str]]:
    """Return who got which indicatie, by code, None for not judged yet; of who has a stand, so that it adds up to n."""
    found: dict[Indicatie | None, list[str]] = {klasse: [] for klasse in KLASSEN}
    for code in beeld.stand.bands.index:
        found[beeld.indicaties.get(code)].append(code)
    return found


def without_stand(beeld: Tertaalbeeld) -> list[str]:
    """Return who was judged and does not count, by code."""
    return [code for code in beeld.indicaties if code not in beeld.stand.bands.index]


def open_without_stand(beeld: Tertaalbeeld) -> list[str]:
    """Return who is open at the closing and does not count, by code: whom the AKO can judge all the same."""
    return [code for code in beeld.ingediend_op if code not in beeld.stand.bands.index]


def tegenspraken(beeld: Tertaalbeeld) -> dict[str, str]:
    """Say why a judgement and the score do not agree, by code of the werkplein."""
    scores, before = beeld.stand.scores().to_dict(), beeld.vorige.scores().to_dict()
    said = {
        code: contradiction(indicatie, scores[code], before.get(code))
        for code, indicatie in beeld.indicaties.items()
        if code in scores
    }
    return {code: sentence for code, sentence in said.items() if sentence}
