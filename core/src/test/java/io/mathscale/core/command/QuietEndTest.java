package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(SparkExtension.class)
class QuietEndTest {
  @Test
  void sparkLogsNoErrorsOnceTheProcessIsToldToEnd(SparkSession spark) {
    assertThat(LoggerFactory.getLogger("org.apache.spark.executor.Executor").isErrorEnabled())
        .isTrue();
    try {
      QuietEnd.quiet(spark.sparkContext());

      assertThat(LoggerFactory.getLogger("org.apache.spark.executor.Executor").isErrorEnabled())
          .isFalse();
    } finally {
      spark.sparkContext().setLogLevel("WARN");
    }
  }
}
