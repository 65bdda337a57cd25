"""The form as a workbook, as somebody fetches it, fills it in elsewhere and offers it."""

import io

import openpyxl

from landkaart.web.api.routes import XLSX


def fetch(form):
    answer = form.client.get(f"{form.paper}.xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def filled(form, **cells):
    """The workbook as it is now, with these cells: `filled(form, D5="Niet")`."""
    book = fetch(form)
    for place, value in cells.items():
        book.active[place] = value
    return packed(book)


def packed(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def offer(form, data: bytes, voorstel: str | None = None):
    params = {} if voorstel is None else {"voorstel": voorstel}
    return form.client.post(f"{form.base}/werkmap", content=data, params=params, headers={"content-type": XLSX})


def agree(form, data: bytes):
    return offer(form, data, offer(form, data).json()["voorstel"])


def changed(answer):
    return [(each["veld"], each["oud"], each["nieuw"]) for each in answer.json()["wijzigingen"]]
