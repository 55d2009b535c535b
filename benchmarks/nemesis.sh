#!/usr/bin/env bash
# The whole workflow on a Spark master and two workers with its workspace in an S3 server, while workers and the driver
# are killed, stand still or are taken over, store and model service stand still, are slow or refuse connections, requests
# fail, and limits change: what happens and when is a function of SEED. At the end every table is compared with those of
# an undisturbed run (with an odd seed, where some answers are of no use, rows in with rows out), repeated calls with their
# bound, what was charged with the budget and with what the manifests tell; a failure names the seed.
#
#   benchmarks/nemesis.sh SEED MINUTES     disturbances go on for so long, or until the workflow is whole; some seeds, as in
#                                          1-20, one after the other beside one undisturbed run
#
# Environment: SPARK_HOME     a Spark 4 (default: the one that the launcher assembled under target/)
#              COMPOSITIONS   three prompts each (default 3000)
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -eq 2 ] || { sed -n '2,10s/^# *//p' "$0" >&2; exit 2; }
mvn -B -q -Pcluster -pl cluster-test -am verify -Dtest=NemesisTest -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dnemesis.seed=$1" "-Dnemesis.minutes=$2" "-Dcluster.compositions=${COMPOSITIONS:-3000}"
