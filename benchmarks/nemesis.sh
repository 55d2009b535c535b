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
. "$(dirname "$0")/shared.sh"

usage() {
  sed -n '2,10s/^# *//p' "${BASH_SOURCE[0]}" >&2
  echo "$1" >&2
  exit 2
}

[ $# -eq 2 ] || usage "SEED and MINUTES must be given, and nothing else: $*"
[[ $1 =~ ^([0-9]+)(-([0-9]+))?$ ]] && [ "${BASH_REMATCH[1]}" -le "${BASH_REMATCH[3]:-${BASH_REMATCH[1]}}" ] \
  || usage "SEED must be a number, or two as in 1-20, the smaller first: $1"
[[ $2 =~ ^[1-9][0-9]*$ ]] || usage "MINUTES must be a whole number, at least 1: $2"
cd "$root"
require_spark

run_tests cluster-test NemesisTest -q -Pcluster verify "-Dnemesis.seed=$1" "-Dnemesis.minutes=$2" \
  "-Dcluster.compositions=${COMPOSITIONS:-3000}"
