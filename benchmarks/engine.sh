#!/usr/bin/env bash
# Times the call engine against the canned teacher, side by side with the bare OkHttp client and with Python's aiohttp
# (Debian: python3-aiohttp), all with 1.2 KB prompts; prints answers a second and ratios.
#
#   benchmarks/engine.sh [PROMPTS]        default 300000
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              LATENCY     also times so many milliseconds an answer with 1,000 in flight (default 200; 0: not)
#              HEAP        heap of the engine (default 2g)
#              ROUNDS      rounds of the three clients (default 1)
set -euo pipefail
cd "$(dirname "$0")/.."

prompts=${1:-300000}
latency=${LATENCY:-200}
heap=${HEAP:-2g}
characters=1200
in_flight=256
jars=${SPARK_HOME:-$PWD/target/spark}/jars
[ -d "$jars" ] || { echo "SPARK_HOME must name a Spark 4.0, or target/spark must hold one" >&2; exit 2; }
python3 -c 'import aiohttp' || { echo "python3-aiohttp must be installed" >&2; exit 2; }
[ -f teacher/target/teacher.jar ] && [ -f generator-job/target/generator-job.jar ] && [ -d core/target/test-classes ] \
  || mvn -B -q -pl generator-job,teacher -am -DskipTests package
classpath="generator-job/target/generator-job.jar:core/target/test-classes:$jars/*"
opens=()
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

work=$(mktemp -d)
teacher=""
trap '[ -z "$teacher" ] || kill "$teacher"; rm -rf "$work"' EXIT
cat > "$work/log4j2.properties" <<'END'
rootLogger.level = error
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1}: %m%n
END

start_teacher() { # arguments of the teacher; sets url
  [ -z "$teacher" ] || { kill "$teacher"; wait "$teacher" || true; }
  : > "$work/teacher.log"
  java -jar teacher/target/teacher.jar --port 0 --canned "$@" 2> "$work/teacher.log" &
  teacher=$!
  url=""
  while [ -z "$url" ]; do
    sleep 0.1
    url=$(sed -n 's/.*listening on \(http[^ ]*\).*/\1/p' "$work/teacher.log")
  done
}

engine() { # prompts, in flight; sets calls (a second), stage (a second, tables included), live (MiB of heap)
  rm -rf "$work/workspace"
  cat > "$work/engine.conf" <<END
workspace = "$work/workspace", model { base-url = "$url", name = teacher, pool = teacher }
calls { in-flight-per-executor = $2, progress-interval = 500ms }
END
  java "-Xmx$heap" -XX:+UseParallelGC "${opens[@]}" -Dspark.master='local[2]' -Dspark.ui.enabled=false \
    -Dspark.driver.host=127.0.0.1 -Dspark.local.dir="$work" -Dlog4j2.configurationFile="$work/log4j2.properties" \
    -cp "$classpath" io.mathscale.core.benchmark.EngineBenchmark "$work/engine.conf" "$1" "$characters" \
    > "$work/engine.out" 2> "$work/engine.err" || { cat "$work/engine.err" >&2; exit 1; }
  read -r _ stage _ completed _ failed _ live < "$work/engine.out"
  [ "$completed" = "$1" ] || { echo "all of $1 must be completed: $completed, $failed failed" >&2; exit 1; }
  # Half a second apart: what was done between the first and the last look at calls under way, and the best of 5 s.
  calls=$(tr -d ',' < "$work/engine.err" | awk '/calls \(/ { done_ = $2; n++; at[n] = done_ }
    END { for (i = 1; i <= n; i++) if (at[i] > 0) { first = i; break }
          for (i = 1; i <= n; i++) if (at[i] >= total) { last = i; break }
          steps = last - first; if (steps < 1) steps = 1
          printf "%.0f", (at[last] - at[first]) / (steps / 2) }' total="$1")
}

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }

echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores; $prompts prompts of $characters characters, $in_flight in flight"
for _ in $(seq "${ROUNDS:-1}"); do
  start_teacher
  engine "$prompts" "$in_flight"
  engine_rate=$calls engine_stage=$stage
  bare=$(java "-Xmx$heap" -XX:+UseParallelGC -cp "$classpath" io.mathscale.core.benchmark.ClientBenchmark \
    "$url" "$prompts" "$characters" "$in_flight" | cut -d' ' -f2)
  python=$(python3 benchmarks/engine.py "$url" "$((prompts / 5))" "$characters" "$in_flight" | cut -d' ' -f2)
  echo "engine  $engine_rate/s while it asks, $engine_stage/s with start and tables; $live MiB of heap alive at most"
  echo "okhttp  $bare/s, engine is $(ratio "$engine_rate" "$bare") of it"
  echo "aiohttp $python/s, engine is $(ratio "$engine_rate" "$python") of it ($(ratio "$engine_stage" "$python") with tables)"
done

if [ "$latency" -gt 0 ]; then
  start_teacher --latency "${latency}ms"
  engine "$((prompts / 3))" 1000
  limit=$((1000 * 1000 / latency))
  echo "$latency ms an answer, 1000 in flight: $calls/s, $(ratio "$calls" "$limit") of $limit/s"
fi
echo "load $(cut -d' ' -f1 /proc/loadavg)"
