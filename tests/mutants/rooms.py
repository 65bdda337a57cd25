"""Which tests judge a broken rule: those of its own room, the ones that stand where it stands first."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# With fewer files of tests that name it, those are asked as well that name what uses it.
FEW = 3
# Where what a room knows is shown, kept or sent.
FAR = ("tests/web", "tests/cli")


@dataclass(frozen=True)
class Room:
    """`folder` holds the rules; `tests`: what judges each of them; `also`: of these, the files that name their module."""

    name: str
    folder: str
    tests: tuple[str, ...]
    also: tuple[str, ...] = ()

    def files(self) -> list[str]:
        found = (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / self.folder).rglob("*.py")))
        return [path for path in found if room_of(path) is self and "migrations" not in path]


# A file belongs to the first that it lies in.
ROOMS = (
    Room("domein", "landkaart/domein", ("tests/domein",), ("tests/recount", "tests/db/queries", "tests/db/actions")),
    Room("rapport", "landkaart/rapport", ("tests/rapport",), ("tests/recount",)),
    Room("invoer", "landkaart/invoer", ("tests/invoer",)),
    Room("post", "landkaart/post", ("tests/post",)),
    Room("web", "landkaart/web", (), ("tests/web",)),
    Room("cli", "landkaart/cli", ("tests/cli",)),
    Room("queries", "db/queries", ("tests/db/queries",), ("tests/db", "tests/recount", "tests/rapport", "tests/post")),
    Room(
        "actions",
        "db/actions",
        ("tests/house/test_rights.py", "tests/db/actions/test_every_act.py"),
        ("tests/db", "tests/post"),
    ),
    Room("db", "db", ("tests/db/test_models.py", "tests/db/test_migrate.py", "tests/house/test_rights.py"), ("tests/db",)),
    Room("pages", "pages", ("tests/pages/test_shown.py", "tests/house/test_pages.py")),
    Room("landkaart", "landkaart", ("tests/house/test_names.py",), ("tests/post", "tests/cli", "tests/web")),
)


def room_of(path: str) -> Room:
    return next(room for room in ROOMS if path.startswith(f"{room.folder}/"))


def judges(path: str) -> list[str]:
    """Files of tests for a rule in the file at `path`, in the order in which they are asked: its mirror, then its room."""
    room, mirror = room_of(path), files_of(f"tests/{path.removeprefix('landkaart/').rpartition('/')[0]}")
    stem = re.compile(rf"\b{Path(path).stem}\b")
    nearest = [file for file in mirror if Path(path).stem in Path(file).stem]
    if path.startswith("pages/shared/"):
        mirror += [file for screen in screens_with(stem) for file in files_of(f"tests/pages/{screen}")]
    naming = [file for place in room.also for file in files_of(place) if stem.search(read(file))]
    if len(naming) < FEW:
        users = re.compile("|".join([stem.pattern, *(rf"\b{Path(user).stem}\b" for user in users_of(path))]))
        naming += [file for place in (*room.also, *FAR) for file in files_of(place) if users.search(read(file))]
    if room.name in ("web", "pages", "invoer"):
        naming = [*mirror, *naming]
    return list(dict.fromkeys([*nearest, *naming, *(file for place in room.tests for file in files_of(place))]))


def users_of(path: str) -> list[str]:
    """The files of the same floor that import it."""
    package, _, name = path.removesuffix(".py").replace("/", ".").rpartition(".")
    used = re.compile(rf"from {re.escape(package)} import [^\n]*\b{name}\b|from {re.escape(package)}\.{name} import")
    found = sorted((ROOT / path.partition("/")[0]).rglob("*.py"))
    return [file.relative_to(ROOT).as_posix() for file in found if used.search(file.read_text(encoding="utf-8"))]


def screens_with(stem: re.Pattern) -> list[str]:
    """The screens that use what is shared under that name."""
    found = sorted({path.parent.name for path in (ROOT / "pages").glob("*/*.py") if stem.search(path.read_text("utf-8"))})
    return [screen for screen in found if screen != "shared"]


def files_of(place: str) -> list[str]:
    """The files of tests in a folder and below it, or the one file itself."""
    if place.endswith(".py"):
        return [place]
    return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / place).rglob("test_*.py"))]


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")
