"""Checks the daily DAG as Airflow runs it, submitting the real job to a local Spark.

usage: SPARK_HOME=... check.py CLUSTER_JAR

What is shown, each with the real job in the cluster jar:
- the DAG imports without errors, and nothing heavy with it;
- dag.test() for two fixed days, the later one first, leaves the tables that one run over both leaves;
- a job that fails makes its task fail, with the job's own reason in the log, and leaves the tables as they were;
- `airflow backfill create` over three days, last day first, through the scheduler, leaves the tables of one run over them;
- the quality check reads the run report, and fails on its warnings only where told to.

Works in a folder of its own, target/airflow-check, and on free ports of 127.0.0.1.
"""

import contextlib
import io
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "jobs"))
import checks  # noqa: E402
from checks import free_port, same  # noqa: E402

WORK = ROOT / "target" / "airflow-check"
ARCHIVE = ROOT / "src" / "sample" / "archive" / "papers"
AIRFLOW = Path(sys.executable).parent / "airflow"
DAYS = ["2023-11-29", "2023-11-30", "2023-12-01"]
BACKFILL_SECONDS = 900


def environment(jar):
    """Airflow in a folder of its own, Spark in local mode, SPARK_HOME's spark-submit first on the path."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    port = free_port()
    os.environ.update(
        AIRFLOW_HOME=str(WORK / "home"),
        AIRFLOW__CORE__DAGS_FOLDER=str(Path(__file__).resolve().parent),
        AIRFLOW__CORE__LOAD_EXAMPLES="False",
        AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION="False",
        AIRFLOW__CORE__PARALLELISM="2",
        AIRFLOW__CORE__EXECUTION_API_SERVER_URL=f"http://127.0.0.1:{port}/execution/",
        AIRFLOW__API__HOST="127.0.0.1",
        AIRFLOW__API__PORT=port,
        AIRFLOW__API__WORKERS="1",
        AIRFLOW__API_AUTH__JWT_SECRET=secrets.token_hex(32),
        AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT=free_port(),
        AIRFLOW_CONN_SPARK_DEFAULT=json.dumps({"conn_type": "spark", "host": "local[2]"}),
        PATH=os.environ["SPARK_HOME"] + "/bin" + os.pathsep + os.environ["PATH"],
        NO_PROXY="127.0.0.1,localhost",
        RASD_SPARK_PROPERTIES=str(ROOT / "jobs" / "spark-defaults.conf"),
        RASD_JAR=str(Path(jar).resolve()),
        RASD_INPUT=str(ARCHIVE),
        RASD_WAREHOUSE=str(WORK / "daily"),
    )


def airflow(*arguments):
    """Runs a command of Airflow; what it printed, where it succeeds."""
    done = subprocess.run([AIRFLOW, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"airflow {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-6000:]}"
    return done.stdout


def tables(warehouse):
    """Published files with their checksums; superseded_events tells of earlier runs by its nature."""
    return checks.tables(warehouse, without={"superseded_events"})


def one_run(first, last):
    """The tables of one run of the launcher over a range of days."""
    warehouse = WORK / f"once-{first}-{last}"
    done = subprocess.run(
        [ROOT / "jobs" / "rasd", "run", "--input", ARCHIVE, "--warehouse", warehouse, "--from", first, "--to", last],
        env={name: value for name, value in os.environ.items() if name != "SPARK_HOME"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"the run over {first} to {last} ended with {done.returncode}:\n{done.stdout[-4000:]}"
    return tables(warehouse)


def run_day(dag, day, **conf):
    """One run of the DAG as a manual run with parameters; its state, its tasks' states and what they logged."""
    log = io.StringIO()
    with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
        run = dag.test(run_conf={"date": day, **conf})
    tasks = {task.task_id: str(task.state) for task in run.get_task_instances()}
    return str(run.state), tasks, log.getvalue()


def check_import():
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
    assert not bag.import_errors, bag.import_errors
    assert "pyspark" not in sys.modules, "importing the DAG starts PySpark"
    dag = bag.dags["rasd_daily"]
    assert dag.get_task("publish").retries == 2, "publish is not retried"
    dag.get_task("publish").retries = 0  # dag.test() would wait for minutes between them
    outlets = {asset.name for asset in dag.get_task("publish").outlets}
    assert {"rasd_events", "rasd_exchanges_over_time", "rasd_agreements_by_country"} <= outlets, outlets
    print("airflow: the DAG imports; tasks", ", ".join(dag.task_ids))
    return dag


