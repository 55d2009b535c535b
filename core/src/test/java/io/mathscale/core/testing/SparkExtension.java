package io.mathscale.core.testing;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests one local Spark session, started on first use and stopped after the last test. */
public final class SparkExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SparkExtension.class))
        .getOrComputeIfAbsent(SharedSession.class, key -> new SharedSession(), SharedSession.class)
        .spark;
  }

  private static final class SharedSession implements AutoCloseable {
    private final SparkSession spark =
        SparkSession.builder()
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
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.hadoop.fs.file.impl", ForklessFileSystem.class.getName())
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();

    @Override
    public void close() {
      spark.stop();
    }
  }
}
