"""Checks the daily DAG as Airflow runs it: through dag.test(), submitting the real job in local mode.

usage: check.py CLUSTER_JAR

What is shown: the DAG imports without errors; three days run one after another, not in their order, leave the tables that
one run over all three leaves; a job that fails makes its task fail, with the job's own reason in the log. Works in a folder
of its own under target/.
"""

import contextlib
import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "target" / "airflow-check"
DAYS = ["2024-10-06", "2024-10-18", "2024-10-05"]
ARCHIVE = ROOT / "src" / "sample" / "archive" / "papers"


def environment(jar):
    """Airflow in a folder of its own, Spark in local mode, this Python's spark-submit first on the path."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    os.environ.update(
        AIRFLOW_HOME=str(WORK / "home"),
        AIRFLOW__CORE__DAGS_FOLDER=str(Path(__file__).resolve().parent),
        AIRFLOW__CORE__LOAD_EXAMPLES="False",
        AIRFLOW__LOGGING__LOGGING_LEVEL="INFO",
        AIRFLOW_CONN_SPARK_DEFAULT="spark://local[2]",
        PATH=str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"],
        RASD_JAR=str(Path(jar).resolve()),
        RASD_INPUT=str(ARCHIVE),
        RASD_WAREHOUSE=str(WORK / "daily"),
    )
    os.environ.pop("SPARK_HOME", None)


def tables(warehouse):
    """Every published file by its path within the warehouse, with a checksum of its bytes."""
    return {
        str(file.relative_to(warehouse)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(Path(warehouse).rglob("*.parquet"))
        if "_rasd" not in file.parts
    }


def run_day(dag, day, **conf):
    """One run of the DAG as a manual run with parameters; its state and what its tasks logged."""
    log = io.StringIO()
    with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
        run = dag.test(run_conf={"date": day, **conf})
    return str(run.state), log.getvalue()


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    environment(sys.argv[1])
    subprocess.run([sys.executable, "-m", "airflow", "db", "migrate"], check=True, stdout=subprocess.DEVNULL)
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
    assert not bag.import_errors, bag.import_errors
    dag = bag.dags["rasd_daily"]
    print("airflow: the DAG imports; tasks", dag.task_ids)

    for day in DAYS:
        state, log = run_day(dag, day)
        assert state.endswith("success"), f"{day} ended as {state}; it logged\n{log[-6000:]}"
        print("airflow:", day, "published")
    once = WORK / "once"
    subprocess.run(
        [ROOT / "jobs" / "rasd", "run", "--input", ARCHIVE, "--warehouse", once, "--from", min(DAYS), "--to", max(DAYS)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    daily = tables(WORK / "daily")
    assert daily == tables(once), "days run one by one left other tables than one run over all"
    print("airflow: three days out of order leave the same", len(daily), "files as one run")

    state, log = run_day(dag, DAYS[0], input=str(WORK / "nowhere"))
    assert state.endswith("failed"), f"a run without an archive ended as {state}"
    assert "Cannot read" in log and "nowhere" in log, f"the reason of the failure is not in the log:\n{log[-6000:]}"
    assert daily == tables(WORK / "daily"), "a failed run changed the tables"
    print("airflow: a failing job fails its task, says why, and leaves the tables")


if __name__ == "__main__":
    main()
