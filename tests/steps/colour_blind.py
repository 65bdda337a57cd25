"""What is left of a colour for who sees fewer (Machado, Oliveira, Fernandes 2009), and how far two are apart (CIE 1976)."""

from math import dist

from tests.steps.contrast import linear

# From linear red, green and blue to what is seen of them.
SEEN_BY = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.95047, 1, 1.08883)


def apart(one: str, other: str, sight: str) -> float:
    """Return how far two colours are from each other in CIELAB for who sees like that."""
    return dist(lab(one, sight), lab(other, sight))


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    parts = [linear(part / 255) for part in bytes.fromhex(colour.removeprefix("#"))]
    seen = [min(1, max(0, part)) for part in times(SEEN_BY[sight], parts)]
    x, y, z = (root(part / white) for part, white in zip(times(XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def times(matrix, parts) -> list[float]:
    return [sum(factor * part for factor, part in zip(row, parts, strict=True)) for row in matrix]


def root(part: float) -> float:
    return part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
