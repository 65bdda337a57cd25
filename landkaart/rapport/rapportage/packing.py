"""A file that is a zip inside, packed anew without the moment of packing: the same content gives the same bytes."""

import io
import zipfile

from landkaart.rapport.files import zipped


def packed_anew(content: bytes) -> bytes:
    """Return it in the order that it has, which Word asks for: what it consists of comes first."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()])
