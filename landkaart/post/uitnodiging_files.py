"""Invitations to take along: as drafts in one zip."""

import io
import zipfile
from collections.abc import Sequence

from landkaart.domein.uitnodiging import Uitnodigingsbrief
from landkaart.post.files import draft_name
from landkaart.post.message import mail
from landkaart.post.toegang import invitation_text
from landkaart.rapport.herkomst import FILE, Herkomst


def invitation_drafts(briefs: Sequence[Uitnodigingsbrief], adres: str, herkomst: Herkomst) -> bytes:
    """Return a zip of .eml files, one for each person, that a mail program opens as a draft; and the herkomst.

    An address that no mail can be sent to stands in a text beside them.
    """
    packed, unfit = io.BytesIO(), []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, brief in enumerate(briefs, start=1):
            try:
                draft = mail(brief.account, *invitation_text(brief.account, brief.token, adres), afzender=None, adres=adres)
                archive.writestr(draft_name(number, brief.account.adres), draft.as_bytes())
            except ValueError:
                unfit.append(brief.account.adres)
        if unfit:
            archive.writestr("NIET-GEMAAKT.txt", "Naar deze adressen kan geen e-mail:\r\n" + "\r\n".join(unfit) + "\r\n")
        archive.writestr(FILE, herkomst.text)
    return packed.getvalue()
