#!/usr/bin/env bash
# Comes to a number of accepted rows where refine rejects about three in ten for their length, first in one go, then killed
# (-9) in each stage of a round and started again; compares the rows, and counts what was asked twice.
#
#   benchmarks/accept.sh [ROWS]        default 20000
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              HEAP        heap of each process (default 3g)
#              CORES       cores (default 2)
#              SETTINGS    more settings, as key=value with a space between them (default none)
#              CLASSES     class path of the jobs, without Spark (default: their jars)
#              TEACHER     class path of the teacher (default: its jar)
set -euo pipefail
cd "$(dirname "$0")/.."

rows=${1:-20000}
export HEAP=${HEAP:-3g}
settings=()
for setting in ${SETTINGS:-}; do
  settings+=(--set "$setting")
done
if [ -z "${CLASSES:-}" ]; then
  for job in graph-job generator-job eval-job teacher; do
    [ -f "$job/target/$job.jar" ] || { mvn -B -q -DskipTests package; break; }
  done
fi
classes=${CLASSES:-graph-job/target/graph-job.jar:generator-job/target/generator-job.jar:eval-job/target/eval-job.jar}
. benchmarks/spark.sh
teacher=""
trap '[ -z "$teacher" ] || kill "$teacher"; rm -rf "$work"' EXIT

start_teacher() { # a new one, which has seen no prompt; sets url
  [ -z "$teacher" ] || { kill "$teacher"; wait "$teacher" 2>/dev/null || true; }
  : >"$work/teacher.log"
  java -cp "${TEACHER:-teacher/target/teacher.jar}" io.mathscale.teacher.TeacherServer --port 0 2>"$work/teacher.log" &
  teacher=$!
  url=""
  while [ -z "$url" ]; do
    kill -0 "$teacher" || { cat "$work/teacher.log" >&2; exit 1; }
    sleep 0.1
    url=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$work/teacher.log")
  done
}

run() { # workspace, commands
  local workspace=$1
  shift
  "${spark_java[@]}" -Dspark.plugins=io.mathscale.core.calls.CallsPlugin -Dspark.sql.shuffle.partitions=4 \
    io.mathscale.core.command.PipelineJob "$@" --config conf/demo.conf --set "workspace=$work/$workspace" \
    --set "model.base-url=$url" --set model.pool=teacher --set "compose.target=$((rows * 2))" \
    --set "accept.rows=$rows" --set refine.quality.max-question-chars=265 --set calls.progress-interval=500ms "${settings[@]}"
}

ids() { run "$1" cat mathscaleqa --columns id 2>/dev/null | sort; }

start_teacher
run whole prepare extract build compose 2>"$work/compose.log" || { cat "$work/compose.log" >&2; exit 1; }
cp -r "$work/whole" "$work/killed"

start_teacher
SECONDS=0
run whole accept 2>&1 | grep --line-buffered '^accept: '
echo "in one go: $SECONDS s; the teacher saw $(curl -s "${url%/v1}/stats")"

start_teacher
# Killed in the midst of each: while generate asks, while pairs are written, while refine writes, while rows are counted.
for moment in 'round 2 takes' 'generate: .* in flight' 'generate: .* pairs; rejected' 'refine: .* rows of MathScaleQA'; do
  : >"$work/killed.log"
  run killed accept 2>"$work/killed.log" &
  process=$!
  while kill -0 "$process" 2>/dev/null && ! sed -n '/round [2-9] takes/,$p' "$work/killed.log" | grep -q "$moment"; do
    sleep 0.1
  done
  kill -9 "$process" 2>/dev/null && echo "killed at: $moment" || true
  wait "$process" 2>/dev/null || true
done
run killed accept 2>&1 | grep '^accept: ' | tail -1
echo "killed and started again: the teacher saw $(curl -s "${url%/v1}/stats")"
diff <(ids whole) <(ids killed) >/dev/null && echo "the same rows" || { echo "other rows" >&2; exit 1; }
