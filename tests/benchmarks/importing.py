"""The time to import the package, against that of importing attrs and cattrs: ``python -m tests.benchmarks.importing``.

Each is a new interpreter; what an interpreter needs by itself is taken off.
"""

import subprocess
import sys

from tests.benchmarks.timing import best_of, row

STATEMENTS = {
    "nothing": "pass",
    "attrs and cattrs": "import attrs, cattrs",
    "govdisclosure": "import govdisclosure",
    "govdisclosure.parse": "from govdisclosure import parse",
    "govdisclosure.parse, check, dumps": "from govdisclosure import parse, check, dumps",
}


def main() -> None:
    """Print a row for each statement: milliseconds, and the ratio to attrs and cattrs."""
    runs = [
        lambda statement=statement: subprocess.run([sys.executable, "-c", statement], check=True)  # noqa: S603  # our own words
        for statement in STATEMENTS.values()
    ]
    bare, *times = best_of(*runs)
    yardstick = times[0] - bare
    print(row("import", "ms", "ratio"))  # noqa: T201  # a command's output
    for name, time in zip(list(STATEMENTS)[1:], times, strict=True):
        print(row(name, f"{(time - bare) * 1000:.1f}", f"{(time - bare) / yardstick:.2f}"))  # noqa: T201


if __name__ == "__main__":
    main()
