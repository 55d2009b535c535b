package io.mathscale.generator.export;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.testing.SparkExtension;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class GroundTruthTest {
  private static final Map<String, String> TRUTHS =
      Map.ofEntries(
          Map.entry("$\\frac{1}{2}$", "\\frac{1}{2}"),
          Map.entry(" $$83$$ ", "83"),
          Map.entry("$\\$ 4500$", "\\$ 4500"),
          Map.entry("\\(x + 1\\)", "x + 1"),
          Map.entry("\\[x\\]", "x"),
          Map.entry("((1)/(50))", "\\frac{1}{50}"),
          Map.entry("25%", "25\\%"),
          Map.entry("25\\%", "25\\%"),
          // A number as solutions write it, and more than one formula, stay.
          Map.entry("$1$ and $2$", "$1$ and $2$"),
          Map.entry("\\(1\\) or \\(2\\)", "\\(1\\) or \\(2\\)"),
          Map.entry("20.0", "20.0"),
          Map.entry("168{,}750", "168{,}750"),
          Map.entry("(1,2)", "(1,2)"),
          Map.entry("\\{1,234\\}", "\\{1,234\\}"),
          Map.entry("$5", "$5"),
          Map.entry("", ""));

  @Test
  void writesAnswersAsABoxHasThem(SparkSession spark) {
    List<String> answers = List.copyOf(TRUTHS.keySet());

    List<String> truths =
        spark
            .createDataset(answers, Encoders.STRING())
            .select(GroundTruth.of(col("value")))
            .as(Encoders.STRING())
            .collectAsList();

    assertThat(truths).isEqualTo(answers.stream().map(TRUTHS::get).toList());
  }
}
