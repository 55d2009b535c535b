#!/usr/bin/env bash
# What generate makes of a second worker, and of a limit of requests while a worker is killed and replaced, or while
# dynamic allocation adds an executor: on Spark's standalone master, 64 calls in flight an executor, 200 to 900 ms an
# answer. And the chain with a worker whose local disk breaks.
#
#   benchmarks/workers.sh
#
# Environment: SPARK_HOME     a Spark 4 (default: the one that the launcher assembled under target/)
#              COMPOSITIONS   so many calls (default 20000)
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B -q -Pcluster -pl cluster-test -am verify -Dtest=TwoWorkersTest,DiskTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcluster.minutes=true "-Dcluster.compositions=${COMPOSITIONS:-20000}"
