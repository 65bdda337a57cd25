"""Reports as files, and what they say: the text of each kind, in reading order and without the breaks of lines."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import docx
import pypdf
from docx.oxml.ns import qn

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def one_line(text: str) -> str:
    """A sentence as it is, wherever its lines end; a word that was broken is whole again."""
    return " ".join(re.sub(r"(\w)-\s*\n\s*(\w)", rejoined, text.replace("\u00ad", "")).split())


def rejoined(found: re.Match) -> str:
    """A hyphen at the end of a line is one that was put there, unless a capital or figure follows it ("LWI-MT")."""
    return found[1] + found[2] if found[2].islower() else f"{found[1]}-{found[2]}"


def text_of_word(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return one_line("\n".join("".join(paragraph_texts(each)) for each in body.iter(qn("w:p"))))


def paragraph_texts(paragraph) -> Iterator[str]:
    for each in paragraph.iter(qn("w:t")):
        yield each.text or ""


def text_of_pdf(content: bytes) -> str:
    return one_line("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


class Seen(HTMLParser):
    """What a page says, without its style."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "br", "img"):
            self.within.append(tag)
        if tag in ("p", "li", "td", "th", "br", "h1", "h2", "h3", "dd", "dt", "caption", "figcaption"):
            self.said.append("\n")

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        if "style" not in self.within:
            self.said.append(data)


def text_of_html(content: bytes) -> str:
    seen = Seen()
    seen.feed(content.decode())
    return one_line("".join(seen.said))


def structure(content: bytes) -> list[tuple[str, dict]]:
    """Every element of the structure of a PDF in order: its tag, and what is said of it."""
    root = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    found: list[tuple[str, dict]] = []

    def walk(part) -> None:
        part = part.get_object() if hasattr(part, "get_object") else part
        if isinstance(part, list):
            for each in part:
                walk(each)
        elif isinstance(part, dict):
            if "/S" in part:
                found.append((str(part["/S"]).lstrip("/"), part))
            walk(part.get("/K"))

    walk(root["/K"])
    return found


def scope_of(cell: dict) -> str | None:
    """What a heading of a table is the heading of."""
    said = cell.get("/A")
    said = said.get_object() if said is not None else []
    for each in said if isinstance(said, list) else [said]:
        if "/Scope" in each.get_object():
            return str(each.get_object()["/Scope"]).lstrip("/")
    return None
