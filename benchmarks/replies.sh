#!/usr/bin/env bash
# Times the readers of replies on one thread, in processor time: usual replies, mutated ones, and hostile ones of up to a
# MiB; the mean and the worst of each, by the slower of the readers of concepts and pairs.
#
#   benchmarks/replies.sh [mutated replies]     default 20000
#
# Environment: SPARK_HOME  a Spark 4.0, for Jackson (default: the one that the launcher assembled under target/)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
cd "$root"

require_spark
mvn -B -q -pl generator-job -am -DskipTests test-compile
java -cp "generator-job/target/classes:generator-job/target/test-classes:core/target/classes:grader/target/classes:$jars/*" \
  io.mathscale.generator.replies.ReplyBenchmark "$@"
