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

# The version of an artifact that a Spark was built with, which stands in its parent's POM, as itself or as a property.
built_with() {
  local pom=$sparks/spark-parent_2.13-$1.pom version
  version=$(grep -A 3 "<artifactId>$2</artifactId>" "$pom" | sed -n 's|.*<version>\(.*\)</version>.*|\1|p' | head -1)
  case $version in
    '${'*) sed -n "s|.*<${version:2:-1}>\(.*\)</.*|\1|p" "$pom" | head -1 ;;
    *) printf '%s\n' "$version" ;;
  esac
}

# Our property of the version of each artifact that is Spark's as well.
artifacts=(scala:scala-library hadoop:hadoop-client-api jackson:jackson-bom commons-compress:commons-compress
  commons-io:commons-io commons-math3:commons-math3 commons-text:commons-text slf4j:slf4j-api parquet:parquet-hadoop
  xz:xz zstd-jni:zstd-jni)

assemble() {
  local spark=$1 home=$sparks/$1 artifact version versions=("-Dspark.version=$1")
  [ -f "$sparks/spark-parent_2.13-$spark.pom" ] || mvn -B -q dependency:copy \
    -Dartifact="org.apache.spark:spark-parent_2.13:$spark:pom" -DoutputDirectory="$sparks" >&2
  [ ! -f "$home/complete" ] || return 0
  for artifact in "${artifacts[@]}"; do
    version=$(built_with "$spark" "${artifact#*:}")
    [ -z "$version" ] || versions+=("-D${artifact%%:*}.version=$version")
  done
  mvn -B -q -f docker/spark/pom.xml package -Dspark.assembly="$home" "${versions[@]}" >&2
  touch "$home/complete"
}

rows_of() {
  local table
  for table in seeds concepts compositions pairs mathscaleqa outputs verdicts; do
    ./mathscale cat "$table" --config conf/demo.conf --set "workspace=$work/$1" | sort | sha256sum
  done
}

version_of() { find "$SPARK_HOME/jars" -name "$1-[0-9]*.jar" | sed "s|.*/$1-\(.*\).jar|\1|"; }

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
    "$(version_of scala-library)" "$(version_of hadoop-client-api)" "$(version_of jackson-databind)" "$seconds" "$same"
done
exit $status
