# What the benchmarks that start Spark in a process of their own share; sourced from the root of the repository by a
# script that has sourced shared.sh and set classes: its class path without Spark.
#
# Sets work (a folder that goes away at the end) and spark_java, the command that runs a main class.
# Environment: SPARK_HOME  a Spark 4.0 (default: the one that the launcher assembled under target/)
#              HEAP        heap of the process (default 2g)
#              CORES       cores (default 2)

heap=${HEAP:-2g}
require_spark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/log4j2.properties" <<'END'
rootLogger.level = error
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1}: %m%n
END

spark_java=(java "-Xmx$heap" -XX:+UseParallelGC)
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  spark_java+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
spark_java+=("-Dspark.master=local[${CORES:-2}]" -Dspark.ui.enabled=false -Dspark.driver.host=127.0.0.1
  "-Dspark.local.dir=$work" -Duser.timezone=UTC "-Dlog4j2.configurationFile=$work/log4j2.properties"
  -cp "$classes:$jars/*")
