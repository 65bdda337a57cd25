"""Reminders to take along: as drafts in one zip, or as a table to merge."""

import io
import re
import zipfile
from collections.abc import Sequence

import pandas as pd

from landkaart.domein.herinnering import Brief
from landkaart.post.message import body, compose, subject, values
from landkaart.rapport.csv_texts import csv_for_excel
from landkaart.rapport.herkomst import FILE, Herkomst

# File systems take 255 at most.
LONGEST_NAME = 200


def drafts(briefs: Sequence[Brief], adres: str, herkomst: Herkomst) -> bytes:
    """Return a zip of .eml files, one for each address, that a mail program opens as a draft; and the herkomst.

    An address that no mail can be sent to stands in a text beside them: nobody is passed over unseen.
    """
    packed, unfit = io.BytesIO(), []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, brief in enumerate(briefs, start=1):
            try:
                content = compose(brief, afzender=None, adres=adres).as_bytes()
                archive.writestr(draft_name(number, brief.ontvanger.adres), content)
            except ValueError:
                unfit.append(brief.ontvanger.adres)
        if unfit:
            archive.writestr("NIET-GEMAAKT.txt", "Naar deze adressen kan geen e-mail:\r\n" + "\r\n".join(unfit) + "\r\n")
        archive.writestr(FILE, herkomst.text)
    return packed.getvalue()


def draft_name(number: int, adres: str) -> str:
    """Return the name of a draft: the number keeps names apart of which only signs that a file may not have differ."""
    return f"{number:04d}-{re.sub('[^a-z0-9@.-]', '_', adres)[:LONGEST_NAME]}.eml"


def merge_table(briefs: Sequence[Brief], adres: str, herkomst: Herkomst | None = None) -> bytes:
    """Return a .csv with a row for each address, for a mail merge; semicolons, as a Dutch Excel and Word expect.

    `herkomst`: stands below it, where a mail merge would take it for addresses.
    """
    rows = [
        {"adres": brief.ontvanger.adres, "naam": brief.ontvanger.naam}
        | values(brief, adres)
        | {"onderwerp": subject(brief, adres), "tekst": body(brief, adres)}
        for brief in briefs
    ]
    columns = ["adres", "naam", "werkplein", "tertaal", "sluit", "link", "onderwerp", "tekst"]
    return csv_for_excel(pd.DataFrame(rows, columns=columns, dtype="str"), herkomst)
