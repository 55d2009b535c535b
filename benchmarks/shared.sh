# What the benchmarks share; each sources it where it was called, makes the paths that it was given absolute, and only then
# goes to the root of the repository.
#
# Sets root, that folder, and makes SPARK_HOME and TMPDIR absolute; an empty SPARK_HOME counts as none.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

absolute() { # path
  case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$PWD/$1" ;;
  esac
}

for folder in SPARK_HOME TMPDIR; do
  if [ -n "${!folder:-}" ]; then export "$folder=$(absolute "${!folder}")"; else unset "$folder"; fi
done

# Sets jars, the folder of Spark's jars, which must be there.
require_spark() {
  jars=${SPARK_HOME:-$root/target/spark}/jars
  [ -d "$jars" ] || { echo "SPARK_HOME must name a Spark 4, or target/spark must hold one: there is no $jars" >&2; exit 2; }
}

# Runs tests of a module by Maven: the module, names as -Dtest has them, and what else Maven is told. Of each name a test
# must have run: Maven itself cannot ask for that, since it looks for the names in the modules that this one needs as well.
run_tests() {
  local module=$1 names=() name
  IFS=', ' read -r -a names <<<"$2"
  rm -rf "$module/target/surefire-reports"
  mvn -B -pl "$module" -am "-Dtest=$2" -Dsurefire.failIfNoSpecifiedTests=false "${@:3}" || return
  for name in "${names[@]}"; do
    [[ $name == !* ]] || [ "$(count_tests "$module" "$name")" -gt 0 ] \
      || { echo "a test of $name must have run in $module: there is none, or all were skipped" >&2; return 1; }
  done
}

# How many tests of a name have run, by the reports: module and name, such as JournalTest, Journal*#reads* or
# io/mathscale/core/calls/**/*Test.
count_tests() {
  local class=${2%%#*}
  class=${class%.java}
  class=${class//\//.}
  class=${class//\*\*./*}
  mkdir -p "$1/target/surefire-reports"
  find "$1/target/surefire-reports" \( -name "TEST-$class.xml" -o -name "TEST-*.$class.xml" \) -exec cat {} + \
    | sed -n 's/^<testsuite .* tests="\([0-9]*\)".* skipped="\([0-9]*\)".*/\1 \2/p' \
    | awk '{ ran += $1 - $2 } END { print ran + 0 }'
}
