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
cd "$(dirname "$0")/.."

target=${TARGET:-2000000}
heap=${HEAP:-2g}
cores=${CORES:-2}
settings=()
for setting in ${SETTINGS:-}; do
  settings+=(--set "$setting")
done
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(20857)

jars=${SPARK_HOME:+$SPARK_HOME/jars}
[ -n "$jars" ] || jars=$(find -L target -maxdepth 3 -type d -name jars 2>/dev/null | head -n 1)
[ -n "$jars" ] || { echo "SPARK_HOME must name a Spark 4.0, or target/ must hold one" >&2; exit 2; }
[ -f graph-job/target/graph-job.jar ] && [ -d graph-job/target/test-classes ] \
  || mvn -B -q -pl graph-job -am -DskipTests package
classpath="graph-job/target/graph-job.jar:graph-job/target/test-classes:$jars/*"

opens=()
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/log4j2.properties" <<'END'
rootLogger.level = error
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1}: %m%n
END

run() { # label, main class, arguments
  local label=$1
  shift
  /usr/bin/time -f "$label: %e s, %U s of processor, %M KiB at most" \
    java "-Xmx$heap" -XX:+UseParallelGC "${opens[@]}" -Dspark.master="local[$cores]" \
    -Dspark.ui.enabled=false -Dspark.driver.host=127.0.0.1 -Duser.timezone=UTC \
    -Dlog4j2.configurationFile="$work/log4j2.properties" -cp "$classpath" "$@"
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
