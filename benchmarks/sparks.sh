#!/usr/bin/env bash
# Runs the demo with the same jars on several Sparks, each assembled from Maven Central with its own Hadoop, Jackson
# and Scala, and compares the rows that they make.
#
#   benchmarks/sparks.sh [VERSION...]      default: 4.0.1 4.1.0 4.2.0
#
# Environment: SPARKS   where Sparks are kept, 300 MB each (default target/sparks)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ $# -gt 0 ] || set -- 4.0.1 4.1.0 4.2.0
mkdir -p "${SPARKS:=target/sparks}"
sparks=$(realpath "$SPARKS")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SPARK_CONF_DIR

# What a Spark was built with stands in its parent's POM.
built_with() { sed -n "s|.*<$2>\(.*\)</$2>.*|\1|p" "$sparks/spark-parent_2.13-$1.pom" | head -1; }

assemble() {
  local version=$1 home=$sparks/$1
  [ -f "$sparks/spark-parent_2.13-$version.pom" ] || mvn -B -q dependency:copy \
    -Dartifact="org.apache.spark:spark-parent_2.13:$version:pom" -DoutputDirectory="$sparks" >&2
  [ -f "$home/complete" ] && return
  mvn -B -q -f docker/spark/pom.xml package -Dspark.assembly="$home" -Dspark.version="$version" \
    -Dscala.version="$(built_with "$version" scala.version)" -Dhadoop.version="$(built_with "$version" hadoop.version)" \
    -Djackson.version="$(built_with "$version" fasterxml.jackson.version)" >&2
  touch "$home/complete"
}

rows_of() {
  local table
  for table in seeds concepts compositions pairs mathscaleqa outputs verdicts; do
    ./mathscale cat "$table" --config conf/demo.conf --set "workspace=$work/$1" | sort | sha256sum
  done
}

first=""
status=0
for version in "$@"; do
  assemble "$version"
  export SPARK_HOME=$sparks/$version
  ./mathscale cat pairs --config conf/demo.conf --set "workspace=$work/none" >/dev/null 2>&1 || true # the archive
  start=$SECONDS
  ./mathscale demo --set "workspace=$work/$version" >"$work/$version.out" 2>"$work/$version.err" \
    || { tail -20 "$work/$version.err" >&2; exit 1; }
  seconds=$((SECONDS - start))
  rows_of "$version" >"$work/$version.rows"
  first=${first:-$version}
  same="the rows of $first"
  cmp -s "$work/$first.rows" "$work/$version.rows" || { same="other rows than $first"; status=1; }
  printf 'Spark %s, Scala %s, Hadoop %s, Jackson %s: demo in %d s, %s\n' "$version" \
    "$(built_with "$version" scala.version)" "$(built_with "$version" hadoop.version)" \
    "$(built_with "$version" fasterxml.jackson.version)" "$seconds" "$same"
done
exit $status
