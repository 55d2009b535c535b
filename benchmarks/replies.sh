#!/usr/bin/env bash
# Times the readers of replies on one thread, in processor time: usual replies, mutated ones, and hostile ones of up to a
# MiB; the mean and the worst of each, by the slower of the readers of concepts and pairs.
#
#   benchmarks/replies.sh [mutated replies]     default 20000
#
# Environment: SPARK_HOME  a Spark 4.0, for Jackson (default: the one that the launcher assembled under target/)
set -euo pipefail
cd "$(dirname "$0")/.."
jars=${SPARK_HOME:-$PWD/target/spark}/jars
[ -d "$jars" ] || { echo "SPARK_HOME must name a Spark 4.0, or target/spark must hold one" >&2; exit 2; }
mvn -B -q -pl generator-job -am -DskipTests test-compile
java -cp "generator-job/target/classes:generator-job/target/test-classes:core/target/classes:grader/target/classes:$jars/*" \
  io.mathscale.generator.replies.ReplyBenchmark "$@"
