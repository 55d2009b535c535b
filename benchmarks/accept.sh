#!/usr/bin/env bash
# Comes to a number of accepted rows where refine rejects about three in ten for their length, first in one go, then killed
# (-9) in and after each stage of the second round and started again; compares the rows, and tells what was asked twice.
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
    --set "accept.rows=$rows" --set refine.quality.max-question-chars=265 --set calls.progress-interval=500ms \
    ${settings[@]+"${settings[@]}"}
}

ids() { run "$1" cat mathscaleqa --columns id 2>/dev/null | sort; }

require_teacher() { # the process that it answers
  kill -0 "$teacher" 2>/dev/null || { kill "$1"; echo "the teacher must live to the end: it has died" >&2; exit 1; }
}

# Comes to its end, or ends with the teacher.
accept() { # workspace
  : >"$work/accept.log"
  run "$1" accept 2>"$work/accept.log" &
  local process=$!
  while kill -0 "$process" 2>/dev/null; do
    require_teacher "$process"
    sleep 0.5
  done
  wait "$process" || { tail -5 "$work/accept.log" >&2; exit 1; }
}

start_teacher
run whole prepare extract build compose 2>"$work/compose.log" || { cat "$work/compose.log" >&2; exit 1; }
echo "compositions after $SECONDS s"
cp -r "$work/whole" "$work/killed"

start_teacher
SECONDS=0
accept whole
grep '^accept: ' "$work/accept.log"
echo "in one go: $SECONDS s; the teacher saw $(curl -s "${url%/v1}/stats")"

start_teacher
SECONDS=0
# Killed when the second round has been begun; then, in that round, while generate asks, when it has written pairs, while
# validate asks, when it has written votes, when refine has written rows, and when the rows have been counted.
for moment in 'accept: round 2 takes' 'generate: .* [1-9][0-9]* in flight' 'generate: .* pairs; rejected' 'validate-.* [1-9][0-9]* in flight' \
  'validate: .* pairs by' 'refine: .* rows of MathScaleQA' 'accept: round 2: '; do
  : >"$work/killed.log"
  run killed accept 2>"$work/killed.log" &
  process=$!
  until grep -q "$moment" "$work/killed.log" || ! kill -0 "$process" 2>/dev/null; do
    require_teacher "$process"
    sleep 0.1
  done
  kill -9 "$process" 2>/dev/null || { echo "ended before: $moment" >&2; tail -3 "$work/killed.log" >&2; exit 1; }
  wait "$process" 2>/dev/null || true
  echo "killed after $SECONDS s at: $moment"
done
accept killed
grep '^accept: ' "$work/accept.log" | tail -1
echo "killed and started again: $SECONDS s; the teacher saw $(curl -s "${url%/v1}/stats")"
diff <(ids whole) <(ids killed) >/dev/null && echo "the same rows" || { echo "other rows" >&2; exit 1; }
