"""Texts as they can be compared between kinds of files."""


def squeezed(text: str) -> str:
    """Without spaces and hyphens: where a line ends a word may be broken."""
    return "".join(text.split()).replace("-", "")
