"""The chain as an Airflow DAG: five spark-submits, each of which may be retried and asks for nothing twice."""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.providers.apache.spark.operators.spark_submit import SparkSubmitOperator

# A checkout that was built (mvn -B -DskipTests package), in the same place on every node.
HOME = "/opt/mathscale"

JOBS = [
    ("prepare", "eval-job/target/eval-job.jar", "io.mathscale.eval.EvalJob", ["prepare"]),
    ("extract", "generator-job/target/generator-job.jar", "io.mathscale.generator.GeneratorJob", ["extract"]),
    ("graph", "graph-job/target/graph-job.jar", "io.mathscale.graph.GraphJob", ["build", "compose"]),
    ("accept", "generator-job/target/generator-job.jar", "io.mathscale.generator.GeneratorJob", ["accept", "export"]),
    ("evaluate", "eval-job/target/eval-job.jar", "io.mathscale.eval.EvalJob", ["infer", "score"]),
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
    for name, jar, main, commands in JOBS:
        job = SparkSubmitOperator(
            task_id=name,
            conn_id="spark_default",
            application=f"{HOME}/{jar}",
            java_class=main,
            conf={
                "spark.plugins": "io.mathscale.core.calls.CallsPlugin",
                "spark.hadoop.hadoop.security.credential.provider.path": "jceks://s3a@my-bucket/mathscale/keys.jceks",
            },
            # The driver reads the file: the connection's deploy mode is client. In cluster mode, pass it with files=.
            application_args=[*commands, "--config", f"{HOME}/conf/cluster.conf"],
        )
        if previous is not None:
            previous >> job
        previous = job
