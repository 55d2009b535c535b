#!/usr/bin/env bash
# Times build and compose, each as a whole process on two cores, on synthetic concepts of the paper's sizes:
# 20,857 seeds with 1 or 2 of 2,018 topics and 1 to 5 of 8,892 knowledge points, drawn by Zipf's law.
#
#   benchmarks/compose.sh [seeds ...]      build for each number of seeds; compose after the first
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              TARGET      compositions to make (default 2000000; 0: none)
#              HEAP        heap of each process (default 2g)
#              CORES       cores (default 2)
#              SETTINGS    more settings, as key=value with a space between them (default none); e.g.
#                          compose.broadcast-limit=0 for walks by joins
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"

target=${TARGET:-2000000}
settings=()
for setting in ${SETTINGS:-}; do
  settings+=(--set "$setting")
done
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(20857)

[ -f graph-job/target/graph-job.jar ] && [ -d graph-job/target/test-classes ] \
  || mvn -B -q -pl graph-job -am -DskipTests package
classes="graph-job/target/graph-job.jar:graph-job/target/test-classes"
. benchmarks/spark.sh

run() { # label, main class, arguments
  local label=$1
  shift
  /usr/bin/time -f "$label: %e s, %U s of processor, %M KiB at most" \
    "${spark_java[@]}" "$@"
}

first=true
for seeds in "${sizes[@]}"; do
  workspace="$work/$seeds"
  echo "workspace = \"$workspace\"" > "$work/benchmark.conf"
  run "input of $seeds seeds" io.mathscale.graph.SyntheticConcepts "$workspace" "$seeds"
  run "build of $seeds seeds" io.mathscale.graph.GraphJob --config "$work/benchmark.conf" \
    "${settings[@]}" build
  if $first && [ "$target" -gt 0 ]; then
    run "compose of $target" io.mathscale.graph.GraphJob --config "$work/benchmark.conf" \
      "${settings[@]}" --set "compose.target=$target" compose
    first=false
  fi
done
