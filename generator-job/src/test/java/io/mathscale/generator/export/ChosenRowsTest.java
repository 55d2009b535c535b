package io.mathscale.generator.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.testing.SparkExtension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ChosenRowsTest {
  private static final String BY_RATE =
      "export.balance { by = difficulty.passRate, buckets = [0.3, 0.6] }";

  @Test
  void keepsRowsForWhichTheConditionHoldsAndCountsTheOthers(SparkSession spark) {
    ChosenRows chosen =
        chosen(
            spark,
            "export { mixture = generated, where = \"difficulty.passRate < 0.6 and id <> 'r3' and id <> 'r4'\" }",
            2);

    assertThat(ids(chosen)).containsExactly("r1", "r2", "r5");
    assertThat(chosen.leftOut()).isEqualTo(Map.of("notInMixture", 1L, "notWhere", 8L));
  }

  @Test
  void keepsEquallyManyOfEachGroupAtAnyPartitionCount(SparkSession spark) {
    ChosenRows chosen = chosen(spark, BY_RATE, 2);

    assertThat(chosen.groups())
        .containsExactly(
            "difficulty.passRate = 0.3 to 0.6: 2 of 3 rows",
            "difficulty.passRate = below 0.3: 2 of 3 rows",
            "difficulty.passRate = from 0.6: 2 of 4 rows",
            "difficulty.passRate = not known: 2 of 2 rows");
    assertThat(chosen.leftOut())
        .isEqualTo(Map.of("notInMixture", 0L, "notWhere", 0L, "notBalanced", 4L));
    assertThat(ids(chosen)).hasSize(8).contains("r10", "r11");
    assertThat(ids(chosen(spark, BY_RATE, 5))).isEqualTo(ids(chosen));
  }

  @Test
  void keepsAsManyAsAreAskedForOrAllOfASmallerGroup(SparkSession spark) {
    ChosenRows chosen = chosen(spark, "export.balance { by = origin, rows = 3 }", 3);

    assertThat(chosen.groups())
        .containsExactly("origin = generated: 3 of 11 rows", "origin = seed: 1 of 1 rows");
    assertThat(ids(chosen)).hasSize(4).contains("r0");
  }

  @Test
  void refusesWhatDoesNotSuitTheColumns(SparkSession spark) {
    assertThatCode(() -> ChosenRows.require(spark, config(BY_RATE))).doesNotThrowAnyException();
    refuses(
        spark,
        "export.where = \"dificulty.passRate > 0.5\"",
        "export.where must suit",
        "dificulty");
    refuses(spark, "export.where = \"passRate >\"", "export.where must suit", "Syntax error");
    refuses(spark, "export.where = \"question\"", "export.where must suit", "BOOLEAN");
    refuses(spark, "export.where = \"rand() < 0.5\"", "export.where must be the same", "rand()");
    refuses(spark, "export.balance.by = level", "export.balance.by must suit", "level");
    refuses(
        spark,
        "export.balance { by = origin, buckets = [1] }",
        "export.balance.by must be a number",
        "origin is string");
  }

  private static void refuses(SparkSession spark, String setting, String must, String was) {
    ExportConfig config = config(setting);
    assertThatThrownBy(() -> ChosenRows.require(spark, config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(must)
        .hasMessageContaining(was);
  }

  private static List<String> ids(ChosenRows chosen) {
    return chosen.rows().select("id").orderBy("id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static ChosenRows chosen(SparkSession spark, String setting, int partitions) {
    List<QaPair> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(row(i));
    }

    Dataset<QaPair> pairs = spark.createDataset(rows, QaPair.ENCODER).repartition(partitions);
    return ChosenRows.of(pairs, rows.size(), config(setting), 42);
  }

  /** Rows of pass rate 0, 0.1, 0.2 and so on; those of 10 and 11 are not known. */
  private static QaPair row(int number) {
    Difficulty difficulty =
        new Difficulty(number < 10 ? number / 10.0 : null, 4, "", 1, "", List.of());
    return new QaPair(
        "r" + number,
        number == 0 ? "seed" : "generated",
        "",
        "",
        List.of(),
        List.of(),
        "?",
        "!",
        "1",
        "",
        0,
        "",
        "",
        BigDecimal.ZERO,
        "",
        "",
        "",
        "",
        Quality.NONE,
        null,
        difficulty);
  }

  private static ExportConfig config(String setting) {
    return Settings.parse("workspace = w\n" + setting, "test", List.of()).config().export();
  }
}
