#!/usr/bin/env bash
# Runs the same jars on several Sparks, each assembled from Maven Central with its own Hadoop, Jackson, Scala and S3
# client: the demo, whose rows are compared with those of the first, the tests of the call engine, and the chain on a
# master and two workers with its workspace on each store, where a worker is killed in each stage and the tab Calls and
# the metrics for Prometheus are read.
#
#   benchmarks/sparks.sh [VERSION...]      default: 4.0.1 4.1.0 4.2.0
#
# Environment: SPARKS         where Sparks are kept, 400 MB each (default target/sparks)
#              TESTS          which tests of core run on each (default: those of the call engine; empty: none)
#              STORES         those of the chain on workers (default s3; hdfs is known as well; empty: no workers)
#              COMPOSITIONS   three prompts each on the workers (default 540)
set -euo pipefail
. "$(dirname "$0")/shared.sh"
sparks=$(absolute "${SPARKS:-$root/target/sparks}")
cd "$root"

[ $# -gt 0 ] || set -- 4.0.1 4.1.0 4.2.0
mkdir -p "$sparks"
: "${STORES=s3}" "${COMPOSITIONS:=540}" "${TESTS=io/mathscale/core/engine/*Test,io/mathscale/core/calls/**/*Test}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SPARK_CONF_DIR

# Fetches a POM: group, artifact and version.
pom() {
  [ -f "$sparks/$2-$3.pom" ] || mvn -B -q dependency:copy "-Dartifact=$1:$2:$3:pom" -DoutputDirectory="$sparks" >&2
}

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
  local spark=$1 home=$sparks/$1 artifact version hadoop versions=("-Dspark.version=$1")
  [ ! -f "$home/complete" ] || return 0
  pom org.apache.spark spark-parent_2.13 "$spark"
  for artifact in "${artifacts[@]}"; do
    version=$(built_with "$spark" "${artifact#*:}")
    [ -z "$version" ] || versions+=("-D${artifact%%:*}.version=$version")
  done
  hadoop=$(built_with "$spark" hadoop-client-api)
  if ! grep -q "<hadoop.version>$hadoop<" pom.xml; then
    pom org.apache.hadoop hadoop-project "$hadoop"
    version=$(sed -n 's|.*<aws-java-sdk-v2.version>\(.*\)</.*|\1|p' "$sparks/hadoop-project-$hadoop.pom")
    versions+=("-Dawssdk.version=$version")
  fi

  mvn -B -q -f docker/spark/pom.xml package -Ps3 -Dspark.assembly="$home" "${versions[@]}" >&2
  touch "$home/complete"
}

rows_of() {
  local table
  for table in seeds concepts compositions pairs mathscaleqa outputs verdicts; do
    ./mathscale cat "$table" --config conf/demo.conf --set "workspace=$work/$1" | sort | sha256sum
  done
}

version_of() { find "$SPARK_HOME/jars" -name "$1-[0-9]*.jar" | sed "s|.*/$1-\(.*\).jar|\1|"; }

# Tests of core, compiled as ever, with the jars of this Spark in place of those that they were compiled with.
test_core() {
  local jars names
  jars=$(printf '%s,' "$SPARK_HOME"/jars/*.jar)
  names=$(find "$SPARK_HOME/jars" -name '*.jar' | sed -E 's|.*/||; s/-[0-9][^/]*$//' | sort -u | sed 's/^/,*:/' | tr -d '\n')
  run_tests core "$TESTS" test -Dmathscale.slow=true \
    "-Dmaven.test.dependency.excludes=org.apache.spark:*$names" "-Dmaven.test.additionalClasspath=${jars%,}"
}

# Prints what a part of the proof came to: its name, what says how it went, without which it has failed, and the command
# that ran it.
told() {
  local name=$1 figures=$2 start=$SECONDS found
  shift 2
  if "$@" >"$work/part.out" 2>&1 && found=$(grep -o "$figures" "$work/part.out"); then
    printf '  %s in %d s: %s\n' "$name" "$((SECONDS - start))" "$(tail -1 <<<"$found")"
  else
    tail -40 "$work/part.out" >&2
    echo "  $name must succeed and tell of $figures" >&2
    status=1
  fi
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
    "$(version_of scala-library)" "$(version_of hadoop-client-api)" "$(version_of jackson-databind)" "$seconds" "$same"
  [ -z "$TESTS" ] || told "tests of core" 'Tests run: .*' test_core
  for store in $STORES; do
    told "cluster on $store, tab and metrics" '[0-9,]* prompts, .*' run_tests cluster-test ClusterTest -q \
      -Pcluster verify "-Dcluster.store=$store" "-Dcluster.compositions=$COMPOSITIONS"
  done
done
exit $status
