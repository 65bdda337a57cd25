"""Where the Chromium of this machine is; `python -m tests.steps.chromium` puts one there when there is none."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.steps import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Headless as root, in a closed network: nothing that looks for the outside world.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find() -> str | None:
    """The path of an executable: the system's, or the one that Playwright keeps."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """From Debian's packages where we may, else Playwright's own download, which needs no rights."""
    if not debian.install("chromium"):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    if find() is None:
        install()
    if found := find():
        print(f"browser: {found}")
        return 0
    print("No Chromium found, and none could be installed: install the package `chromium` and try again.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
