"""Programs that the tests drive for real, put on this machine from Debian's packages when they are not there.

`python -m tests.steps.debian` does so for all of PROGRAMS; without the rights to install it says what is missing.
"""

import os
import shutil
import subprocess
import sys

import pytest

# By the name of the program: the packages it comes from.
PROGRAMS = {
    "nginx": "nginx-light",
    "openssl": "openssl",
    "systemd-analyze": "systemd",
    "soffice": "libreoffice-calc-nogui libreoffice-writer-nogui",
}


def install(*packages: str) -> bool:
    """Install from Debian's packages where we may; tells whether that went well."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
    order = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(order, check=False, env=quiet).returncode == 0


def find(program: str) -> str:
    """Return the path of a program; without it the test fails where CI is set, and is skipped elsewhere."""
    path = where(program)
    if path is None:
        reason = f"no {program} on this machine: run `make browser`, or install {PROGRAMS[program]}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path


def where(program: str) -> str | None:
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def main() -> int:
    missing = {name: package for name, package in PROGRAMS.items() if where(name) is None}
    if missing and not install(*" ".join(missing.values()).split()):
        print(f"Not there, and could not be installed: {', '.join(missing)}. Their tests are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
