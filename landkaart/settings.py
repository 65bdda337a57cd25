"""What the surroundings may set, read in one place; README.md lists them."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
CONTENT = Path(__file__).parent / "content"
DEFAULT_URL = f"sqlite:///{ROOT / 'var' / 'landkaart.db'}"


def database_url() -> str:
    """DATABASE_URL, or a file in `var/`."""
    return os.environ.get("DATABASE_URL", "").strip() or DEFAULT_URL
