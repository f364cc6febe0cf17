"""
### Rasd, daily

Turns one day of the archive into event tables, after the day is over (04:00 UTC), and checks what came out.

**What runs.** `publish` hands the job to Spark for one day of publication: the run's partition (`2025-11-16`), or the
parameter `date` of a manual run. `quality` reads the run report that the job leaves in the warehouse, and fails on its
warnings where `fail_on_warnings` is set.

**Running it again is safe.** A run replaces exactly its day; a second run changes nothing, byte for byte. So tasks are
retried, and days may be caught up in any order.

**Catching up.** `catchup` is off. For past days, the last one with its hour, since a partition lies at 04:00 of its day:
`airflow backfill create --dag-id rasd_daily --from-date 2025-11-01 --to-date 2025-11-15T23:59` (`--run-backwards` starts
with the newest), or a manual run with `date`. A broken one goes on by the same command with `--reprocess-behavior failed`:
days that are published are left alone. One `publish` runs at a time, however many runs there are: the warehouse has
one writer.

**Setting it up.** Environment of the scheduler and workers: `RASD_INPUT` (path or URI; `{date}` stands for the day),
`RASD_WAREHOUSE`, `RASD_JAR` (the cluster jar: `mvn -B -Pcluster package`), and where needed `RASD_PROFILE`,
`RASD_SPARK_CONN` (default `spark_default`; deploy mode and queue go into that connection), `RASD_SPARK_PROPERTIES` (a copy of
`jobs/spark-defaults.conf`, with memory and cores), `RASD_CRON`. Secrets go into that file or the cluster's own, never into
parameters. A warehouse at `s3a:` needs Airflow's Amazon provider, by which `quality` reads it. `spark-submit` of Spark 3.5.7 must be on the path.

**When it fails.** The reason is the last line of the `publish` log: exit code 2 is wrong configuration with every fault
named, 3 is too many rejected records (nothing was published), 1 is all else. The tables stand as they were.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone

from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator
from airflow.sdk import DAG, Asset, Param, task
from airflow.timetables.trigger import CronPartitionTimetable

TABLES = (
    "articles",
    "event_mentions",
    "events",
    "exchanges_over_time",
    "agreements_by_country",
    "event_counts_daily",
    "dyads_monthly",
    "entity_trends_monthly",
    "coverage_daily",
)
WAREHOUSE = os.environ.get("RASD_WAREHOUSE", "/data/rasd")
DAY = "{{ dag_run.partition_key or params.date }}"
INPUT = "{{ params.input.replace('{date}', dag_run.partition_key or params.date or '') }}"


def arguments() -> list[str]:
    """Arguments of `rasd run` for one day."""
    given = ["run", "--input", INPUT, "--warehouse", "{{ params.warehouse }}", "--date", DAY]
    profile = os.environ.get("RASD_PROFILE")
    return given + (["--profile", profile] if profile else [])


with DAG(
    dag_id="rasd_daily",
    doc_md=__doc__,
    schedule=CronPartitionTimetable(
        os.environ.get("RASD_CRON", "0 4 * * *"), timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"
    ),
    start_date=datetime(2023, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=6),
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
    params={
        "date": Param(
            None,
            type=["null", "string"],
            format="date",
            description="Day of publication of a manual run, YYYY-MM-DD; a scheduled run takes its partition.",
        ),
        "input": Param(
            os.environ.get("RASD_INPUT", "/archive/{date}"),
            type="string",
            minLength=1,
            description="Archive: a path or URI; {date} stands for the day.",
        ),
        "warehouse": Param(WAREHOUSE, type="string", minLength=1, description="Where the tables lie."),
        "fail_on_warnings": Param(False, type="boolean", description="Fail where the run report has warnings."),
    },
    tags=["rasd"],
) as dag:
    publish = SparkSubmitOperator(
        task_id="publish",
        conn_id=os.environ.get("RASD_SPARK_CONN", "spark_default"),
        application=os.environ.get("RASD_JAR", "/opt/rasd/rasd-cluster.jar"),
        java_class="org.rasd.job.Main",
        properties_file=os.environ.get("RASD_SPARK_PROPERTIES"),
        name="rasd-" + DAY,
        application_args=arguments(),
        execution_timeout=timedelta(hours=4),
        max_active_tis_per_dag=1,
        outlets=[Asset(name=f"rasd_{table}", uri=f"{WAREHOUSE.rstrip('/')}/{table}") for table in TABLES],
    )

    @task(retries=0, execution_timeout=timedelta(minutes=10))
    def quality(params=None, dag_run=None) -> dict:
        """Reads the newest run report of the day; fails where it says so or is missing."""
        import json

        from airflow.sdk import ObjectStoragePath

        day = dag_run.partition_key or params["date"]
        warehouse = params["warehouse"]
        runs = ObjectStoragePath(warehouse if "://" in warehouse else f"file://{warehouse}") / "_rasd" / "runs"
        reports = sorted((path for path in runs.iterdir() if path.name.endswith(".json")), key=lambda path: path.name)
        for path in reversed(reports):
            report = json.loads(path.read_text())
            if report["first_day"] and report["first_day"] <= day <= report["last_day"]:
                break
        else:
            raise ValueError(f"Cannot check {day}: no run report of it under {runs}; look at the log of publish")
        if report["outcome"] != "published":
            raise ValueError(f"Cannot accept {day}: the run ended as {report['outcome']}; see {path}")
        if report["warnings"] and params["fail_on_warnings"]:
            raise ValueError(f"Cannot accept {day}: {len(report['warnings'])} warnings: " + "; ".join(report["warnings"]))
        return {"records": report["records"], "warnings": report["warnings"]}

    publish >> quality()
