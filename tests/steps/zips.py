"""Zips, as people and programs make them."""

import io
import zipfile


def zipped(*files: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these files (naam, data), in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for naam, data in files:
            archive.writestr(naam, data)
    return out.getvalue()
