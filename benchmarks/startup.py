"""How quickly the command line answers: `python benchmarks/startup.py` prints one JSON object.

`help_seconds` and `pass_seconds` are medians of the wall-clock seconds of `demarche --help` and of `python -c pass`,
`ratio` is the first over the second. The runs alternate, so that a busy moment of the machine meets both. The figure
to keep: 0.5 s.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time

RUNS = 7
HELP = (sys.executable, "-m", "demarche", "--help")
PASS = (sys.executable, "-c", "pass")


def seconds(command: tuple[str, ...]) -> float:
    """Wall-clock seconds of a command; CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def medians(runs: int = RUNS) -> dict[str, float]:
    """The two medians and their ratio, after one run of each that only warms the file cache."""
    seconds(HELP), seconds(PASS)
    pairs = [(seconds(HELP), seconds(PASS)) for _ in range(runs)]
    of_help, of_pass = (statistics.median(column) for column in zip(*pairs, strict=True))
    return {"help_seconds": of_help, "pass_seconds": of_pass, "ratio": of_help / of_pass}


if __name__ == "__main__":
    print(json.dumps({name: round(value, 3) for name, value in medians().items()}))
