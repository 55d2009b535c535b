#!/bin/bash
# Init script of a Databricks cluster: puts a jar of ours among those of the node before Spark starts, which is how
# spark.plugins finds its class. Any of the job jars will do: each holds the call engine.
#   MATHSCALE_JAR    its path in a Unity Catalog volume
set -euo pipefail

jars=${DATABRICKS_JARS:-/databricks/jars}
[ -f "${MATHSCALE_JAR:-}" ] || {
  echo "MATHSCALE_JAR must be the path of a job jar: ${MATHSCALE_JAR:-not set}" >&2
  exit 1
}
cp "$MATHSCALE_JAR" "$jars/"
