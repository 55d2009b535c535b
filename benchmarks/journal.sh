#!/usr/bin/env bash
# Measures what it takes to compact the journal of a stage: writes journals of several lengths (answers of 300 bytes),
# compacts each into the tables, and once more with a twentieth added. Prints the time, the heap that was alive, and the
# bytes of shuffles, spills and tables. A journal of 16 million lines and what comes of it takes 30 GB of disk.
#
#   benchmarks/journal.sh [LINES ...]      default 1000000 4000000
#
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              CORES       cores (default 1)
#              HEAP        heap (default 1g)
#              TMPDIR      where the journals go, for a time
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"

lengths=("$@")
[ $# -gt 0 ] || lengths=(1000000 4000000)
[ -f generator-job/target/generator-job.jar ] && [ -d core/target/test-classes ] \
  || mvn -B -q -pl generator-job -am -DskipTests package
classes="generator-job/target/generator-job.jar:core/target/test-classes"
export CORES=${CORES:-1} HEAP=${HEAP:-1g}
. benchmarks/spark.sh

for lines in "${lengths[@]}"; do
  echo "load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores, of which $CORES"
  "${spark_java[@]}" io.mathscale.core.calls.journal.JournalSimulation "$work/workspace" "$lines"
  rm -rf "$work/workspace"
done
