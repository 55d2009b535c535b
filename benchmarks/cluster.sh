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
. "$(dirname "$0")/shared.sh"
cd "$root"
require_spark

[ $# -gt 0 ] || set -- s3 hdfs
for store in "$@"; do
  echo "$store:"
  run_tests cluster-test ClusterTest -q -Pcluster verify "-Dcluster.store=$store" \
    "-Dcluster.compositions=${COMPOSITIONS:-6500}" "-Dcluster.in-flight=${IN_FLIGHT:-16}"
done
