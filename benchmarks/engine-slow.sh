#!/usr/bin/env bash
# The tests of the call engine that take minutes, on two executor processes: executors and driver killed in a run of
# 20,000 calls, once more with speculation; limits of requests and tokens a minute against a teacher that enforces them.
# Needs a Spark 4.0 in SPARK_HOME or target/spark.
#
#   benchmarks/engine-slow.sh [TEST]      KillTest or LimitTest (default both)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"
require_spark

run_tests core "${1:-KillTest,LimitTest}" -q -Dmathscale.slow=true test
