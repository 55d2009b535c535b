"""The chain as an Airflow DAG: five spark-submits, each of which may be retried and asks for nothing twice."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

# Beside this file. "home" is a checkout that was built (mvn -B -DskipTests package), where spark-submit runs.
VALUES = json.loads(Path(__file__).with_name("values.json").read_text())

JOBS = [
    ("prepare", "eval-job", "io.mathscale.eval.EvalJob", ["prepare"]),
    ("extract", "generator-job", "io.mathscale.generator.GeneratorJob", ["extract"]),
    ("graph", "graph-job", "io.mathscale.graph.GraphJob", ["build", "compose"]),
    ("accept", "generator-job", "io.mathscale.generator.GeneratorJob", ["accept", "export"]),
    ("evaluate", "eval-job", "io.mathscale.eval.EvalJob", ["infer", "score"]),
]

with DAG(
    dag_id="mathscale",
    schedule=None,
    start_date=datetime(2024, 3, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
) as dag:
    previous = None
    for name, job, main, commands in JOBS:
        task = SparkSubmitOperator(
            task_id=name,
            conn_id=VALUES["connection"],
            application=f"{VALUES['home']}/{job}/target/{job}.jar",
            java_class=main,
            conf={
                "spark.plugins": "io.mathscale.core.calls.CallsPlugin",
                "spark.hadoop.hadoop.security.credential.provider.path": VALUES["keys"],
                **VALUES["spark"],
            },
            application_args=[*commands, "--config", VALUES["config"]],
        )
        if previous is not None:
            previous >> task
        previous = task
