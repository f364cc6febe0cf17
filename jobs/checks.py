"""What the checks around the job share: free ports, processes that end, and published tables compared byte for byte."""

import contextlib
import hashlib
import os
import signal
import socket
import subprocess
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def end(processes, seconds):
    """Ends processes that lead groups of their own, with their groups; those that take longer than `seconds` by force."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def tables(warehouse, without=()):
    """Published files by path within the warehouse, with a checksum of their bytes; tables in `without` are left out."""
    found = {
        str(file.relative_to(warehouse)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(Path(warehouse).rglob("*.parquet"))
        if not {"_rasd", *without} & set(file.parts)
    }
    assert any("published_on=" in name for name in found), f"no table under {warehouse}"
    return found


def same(found, expected, what):
    different = sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))
    assert not different, f"{what}: {len(different)} files differ, among them {different[:5]}"
