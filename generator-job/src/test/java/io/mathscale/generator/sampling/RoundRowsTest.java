package io.mathscale.generator.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RoundRowsTest {
  @TempDir private Path folder;

  @Test
  void givesTheRowsOfAllRoundsOrOfTheLatest(SparkSession spark) {
    try (RoundRows<String> rows = begin(spark)) {
      add(rows, spark, "a");
      add(rows, spark, "b");

      assertThat(rows.rows().collectAsList()).containsExactlyInAnyOrder("a", "b");
      assertThat(rows.rowsFrom(1).collectAsList()).containsExactly("b");
      assertThat(rows.rowsFrom(2).collectAsList()).isEmpty();
    }

    assertThat(folder.resolve("calls/solve")).isEmptyDirectory();
  }

  /** One that stood still until another took its tables goes on for a while. */
  @Test
  void anotherThatAsksAtOnceHasNoPartInThem(SparkSession spark) {
    RoundRows<String> stoodStill = begin(spark);
    add(stoodStill, spark, "a");
    try (RoundRows<String> tookOver = begin(spark)) {
      add(tookOver, spark, "b");
      add(stoodStill, spark, "c");
      stoodStill.close();

      assertThat(tookOver.rows().collectAsList()).containsExactly("b");
    }
  }

  /** As an estimate is, which takes no right. */
  @Test
  void anotherThatOnlyLooksLeavesThem(SparkSession spark) {
    try (RoundRows<String> asks = begin(spark)) {
      add(asks, spark, "a");
      try (RoundRows<String> looks = begin(spark)) {
        assertThat(looks.rows().collectAsList()).isEmpty();
      }

      assertThat(asks.rows().collectAsList()).containsExactly("a");
    }
  }

  private RoundRows<String> begin(SparkSession spark) {
    Workspace workspace = Workspace.at(spark, folder.toString());
    return new RoundRows<>(workspace, "solve", spark, Encoders.STRING());
  }

  private static void add(RoundRows<String> rows, SparkSession spark, String row) {
    rows.add(spark.createDataset(List.of(row), Encoders.STRING()));
  }
}
