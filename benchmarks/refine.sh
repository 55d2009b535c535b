#!/usr/bin/env bash
# Times refine as a whole process on pairs with planted faults, and tells what it found of each kind.
#
#   benchmarks/refine.sh ROWS [FILE...]     clean questions come from JSON lines of the files, then from stories
#
# Environment: BENCHMARK   a file of JSON lines whose questions leak into the pairs (default: none)
#              ALIKE       so many more rows are one question with one or two words changed (default 0)
#              SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              HEAP        heap of each process (default 3g)
#              CORES       cores (default 2)
#              SETTINGS    more settings, as key=value with a space between them (default none)
set -euo pipefail
. "$(dirname "$0")/shared.sh"

rows=${1:?usage: benchmarks/refine.sh ROWS [FILE...]}
shift
export HEAP=${HEAP:-3g}
files=()
[ -z "${BENCHMARK:-}" ] || files+=(--benchmark "$(realpath "$BENCHMARK")")
for file in "$@"; do
  files+=("$(realpath "$file")")
done
cd "$root"
settings=()
for setting in ${SETTINGS:-}; do
  settings+=(--set "$setting")
done

[ -f generator-job/target/generator-job.jar ] && [ -d generator-job/target/test-classes ] \
  || mvn -B -q -pl generator-job -am -DskipTests package
classes="generator-job/target/generator-job.jar:generator-job/target/test-classes"
. benchmarks/spark.sh

run() { # label, main class, arguments
  local label=$1
  shift
  /usr/bin/time -f "$label: %e s, %U s of processor, %M KiB at most" "${spark_java[@]}" "$@"
}

echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
echo "workspace = \"$work/workspace\"" > "$work/refine.conf"
run "$rows pairs" io.mathscale.generator.planted.PlantedPairs plant "$work/workspace" "$rows" "${ALIKE:-0}" "${files[@]}"
run "refine" io.mathscale.generator.GeneratorJob --config "$work/refine.conf" "${settings[@]}" refine
run "report" io.mathscale.generator.planted.PlantedPairs report "$work/workspace"
