package io.mathscale.eval.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class OutputTableTest {
  @Test
  void knowsTheOutputsThatWereTruncated(SparkSession spark) {
    List<ModelOutput> outputs = List.of(output(0, "stop"), output(1, "length"));

    assertThat(
            new OutputTable(spark.createDataset(outputs, ModelOutput.ENCODER))
                .rows()
                .collectAsList())
        .extracting(RowOrRejection::value)
        .filteredOn(OutputRow::isTruncated)
        .extracting(OutputRow::sample)
        .containsExactly(1);
  }

  private static ModelOutput output(int sample, String finishReason) {
    return new ModelOutput(
        "a", "gsm8k", "m", sample, "It is 2.", "2", "1 + 1 = ?", finishReason, "");
  }
}
