"""How far accounts are on their way in, as readers see it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from landkaart.domein.toegang import LaatsteUitnodiging, Staat, Toegang
from landkaart.programma.namen import WERKPLEINEN_KOP
from landkaart.rapport import dutch

# Beside the staten: who comes in on a password alone.
WITHOUT_FACTOR = "zonder_tweede_factor"
EVERYBODY = "alle"


def filters(rows: Sequence[Toegang]) -> dict[str, str]:
    """Return what can be asked for, as it stands in an address, with how many there are; of what there is none, nothing."""
    counts = Counter(each.staat for each in rows)
    found = {EVERYBODY: f"Alle ({dutch.count(len(rows))})"}
    found |= {staat.value: f"{staat.label} ({dutch.count(counts[staat])})" for staat in Staat if counts[staat]}
    number = sum(each.without_second_factor for each in rows)
    return found | ({WITHOUT_FACTOR: f"Zonder tweede factor ({dutch.count(number)})"} if number else {})


def chosen_by(asked: str) -> Callable[[Toegang], bool]:
    """Return what judges whether an account is asked for: by a value of `filters`."""
    if asked == WITHOUT_FACTOR:
        return lambda each: each.without_second_factor
    return lambda each: asked in (EVERYBODY, each.staat.value)


def toegang_table(rows: Sequence[Toegang], namen: Mapping[str, str]) -> pd.DataFrame:
    """Return a row for each account; `namen`: of the werkpleinen, by code."""
    columns = {
        "Naam": [each.account.naam for each in rows],
        "E-mailadres": [each.account.adres for each in rows],
        WERKPLEINEN_KOP: [", ".join(namen[code] for code in each.account.werkpleinen) or dutch.DASH for each in rows],
        "Toegang": [staat_text(each) for each in rows],
        "Laatste uitnodiging": [invitation_text(each.uitnodiging) for each in rows],
        "Laatst gezien": [dutch.day(each.laatst_gezien) if each.laatst_gezien else dutch.DASH for each in rows],
        "Rol": [role_text(each) for each in rows],
        "Tweede factor": [factor_text(each) for each in rows],
    }
    return pd.DataFrame(columns, dtype="str")


def role_text(toegang: Toegang) -> str:
    return toegang.account.rol.label + (", coördinator" if toegang.account.coordinator_van else "")


def staat_text(toegang: Toegang) -> str:
    """Say how far it is, with since or until when."""
    staat = toegang.staat
    if staat is Staat.UITGEZET and toegang.account.uitgezet_op:
        return f"{staat.label} sinds {dutch.day(toegang.account.uitgezet_op)}"
    if staat is Staat.UITGENODIGD and toegang.link_tot:
        return f"{staat.label}, link geldig tot {dutch.day(toegang.link_tot)}"
    if staat is Staat.VERLOPEN and toegang.link_tot:
        return f"{staat.label} op {dutch.day(toegang.link_tot)}"
    if staat is Staat.IN_GEBRUIK and toegang.in_gebruik_sinds:
        return f"{staat.label} sinds {dutch.day(toegang.in_gebruik_sinds)}"
    return f"{staat.label}, nog niet gezien" if staat is Staat.IN_GEBRUIK else staat.label


def factor_text(toegang: Toegang) -> str:
    if toegang.account.heeft_totp:
        return "Aan"
    return "Uit" if toegang.without_second_factor else dutch.DASH


def invitation_text(last: LaatsteUitnodiging | None) -> str:
    """Say what came of an invitation, with the reason when it did not leave."""
    if last is None:
        return dutch.DASH
    how = "als bestand gemaakt" if last.als_bestand else last.status.label
    reason = f": {last.melding}" if last.melding and not last.als_bestand else ""
    return f"{how} op {dutch.day(last.op)}{reason}"
