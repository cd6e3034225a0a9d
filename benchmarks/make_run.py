"""Seconds and peak memory of `make run`: `python benchmarks/make_run.py [PATH]`, on a machine with /proc.

Memory is the sum over the process tree of the proportional set size (PSS), which counts a shared page once. The
embedded Postgres, a daemon beside the tree, is counted too. The figure to keep: 180 s and 1,500 MB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

INTERVAL = 0.25  # seconds between two looks


def measured(command: list[str]) -> tuple[int, float, float]:
    """Exit status, seconds and peak megabytes of a command with all its processes."""
    start, peak = time.monotonic(), 0.0
    process = subprocess.Popen(command)
    while process.poll() is None:
        peak = max(peak, sum(map(megabytes, tree(process.pid) | postgres())))
        time.sleep(INTERVAL)
    return process.returncode, time.monotonic() - start, peak


def tree(root: int) -> set[int]:
    """The process and all below it."""
    parents = {pid: parent(pid) for pid in processes()}
    found = {root}
    while more := {pid for pid, above in parents.items() if above in found} - found:
        found |= more
    return found


def postgres() -> set[int]:
    """The processes of embedded servers: those whose working folder is a data folder of ours."""
    return {pid for pid in processes() if "demarche" in str(folder(pid)) and folder(pid).name == "data"}


def processes() -> list[int]:
    """All process ids."""
    return [int(path.name) for path in Path("/proc").glob("[0-9]*")]


def folder(pid: int) -> Path:
    """The working folder of a process; of one that has ended, no particular one."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        return Path()


def parent(pid: int) -> int:
    """The parent of a process; 0 of one that has ended."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def megabytes(pid: int) -> float:
    """The proportional set size of a process; 0 of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    status, seconds, peak = measured([sys.executable, "-m", "flows", "run", *sys.argv[1:]])
    print(f"{seconds:.1f} s, {peak:.0f} MB at most")
    sys.exit(status)
