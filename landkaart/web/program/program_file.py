"""A file of the program, whosoever it is."""

from functools import cached_property
from hashlib import sha256

# Under which all of them are; the guard lets everybody come here.
PREFIX = "/static/"
# What gets smaller, pictures and fonts are packed already; and what each is called on the way.
TEXTS = (".js", ".css", ".json", ".svg")
TYPES = {
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}


class ProgramFile:
    """A file as it goes out, whoever asks for it; `name` says what kind it is."""

    def __init__(self, name: str, plain: bytes):
        self.name, self.plain = name, plain

    @cached_property
    def digest(self) -> str:
        """Return what no other content has: it marks an answer, an address and what was packed."""
        return sha256(self.plain).hexdigest()[:20]

    @property
    def media_type(self) -> str:
        found = TYPES[self.name.rpartition(".")[2]]
        return f"{found}; charset=utf-8" if self.is_text else found

    @property
    def is_text(self) -> bool:
        return self.name.endswith(TEXTS)
