#!/usr/bin/env bash
# Times the strict grader on one thread, in processor time: verdicts a second and the worst row of each file and of
# hostile inputs, at first and after some rounds; then the worst row right after the start of a Java machine.
#
#   benchmarks/grader.sh DATA [FILE...]     default: perf.jsonl, cases.jsonl and negatives.jsonl of DATA/grader,
#                                           *.jsonl of DATA/outputs
#
# Rows have gold, prediction, kind (answer or completion) and label, or completion, reference and judge.
# Environment: EVERY       hostile inputs that are timed cold: each one of so many (default 25; 0: none)
#              SPARK_HOME  a Spark 4.0, whose Jackson reads the rows (default: the one that the launcher assembled
#                          under target/)
set -euo pipefail
. "$(dirname "$0")/shared.sh"

data=$(cd "${1:?usage: benchmarks/grader.sh DATA [FILE...]}" && pwd)
shift
cd "$root"
require_spark
every=${EVERY:-25}
if [ $# -eq 0 ]; then
  for file in grader/perf.jsonl grader/cases.jsonl grader/negatives.jsonl outputs/gsm8k.openai-gpt3.jsonl \
    outputs/math500.rho.jsonl; do
    [ ! -f "$data/$file" ] || set -- "$@" "$file"
  done
fi

mvn -B -q -pl grader -am -DskipTests test-compile
benchmark() {
  java -Dmathscale.data="$data" -cp "grader/target/classes:grader/target/test-classes:$jars/*" \
    io.mathscale.grader.GraderBenchmark "$@"
}

benchmark warm "$@" hostile
if [ "$every" -gt 0 ]; then
  rows=$(benchmark rows hostile)
  echo "cold, each ${every}th of $rows hostile inputs, worst five:"
  for ((row = 0; row < rows; row += every)); do
    benchmark cold "$row" hostile
  done | sort -rn | head -n 5
  echo "cold, the first row of each file:"
  for file in "$@"; do
    benchmark cold 0 "$file"
  done
fi
