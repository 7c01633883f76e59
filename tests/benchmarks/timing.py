"""How the benchmarks measure: what is compared runs in turn, so that a machine that slows down slows down for all."""

import gc
from collections.abc import Callable
from time import perf_counter

ROUNDS = 15


def best_of(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The shortest time in seconds that each of several pieces of work took."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for number, work in enumerate(works):
            gc.collect()
            start = perf_counter()
            work()
            best[number] = min(best[number], perf_counter() - start)
    return best


def row(name: str, *fields: str) -> str:
    """A line of a table."""
    return f"{name:36}" + "".join(f"{field:>12}" for field in fields)
