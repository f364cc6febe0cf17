"""Checks the cluster jar on a real standalone cluster: a master and two workers as processes of this machine.

usage: SPARK_HOME=... check.py LOCAL_WAREHOUSE
       SPARK_HOME=... check.py --pipeline FOLDER

Submits the sample by jobs/rasd, once in client mode, where an executor is killed on the way (SIGKILL), and once in cluster
mode, where the driver runs on a worker; each must leave the tables of LOCAL_WAREHOUSE (`jobs/rasd demo`), byte for byte.
With --pipeline, names come from the saved pipeline in FOLDER (`jobs/rasd train tagger --engine spark-nlp` makes one with
word vectors), and both modes must leave what a run in local mode leaves, byte for byte, mentions of that pipeline among it.
The folders where Spark NLP unpacks word vectors are other ones for each process, as on separate machines: what the driver
unpacks, no executor finds. FOLDER itself is what all of them read. RASD_PROFILE is spark-nlp-native unless set.
Works in target/cluster-check and on free ports of 127.0.0.1.
"""

import contextlib
import json
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
# In the working folder of whichever process asks; Spark gives each executor, and a driver on a worker, one of its own.
OWN_FOLDER = "/proc/self/cwd/own"
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


def run(warehouse, more):
    return [ROOT / "jobs" / "rasd", "run", "--config", WORK / "cluster-check.conf", "--warehouse", warehouse, *more]


def submit(url, mode, warehouse, *more):
    """Starts jobs/rasd run on the cluster; its log is MODE.log."""
    options = f"--master {url} --deploy-mode {mode} --driver-memory 1g --driver-cores 1 --executor-memory 1g" \
        " --executor-cores 1 --total-executor-cores 2 --conf spark.driver.bindAddress=127.0.0.1" \
        " --conf spark.ui.enabled=false --conf spark.standalone.submit.waitAppCompletion=true" \
        f" --conf spark.local.dir={OWN_FOLDER} --conf spark.jsl.settings.storage.cluster_tmp_dir={OWN_FOLDER}"
    environment = os.environ | {"RASD_SUBMIT_OPTS": options, "SPARK_LOCAL_IP": "127.0.0.1"}
    log = open(WORK / f"{mode}.log", "w")
    return subprocess.Popen(run(warehouse, more), stdout=log, stderr=log, env=environment, start_new_session=True, cwd=WORK)


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


def prepare():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", SPARK_NO_DAEMONIZE="1")
    (WORK / "cluster-check.conf").write_text(CONFIG.format(sample=SAMPLE))


def check_jar(warehouse):
    """The job as it is: a killed executor in client mode, then cluster mode."""
    expected = tables(Path(warehouse).resolve())
    prepare()
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


def check_pipeline(folder):
    """A pipeline of Spark NLP's; its word vectors, where it has any, must be unpacked where only the driver finds them."""
    folder = Path(folder).resolve()
    vectors = {part.name for part in folder.glob("**/storage/*")}
    prepare()
    os.environ.setdefault("RASD_PROFILE", "spark-nlp-native")
    named = ["--set", f"extract.pipeline={folder}"]
    alone = {name: value for name, value in os.environ.items() if name != "SPARK_HOME"}
    subprocess.run(run(WORK / "local", named), check=True, env=alone, timeout=RUN_SECONDS)
    count = f"SELECT count(*) AS n FROM mentions WHERE annotator = '{folder.name}'"
    found = subprocess.run([ROOT / "jobs" / "rasd", "sql", "--warehouse", WORK / "local", "--format", "jsonl", count],
                           check=True, env=alone, capture_output=True, text=True).stdout
    mentions = json.loads(found)["n"]
    assert mentions > 0, f"no mention by {folder.name}"
    expected = tables(WORK / "local")
    with cluster() as (url, _):
        for mode, home in (("client", "own"), ("cluster", "worker-*/driver-*/own")):
            job = submit(url, mode, WORK / mode, *named)
            unpacked = f"{home}/spark-*/userFiles-*/storage/*"
            wait_for("word vectors of the driver", lambda: vectors <= {part.name for part in WORK.glob(unpacked)}, job,
                     RUN_SECONDS)
            finish(job, mode)
            check(WORK / mode, expected, f"{mode} mode, with {mentions} mentions by {folder.name},")


def main():
    match sys.argv[1:] if os.environ.get("SPARK_HOME") else []:
        case ["--pipeline", folder]:
            check_pipeline(folder)
        case [warehouse]:
            check_jar(warehouse)
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
