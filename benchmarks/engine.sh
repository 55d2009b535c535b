#!/usr/bin/env bash
# Times the call engine against the canned teacher, side by side with the bare OkHttp client and with Python's aiohttp
# (Debian: python3-aiohttp), all with 1.2 KB prompts; prints answers a second and ratios.
#
#   benchmarks/engine.sh [PROMPTS]        default 300000
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              LATENCY     also times so many milliseconds an answer with 1,000 in flight (default 200; 0: not)
#              HEAP        heap of the engine (default 2g)
#              ALIVE       also tells the most of the heap that is alive, in a run of its own for each of these numbers of
#                          prompts, e.g. "50000 1000000" (default none)
#              PYTHON      a Python that has aiohttp (default /usr/bin/python3)
#              ROUNDS      rounds of the three clients (default 1)
set -euo pipefail
. "$(dirname "$0")/shared.sh"

prompts=${1:-300000}
latency=${LATENCY:-200}
characters=1200
in_flight=256
python=${PYTHON:-/usr/bin/python3}
[[ $python != */* ]] || python=$(absolute "$python")
cd "$root"
"$python" -c 'import aiohttp' || { echo "$python must have aiohttp (Debian: python3-aiohttp)" >&2; exit 2; }
[ -f teacher/target/teacher.jar ] && [ -f generator-job/target/generator-job.jar ] && [ -d core/target/test-classes ] \
  || mvn -B -q -pl generator-job,teacher -am -DskipTests package
classes="generator-job/target/generator-job.jar:core/target/test-classes"
. benchmarks/spark.sh
teacher=""
trap '[ -z "$teacher" ] || kill "$teacher" 2>/dev/null || true; rm -rf "$work"' EXIT

start_teacher() { # arguments of the teacher; sets url
  [ -z "$teacher" ] || { kill "$teacher"; wait "$teacher" || true; }
  : > "$work/teacher.log"
  java -jar teacher/target/teacher.jar --port 0 --canned "$@" 2> "$work/teacher.log" &
  teacher=$!
  url=""
  while [ -z "$url" ]; do
    kill -0 "$teacher" 2>/dev/null || { cat "$work/teacher.log" >&2; exit 1; }
    sleep 0.1
    url=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$work/teacher.log")
  done
}

engine() { # prompts, in flight, "heap" to watch it; sets calls and warm (a second), stage (a second, tables included)
           # and live (MiB of heap)
  rm -rf "$work/workspace"
  cat > "$work/engine.conf" <<END
workspace = "$work/workspace", model { base-url = "$url", name = teacher, pool = teacher, proxy.url = direct }
calls { in-flight-per-executor = $2, progress-interval = 500ms }
END
  "${spark_java[@]}" io.mathscale.core.benchmark.EngineBenchmark "$work/engine.conf" "$1" "$characters" ${3:-} \
    > "$work/engine.out" 2> "$work/engine.err" || { cat "$work/engine.err" >&2; exit 1; }
  read -r _ stage _ completed _ failed _ live < "$work/engine.out"
  [ "$completed" = "$1" ] || { echo "all of $1 must be completed: $completed, $failed failed" >&2; exit 1; }
  # Half a second apart: what was done between the first and the last look at calls under way, and in the second half
  # of the calls, when the Java machine has compiled what there is to compile.
  read -r calls warm < <(tr -d ',' < "$work/engine.err" | awk '/calls \(/ { n++; at[n] = $2 }
    function rate(from, to) { return (at[to] - at[from]) / (to > from ? to - from : 1) * 2 }
    END { for (i = n; i >= 1; i--) { if (at[i] > 0) first = i; if (at[i] >= total / 2) half = i; if (at[i] >= total) last = i }
          printf "%.0f %.0f\n", rate(first, last), rate(half, last - 1) }' total="$1")
}

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }

echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores; $prompts prompts of $characters characters, $in_flight in flight"
for _ in $(seq "${ROUNDS:-1}"); do
  start_teacher
  engine "$prompts" "$in_flight"
  engine_rate=$calls engine_warm=$warm engine_stage=$stage
  bare=$("${spark_java[@]}" io.mathscale.core.benchmark.ClientBenchmark \
    "$url" "$prompts" "$characters" "$in_flight" | cut -d' ' -f2)
  aiohttp=$("$python" benchmarks/engine.py "$url" "$((prompts / 5))" "$characters" "$in_flight" | cut -d' ' -f2)
  echo "engine  $engine_rate/s while it asks, $engine_warm/s in the second half, $engine_stage/s with start and tables"
  echo "okhttp  $bare/s, engine is $(ratio "$engine_rate" "$bare") of it"
  echo "aiohttp $aiohttp/s, engine is $(ratio "$engine_rate" "$aiohttp") of it ($(ratio "$engine_stage" "$aiohttp") with tables)"
done

if [ "$latency" -gt 0 ]; then
  start_teacher --latency "${latency}ms"
  engine "$prompts" 1000
  limit=$((1000 * 1000 / latency))
  echo "$latency ms an answer, 1000 in flight: $calls/s, $(ratio "$calls" "$limit") of $limit/s;" \
    "in the second half $warm/s, $(ratio "$warm" "$limit") of it"
fi

for size in ${ALIVE:-}; do
  start_teacher
  engine "$size" "$in_flight" heap
  echo "$size prompts: $live MiB of heap alive at most"
done
echo "load $(cut -d' ' -f1 /proc/loadavg)"
