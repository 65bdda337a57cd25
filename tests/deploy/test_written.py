"""What cannot be run here is read by the tool that knows its kind."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from landkaart.settings import ROOT, VERSION
from landkaart.surroundings import Setting
from tests.steps.debian import find

DEPLOY = ROOT / "deploy"
BIN = Path(sys.executable).parent


def said(*command: object) -> tuple[int, str]:
    """What a command ended with, and what it said."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, cwd=ROOT)
    return done.returncode, (done.stdout + done.stderr).strip()


def read_yaml(path: Path) -> dict:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def test_the_container_file_has_no_fault_by_its_linter():
    assert said(BIN / "hadolint", DEPLOY / "Containerfile") == (0, "")


def test_the_compose_file_fits_the_schema_of_its_kind():
    assert said(BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yml")[0] == 0


def test_the_nginx_configuration_has_no_fault_by_its_linter():
    status, found = said(BIN / "gixy", "-f", "json", DEPLOY / "nginx" / "landkaart.conf")
    assert (status, json.loads(found)) == (0, [])


def test_the_units_are_right_by_systemd_itself(tmp_path):
    """With the paths of this machine: systemd looks whether the programs are there."""
    for unit in (DEPLOY / "systemd").iterdir():
        text = (
            unit.read_text(encoding="utf-8")
            .replace("/opt/landkaart/.venv", str(BIN.parent))
            .replace("/opt/landkaart", str(ROOT))
        )
        (tmp_path / unit.name).write_text(text, encoding="utf-8")

    assert said(find("systemd-analyze"), "verify", *sorted(tmp_path.iterdir())) == (0, "")


@pytest.mark.parametrize("unit", ["landkaart.service", "landkaart-nacht.service"])
def test_every_command_of_a_unit_is_one_that_there_is(unit):
    text = (DEPLOY / "systemd" / unit).read_text(encoding="utf-8")
    commands = [line.removeprefix("ExecStart=").split()[1:] for line in text.splitlines() if line.startswith("ExecStart=")]

    for words in commands:
        asked = [sys.executable, *words[:3]] if words[0] == "-m" else [BIN / "streamlit", words[0], words[1]]
        assert said(*asked, "--help")[0] == 0


def test_every_setting_that_a_file_here_sets_is_one_that_is_read():
    app = read_yaml(DEPLOY / "compose.yml")["services"]["app"]
    assert set(app["environment"]) <= set(Setting)


def test_what_the_catalogue_reads_is_whole_and_of_this_version():
    """By the standard publiccode.yml 0.7: what is mandatory, and of how many signs."""
    found = read_yaml(ROOT / "publiccode.yml")

    assert {"name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal"} <= set(found)
    assert {"maintenance", "localisation"} <= set(found)
    assert (found["publiccodeYmlVersion"], found["softwareVersion"]) == ("0.7", VERSION)
    assert found["legal"]["license"] == "EUPL-1.2"
    for text in found["description"].values():
        assert len(text["shortDescription"]) <= 150 <= len(text["longDescription"]) <= 10_000
        assert 5 <= len(text["features"]) <= 20
        assert [path for path in text["screenshots"] if not (ROOT / path).exists()] == []
