"""How light a colour is, and how well two of them are told apart: WCAG 2.2, "relative luminance" and "contrast ratio"."""


def luminance(colour: str) -> float:
    """Return it for a colour such as "#154273": 0 is black, 1 is white."""
    red, green, blue = (linear(part / 255) for part in bytes.fromhex(colour.removeprefix("#")))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """Return it, from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
