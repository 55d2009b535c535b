#!/usr/bin/env bash
# What generate makes of a second worker, and of a limit of requests while a worker is killed and replaced, or while
# dynamic allocation adds an executor: on Spark's standalone master, 64 calls in flight an executor, 200 to 900 ms an
# answer. And the chain with a worker whose local disk breaks.
#
#   benchmarks/workers.sh
#
# Environment: SPARK_HOME     a Spark 4 (default: the one that the launcher assembled under target/)
#              COMPOSITIONS   so many calls (default 20000; some 16000 at least: a limit of 100 a second is watched for
#                             155 s, and while an executor is replaced)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"
require_spark

run_tests cluster-test TwoWorkersTest,DiskTest -q -Pcluster verify -Dcluster.minutes=true \
  "-Dcluster.compositions=${COMPOSITIONS:-20000}"
