#!/usr/bin/env bash
# The whole workflow on a Spark master and two workers with about 20,000 prompts, its workspace on each store, twice:
# undisturbed in cluster mode, and in client mode with a worker killed in each stage; every table is compared.
#
#   benchmarks/cluster.sh [STORE...]      s3 and hdfs are known (default both)
#
# Environment: SPARK_HOME     a Spark 4 (default: the one that the launcher assembled under target/)
#              COMPOSITIONS   three prompts each (default 6500)
#              IN_FLIGHT      calls in flight an executor (default 16)
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || set -- s3 hdfs
for store in "$@"; do
  echo "$store:"
  mvn -B -q -Pcluster -pl cluster-test -am verify -Dtest=ClusterTest -Dsurefire.failIfNoSpecifiedTests=false \
    "-Dcluster.store=$store" "-Dcluster.compositions=${COMPOSITIONS:-6500}" "-Dcluster.in-flight=${IN_FLIGHT:-16}"
done
