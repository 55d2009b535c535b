#!/usr/bin/env bash
# Comes to a number of accepted rows where refine rejects about three in ten for their length, first in one go, then killed
# (-9) in and after each stage of the second round and started again. Ends with 1 unless
#   - as many rows are accepted as are wanted, and at most those of one round more;
#   - the forecast after the first round is within 10 % of the compositions that it took, and no prompt was asked twice;
#   - the killed runs come to the same rounds and the same rows, and the teacher saw no more prompts twice than a kill can
#     lose: those in flight, and what was answered since the last flush (calls.flush-interval, 1 s).
#
#   benchmarks/accept.sh [ROWS]        default 20000
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              HEAP        heap of each process (default 3g)
#              CORES       cores (default 2)
#              SETTINGS    more settings, as key=value with a space between them (default none)
#              CLASSES     class path of the jobs, without Spark, from the repository's root (default: their jars)
#              TEACHER     the same of the teacher (default: its jar)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"

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
process=""
trap 'kill -9 $process $teacher 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
failures=0

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

stats() { curl -s "${url%/v1}/stats"; }

stat() { stats | sed "s/.*\"$1\":\([0-9]*\).*/\1/"; } # name

run() { (start "$@"); } # workspace, commands

start() { # the same in place of this shell, so that a signal to it reaches the process
  local workspace=$1
  shift
  exec "${spark_java[@]}" -Dspark.plugins=io.mathscale.core.calls.CallsPlugin -Dspark.sql.shuffle.partitions=4 \
    io.mathscale.core.command.PipelineJob "$@" --config conf/demo.conf --set "workspace=$work/$workspace" \
    --set "model.base-url=$url" --set model.pool=teacher --set "compose.target=$((rows * 2))" \
    --set "accept.rows=$rows" --set refine.quality.max-question-chars=265 --set calls.progress-interval=500ms \
    ${settings[@]+"${settings[@]}"}
}

table() { # workspace, table, columns; its rows in one order
  run "$1" cat "$2" --columns "$3" 2>"$work/table.log" | sort || { cat "$work/table.log" >&2; exit 1; }
}

check() { # what must hold, a condition of awk
  if awk "BEGIN { exit !($2) }"; then echo "holds: $1 ($2)"; else echo "does not hold: $1 ($2)" >&2; failures=1; fi
}

require_teacher() {
  kill -0 "$teacher" 2>/dev/null || { echo "the teacher must live to the end: it has died" >&2; exit 1; }
}

# Comes to its end.
accept() { # workspace
  : >"$work/$1.log"
  start "$1" accept 2>"$work/$1.log" &
  process=$!
  while kill -0 "$process" 2>/dev/null; do
    require_teacher
    sleep 0.5
  done
  wait "$process" || { tail -5 "$work/$1.log" >&2; exit 1; }
  process=""
}

start_teacher
run whole prepare extract build compose 2>"$work/compose.log" || { cat "$work/compose.log" >&2; exit 1; }
echo "compositions after $SECONDS s"
cp -r "$work/whole" "$work/killed"

start_teacher
SECONDS=0
accept whole
grep '^accept: ' "$work/whole.log"
echo "in one go: $SECONDS s; the teacher saw $(stats)"
table whole rounds round,compositions,accepted,forecast.compositions.expected >"$work/rounds"
number() { sed "s/.*\"$1\":\([0-9.E]*\).*/\1/" "$work/rounds"; } # of each round
accepted=$(number accepted | awk '{ sum += $1 } END { print sum }')
check "rows are accepted" "$accepted >= $rows"
check "no more than those of a round beyond" "$accepted <= $rows + $(number compositions | tail -1)"
took=$(number compositions | awk '{ sum += $1 } END { print sum }')
forecast=$(number expected | head -1)
check "the first forecast is within 10 %" "$forecast >= 0.9 * $took && $forecast <= 1.1 * $took"
check "nothing is asked twice" "$(stat repeated_prompts) == 0"
asked=$(stat distinct_prompts)

start_teacher
SECONDS=0
kills=0
asking=0 # kills from which calls can be lost
# Killed when the second round has been begun; then, in that round, while generate asks, when it has written pairs, while
# validate asks, when it has written votes, when refine has written rows, and when the rows have been counted.
for moment in 'accept: round 2 takes' 'generate: .* [1-9][0-9]* in flight' 'generate: .* pairs; rejected' 'validate-.* [1-9][0-9]* in flight' \
  'validate: .* pairs by' 'refine: .* rows of MathScaleQA' 'accept: round 2: '; do
  log=$work/killed$kills.log
  : >"$log"
  start killed accept 2>"$log" &
  process=$!
  until grep -q "$moment" "$log" || ! kill -0 "$process" 2>/dev/null; do
    require_teacher
    sleep 0.1
  done
  kill -9 "$process" 2>/dev/null || { echo "ended before: $moment" >&2; tail -3 "$log" >&2; exit 1; }
  wait "$process" 2>/dev/null || true
  process=""
  # It asks at two of the moments; after another it may have begun to, where this script was slow to see it.
  [ -z "$(sed -n "/$moment/,\$p" "$log" | grep ' [1-9][0-9]* in flight')" ] || asking=$((asking + 1))
  kills=$((kills + 1))
  echo "killed after $SECONDS s at: $moment; the teacher saw $(stat repeated_prompts) prompts twice"
done
accept killed
grep '^accept: ' "$work/killed.log" | tail -1
echo "killed and started again: $SECONDS s; the teacher saw $(stats)"
rate=$(sed -n 's/.*%), \([0-9.,]*\)\/s.*/\1/p' "$work"/killed*.log | tr -d , | sort -n | tail -1)
check "no more is asked twice than kills can lose" "$(stat repeated_prompts) <= $asking * (64 + $rate)"
check "the same is asked" "$(stat distinct_prompts) == $asked"
for of in rounds:round,last,compositions,asked,pairs,validated,agreed,accepted mathscaleqa:id,question,answer,solution; do
  table whole "${of%:*}" "${of#*:}" >"$work/whole.rows"
  table killed "${of%:*}" "${of#*:}" >"$work/killed.rows"
  lines=$(wc -l <"$work/whole.rows")
  check "the same rows of ${of%:*}" "$lines > 0 && $(diff "$work/whole.rows" "$work/killed.rows" | grep -c '^[<>]' || true) == 0"
done
exit $failures
