package io.mathscale.core.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests one local Spark session, started on first use, and again where a test has stopped it
 * because it is of no use to others. Spark stops the last one when the process ends, which may run
 * many classes by themselves, one after the other.
 */
public final class SparkExtension implements ParameterResolver {
  private static SparkSession spark;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return session();
  }

  private static synchronized SparkSession session() {
    if (spark == null || spark.sparkContext().isStopped()) {
      spark = start();
    }

    return spark;
  }

  private static SparkSession start() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.plugins", "io.mathscale.core.calls.CallsPlugin")
        .config("spark.ui.enabled", false)
        // Compiling the plans of a few rows takes longer than running them.
        .config("spark.sql.codegen.wholeStage", false)
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        // Nobody looks at the plans, and writing them down is a fifth of the driver's work.
        .config("spark.sql.ui.explainMode", "simple")
        .config("spark.sql.debug.maxToStringFields", 0)
        // To plan the rest of a query anew after each shuffle takes longer than it saves.
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.hadoop.fs.file.impl", ForklessFileSystem.class.getName())
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
