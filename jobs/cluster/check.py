"""Checks the cluster jar on a real standalone cluster: a master and two workers as processes of this machine.

usage: SPARK_HOME=... check.py LOCAL_WAREHOUSE

Submits the sample by jobs/rasd, once in client mode, where an executor is killed on the way (SIGKILL), and once in cluster
mode, where the driver runs on a worker; each must leave the tables of LOCAL_WAREHOUSE (`jobs/rasd demo`), byte for byte.
Works in target/cluster-check and on free ports of 127.0.0.1.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "jobs"))
from checks import end, free_port, same, tables  # noqa: E402

WORK = ROOT / "target" / "cluster-check"
SAMPLE = ROOT / "src" / "sample"
RUN_SECONDS = 900
CONFIG = """
include file("{sample}/sample.conf")
rasd.input.sources = [
  {{ path = "{sample}/archive/papers" }}
  {{ path = "{sample}/archive/wire", profile = sample-wire }}
  {{ path = "{sample}/archive/text", format = text, profile = sample-text }}
  {{ path = "{sample}/archive/ant" }}
]
"""


def daemon(name, *arguments):
    """A part of Spark as a process group of its own, with its log in the work folder."""
    log = open(WORK / f"{name}.log", "w")
    command = [os.environ["SPARK_HOME"] + "/bin/spark-class", *arguments]
    return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True, cwd=WORK)


def wait_for(what, found, process=None, seconds=120):
    """What {found} returns, as soon as it is true."""
    until = time.monotonic() + seconds
    while not (result := found()):
        assert time.monotonic() < until, f"no {what} after {seconds} s; see {WORK}"
        assert process is None or process.poll() is None, f"no {what}, and the process ended; see {WORK}"
        time.sleep(0.3)
    return result


def said(name, text):
    return text in (WORK / f"{name}.log").read_text(errors="replace")


@contextlib.contextmanager
def cluster():
    """URL of a master with two workers of two cores each; all of it ends with the block."""
    port, parts = free_port(), {}
    try:
        parts["master"] = daemon("master", "org.apache.spark.deploy.master.Master",
                                 "--host", "127.0.0.1", "--port", port, "--webui-port", free_port())
        url = f"spark://127.0.0.1:{port}"
        wait_for("master", lambda: said("master", "I have been elected leader"), parts["master"])
        for worker in ("worker-1", "worker-2"):
            parts[worker] = daemon(worker, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1",
                                   "--webui-port", free_port(), "--cores", "2", "--memory", "3g",
                                   "--work-dir", str(WORK / worker), url)
        for worker in ("worker-1", "worker-2"):
            wait_for(worker, lambda: said(worker, "Successfully registered"), parts[worker])
        yield url, [parts["worker-1"].pid, parts["worker-2"].pid]
    finally:
        end(parts.values(), 20)


def executors(workers):
    """Process ids of the executors that the workers started."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            command = (entry / "cmdline").read_bytes()
            if b"CoarseGrainedExecutorBackend" in command and os.getpgid(int(entry.name)) in workers:
                found.append(int(entry.name))
    return sorted(found)


def submit(url, mode, warehouse):
    """Starts jobs/rasd run on the cluster; its log is MODE.log."""
    options = f"--master {url} --deploy-mode {mode} --driver-memory 1g --driver-cores 1 --executor-memory 1g" \
        " --executor-cores 1 --total-executor-cores 2 --conf spark.driver.bindAddress=127.0.0.1" \
        " --conf spark.ui.enabled=false --conf spark.standalone.submit.waitAppCompletion=true"
    environment = os.environ | {"RASD_SUBMIT_OPTS": options, "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [ROOT / "jobs" / "rasd", "run", "--config", WORK / "cluster-check.conf", "--warehouse", warehouse]
    log = open(WORK / f"{mode}.log", "w")
    return subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True)


def finish(process, mode):
    try:
        code = process.wait(RUN_SECONDS)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    logs = [WORK / f"{mode}.log", *WORK.glob("worker-*/driver-*/stderr")]
    last = "\n".join(log.read_text(errors="replace")[-4000:] for log in logs)
    assert code == 0 and "is FAILED" not in last, f"{mode} mode ended with {code}:\n{last}"


def check(warehouse, expected, what):
    found = tables(warehouse)
    same(found, expected, f"{what} against local mode")
    print(f"cluster: {what} leaves the {len(found)} files of local mode")


def main():
    if len(sys.argv) != 2 or not os.environ.get("SPARK_HOME"):
        raise SystemExit(__doc__)
    expected = tables(Path(sys.argv[1]).resolve())
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_NO_DAEMONIZE="1")
    (WORK / "cluster-check.conf").write_text(CONFIG.format(sample=SAMPLE))
    with cluster() as (url, workers):
        client = submit(url, "client", WORK / "client")
        wait_for("first step", lambda: said("client", "clean      done"), client, RUN_SECONDS)
        victim = executors(workers)[0]
        os.kill(victim, signal.SIGKILL)
        finish(client, "client")
        assert said("client", "Lost executor"), "the driver did not notice the executor's death; see client.log"
        check(WORK / "client", expected, "client mode with an executor killed on the way")
        finish(submit(url, "cluster", WORK / "cluster"), "cluster")
        assert list(WORK.glob("worker-*/driver-*")), "the driver did not run on a worker"
        check(WORK / "cluster", expected, "cluster mode")


if __name__ == "__main__":
    main()
