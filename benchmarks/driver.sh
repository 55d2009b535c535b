#!/usr/bin/env bash
# Simulates the driver's side of 1,000 executors that make 50,000 calls a second together, with limits and a budget: the
# messages are those of executors, answered one after the other as Spark's endpoint of a plugin does. Prints the share of
# a core, the latency of a lease and the heap, where an executor asks 10 times a second for 5 calls, and 50 times for one.
#
#   benchmarks/driver.sh [EXECUTORS [CALLS]]      default 1000 executors, 50000 calls a second
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              SECONDS_OF  how long each is measured (default 30)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"

executors=${1:-1000}
calls=${2:-50000}
if ! { [ "$executors" -ge 1 ] && [ "$calls" -ge 1 ] && [ $((calls % (executors * 50))) -eq 0 ]; }; then
  echo "CALLS must divide by 50 times EXECUTORS, each of which asks up to 50 times a second: $calls, $executors" >&2
  exit 2
fi
[ -f teacher/target/teacher.jar ] && [ -f generator-job/target/generator-job.jar ] && [ -d core/target/test-classes ] \
  || mvn -B -q -pl generator-job,teacher -am -DskipTests package
classes="generator-job/target/generator-job.jar:core/target/test-classes"
. benchmarks/spark.sh

cat >"$work/driver.conf" <<END
workspace = "$work/workspace", calls { requests-per-minute = $((calls * 66)) }
END
echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores"
for leases in 10 50; do
  "${spark_java[@]}" io.mathscale.core.calls.DriverSimulation \
    "$work/driver.conf" "$executors" "$calls" "$leases" "${SECONDS_OF:-30}"
done
echo "load $(cut -d' ' -f1 /proc/loadavg)"
