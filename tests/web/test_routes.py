"""Our routes: no request fits two of them, so that their order says nothing."""

import re
from itertools import combinations, product

import pytest
from starlette.routing import Match, Route

from landkaart.web.routes import ROUTES

PARAMETER = re.compile(r"{\w+(?::\w+)?}")


def paths_of(route: Route, other: Route) -> set[str]:
    """Paths that fit a route, filled with what could make them fit another one as well: its words, whole and in parts."""
    like = PARAMETER.sub("x", other.path).strip("/")
    words = {"x", "1", *like.split("/"), *re.split(r"[/.]", like)}
    holes = PARAMETER.findall(route.path)
    return {fill(route.path, values) for values in product(sorted(words), repeat=len(holes))}


def fill(path: str, values: tuple[str, ...]) -> str:
    rest = iter(values)
    return PARAMETER.sub(lambda _: next(rest), path)


def fits(route: Route, path: str, method: str) -> bool:
    return route.matches({"type": "http", "path": path, "method": method})[0] is Match.FULL


def clashes(routes: list[Route]) -> set[tuple[str, str, str]]:
    """Each request that two routes fit: its method, and theirs paths."""
    return {
        (method, one.path, other.path)
        for one, other in combinations(routes, 2)
        for path in paths_of(one, other) | paths_of(other, one)
        for method in one.methods & other.methods
        if fits(one, path, method) and fits(other, path, method)
    }


def test_no_request_fits_two_routes():
    assert clashes(ROUTES) == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.path} {sorted(route.methods)[0]}")
def test_each_route_fits_a_request_that_is_made_for_it(route):
    path, method = PARAMETER.sub("1", route.path), min(route.methods)

    assert [found.path for found in ROUTES if fits(found, path, method)] == [route.path]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/download/{name}", "/download/respons.csv"),
        ("/download/{number:int}.csv", "/download/{name}"),
        ("/figuur/{naam}.{soort}", "/figuur/kaart-{naam}"),
    ],
)
def test_two_that_do_would_be_found(one, other):
    assert clashes([Route(path, lambda _: None, methods=["GET"]) for path in (one, other)])
