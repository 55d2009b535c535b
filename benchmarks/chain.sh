#!/usr/bin/env bash
# Times the chain from seeds to files as it is used, with the teacher: extract, build, compose, generate, refine, export,
# each as a process of its own, and tells the peak memory of each.
#
#   benchmarks/chain.sh [ROWS]             compositions to make (default 2000000)
#
# Environment: SEEDS       file of seed questions (default conf/demo/seeds.jsonl; few seeds have few compositions)
#              SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              HEAP        heap of each process (default 3g)
#              CORES       cores (default 2)
#              SETTINGS    more settings, as key=value with a space between them (default none); e.g.
#                          benchmark.path=/data/test.jsonl refine.audit=1000
set -euo pipefail
. "$(dirname "$0")/shared.sh"

rows=${1:-2000000}
seeds=$(absolute "${SEEDS:-$root/conf/demo/seeds.jsonl}")
cd "$root"
export HEAP=${HEAP:-3g}
settings=()
for setting in ${SETTINGS:-}; do
  settings+=(--set "$setting")
done

for module in graph-job generator-job teacher; do
  [ -f "$module/target/$module.jar" ] || { mvn -B -q -pl graph-job,generator-job,teacher -am -DskipTests package; break; }
done
classes="generator-job/target/generator-job.jar:graph-job/target/graph-job.jar"
. benchmarks/spark.sh

teacher=
stop() {
  [ -z "$teacher" ] || kill "$teacher" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

run() { # label, main class, arguments
  local label=$1
  shift
  /usr/bin/time -f "$label: %e s, %U s of processor, %M KiB at most" "${spark_java[@]}" "$@"
}

stage() { # command, main class
  run "$1" -Dspark.plugins=io.mathscale.core.calls.CallsPlugin "$2" --config "$work/chain.conf" ${settings[@]+"${settings[@]}"} "$1"
}

echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
java -Xmx512m -jar teacher/target/teacher.jar --port 0 > "$work/teacher" 2>&1 &
teacher=$!
until grep -qE 'http://[^ ]+' "$work/teacher"; do
  kill -0 "$teacher" || { cat "$work/teacher" >&2; exit 1; }
  sleep 0.2
done
cat > "$work/chain.conf" <<END
workspace = "$work/workspace"
model { base-url = "$(grep -oE 'http://[^ ]+' "$work/teacher" | head -1)", name = teacher, free = true, proxy.url = direct }
compose.target = $rows
seeds.path = "$seeds"
END

stage extract io.mathscale.generator.GeneratorJob
stage build io.mathscale.graph.GraphJob
stage compose io.mathscale.graph.GraphJob
stage generate io.mathscale.generator.GeneratorJob
stage refine io.mathscale.generator.GeneratorJob
stage export io.mathscale.generator.GeneratorJob
du -sh "$work/workspace" | cut -f1 | sed 's/^/workspace: /'