def check_days(dag):
    for day in reversed(DAYS[:2]):
        state, states, log = run_day(dag, day)
        assert state == "success", f"{day} ended as {state} ({states}); it logged\n{log[-6000:]}"
    daily = tables(WORK / "daily")
    same(daily, one_run(DAYS[0], DAYS[1]), "two days through dag.test(), the later first, against one run over both")
    print("airflow: dag.test() of two days leaves the", len(daily), "files of one run")
    return daily


def check_failure(dag, daily):
    state, states, log = run_day(dag, DAYS[0], input=str(WORK / "nowhere"))
    assert state == "failed" and states["publish"] == "failed", f"a run without an archive ended as {state} ({states})"
    reason = next((line for line in log.splitlines() if "Cannot read" in line and "nowhere" in line), None)
    assert reason, f"the reason of the failure is not in the log:\n{log[-6000:]}"
    same(tables(WORK / "daily"), daily, "a failed run against the tables before it")
    print("airflow: a failing job fails its task and says why:", reason[reason.index("Cannot") :][:120])


def check_quality(dag):
    quality = dag.get_task("quality").python_callable
    runs = WORK / "quality" / "_rasd" / "runs"
    runs.mkdir(parents=True)
    newest = max((WORK / "daily" / "_rasd" / "runs").glob("*.json"), key=lambda path: path.name)
    report = json.loads(newest.read_text()) | {"outcome": "published", "warnings": ["records fell by half"]}
    report |= {"first_day": DAYS[0], "last_day": DAYS[0]}
    (runs / newest.name).write_text(json.dumps(report))

    def outcome(day, strict):
        parameters = {"date": None, "warehouse": str(WORK / "quality"), "fail_on_warnings": strict}
        try:
            return quality(params=parameters, dag_run=SimpleNamespace(partition_key=day))
        except ValueError as refused:
            return str(refused)

    assert outcome(DAYS[0], False)["warnings"] == ["records fell by half"], outcome(DAYS[0], False)
    assert "records fell by half" in outcome(DAYS[0], True), outcome(DAYS[0], True)
    assert "no run report" in outcome(DAYS[1], False), outcome(DAYS[1], False)
    print("airflow: the quality check passes on a run report's warnings, or fails on them where told to")


@contextlib.contextmanager
def services(*names):
    """Airflow's long-running parts, each in a process group of its own, with its log under target/airflow-check."""
    running = {}
    try:
        for name in names:
            log = open(WORK / f"{name}.log", "w")
            running[name] = subprocess.Popen([AIRFLOW, name], stdout=log, stderr=log, start_new_session=True)
        yield running
    finally:
        checks.end(running.values(), 30)


def backfilled():
    """Partition and state of each run of the backfill, from Airflow's own database: its commands do not print partitions."""
    with contextlib.closing(sqlite3.connect(f"file:{WORK}/home/airflow.db?mode=ro", uri=True, timeout=60)) as database:
        return dict(database.execute("SELECT partition_key, state FROM dag_run WHERE run_type = 'backfill'"))


def check_backfill():
    conf = json.dumps({"warehouse": str(WORK / "backfill")})
    airflow("backfill", "create", "--dag-id", "rasd_daily", "--from-date", DAYS[0], "--to-date", DAYS[-1] + "T23:59",
            "--run-backwards", "--dag-run-conf", conf)
    expected = one_run(DAYS[0], DAYS[-1])
    until = time.monotonic() + BACKFILL_SECONDS
    with services("api-server", "scheduler") as running:
        while not (states := backfilled()) or set(states.values()) - {"success", "failed"}:
            assert time.monotonic() < until, f"the backfill is not through after {BACKFILL_SECONDS} s: {states}"
            dead = [name for name, process in running.items() if process.poll() is not None]
            assert not dead, f"{dead} ended; see {WORK}/*.log"
            time.sleep(5)
    assert states == dict.fromkeys(DAYS, "success"), f"the backfill ended as {states}; see {WORK}/home/logs"
    same(tables(WORK / "backfill"), expected, "three days through the scheduler, last first, against one run over them")
    print("airflow: a backfill of three days, last first, leaves the", len(expected), "files of one run")


def main():
    if len(sys.argv) != 2 or not os.environ.get("SPARK_HOME"):
        raise SystemExit(__doc__)
    environment(sys.argv[1])
    airflow("db", "migrate")
    dag = check_import()
    daily = check_days(dag)
    check_failure(dag, daily)
    check_quality(dag)
    check_backfill()


if __name__ == "__main__":
    main()
