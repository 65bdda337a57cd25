"""Several at the same act, at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from landkaart.domein.invulling import AndersGewijzigd


def race(racers, perform):
    """What became of each: None for who won, else what he was told."""
    together = Barrier(len(racers))

    def run(racer):
        together.wait()
        try:
            perform(racer)
        except AndersGewijzigd as error:
            return error
        return None

    with ThreadPoolExecutor(len(racers)) as pool:
        return list(pool.map(run, racers))


def all_at_once(number, perform):
    """What `perform` gave each of so many who began at the same moment."""
    together = Barrier(number)

    def run(_):
        together.wait()
        return perform()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))
