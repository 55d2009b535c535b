package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SplitRowsTest {
  private static final Encoder<RowOrRejection<SeedQuestion>> ENCODER =
      RowOrRejection.encoder(SeedQuestion.ENCODER);
  private static final WriteMetadata METADATA =
      new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE);

  @TempDir private Path folder;

  @Test
  void writesGoodAndRejectedRowsAndCountsThem(SparkSession spark) {
    Workspace workspace = Workspace.at(spark, folder.toString());
    Dataset<RowOrRejection<SeedQuestion>> rows =
        spark.createDataset(
            List.of(
                RowOrRejection.of(seed("a")),
                rejection("b", RejectionReason.TOO_SHORT),
                rejection("c", RejectionReason.DUPLICATE),
                rejection("d", RejectionReason.TOO_SHORT)),
            ENCODER);

    SplitRows.Written written = SplitRows.write(workspace, rows, Tables.SEEDS, "extract", METADATA);

    assertThat(workspace.read(Tables.SEEDS).collectAsList()).containsExactly(seed("a"));
    assertThat(workspace.read(Tables.rejectedBy("extract")).collectAsList())
        .extracting(Rejected::id)
        .containsExactlyInAnyOrder("b", "c", "d");
    assertThat(written.good().rows()).isEqualTo(1);
    assertThat(written.rejected().rows()).isEqualTo(3);
    assertThat(written.counts().rejectedByReason())
        .isEqualTo(Map.of("DUPLICATE", 1L, "TOO_SHORT", 2L));
    assertThat(written.counts().reasons()).isEqualTo("DUPLICATE 1, TOO_SHORT 2");
  }

  @Test
  void releasesTheRowsWhereWritingFails(SparkSession spark) {
    Workspace workspace = Workspace.at(spark, folder.toString());
    MapFunction<String, RowOrRejection<SeedQuestion>> broken = SplitRowsTest::refuse;
    Dataset<RowOrRejection<SeedQuestion>> rows =
        spark.createDataset(List.of("a"), Encoders.STRING()).map(broken, ENCODER);

    assertThatThrownBy(() -> SplitRows.write(workspace, rows, Tables.SEEDS, "extract", METADATA))
        .hasRootCauseMessage("refused: a");

    assertThat(rows.storageLevel().useMemory()).isFalse();
    assertThat(workspace.has(Tables.SEEDS)).isFalse();
  }

  @Test
  void aRowIsGoodOrRejected() {
    assertThatThrownBy(() -> new RowOrRejection<>(null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have a value or a rejection: null and null");
  }

  private static RowOrRejection<SeedQuestion> refuse(String id) {
    throw new IllegalStateException("refused: " + id);
  }

  private static SeedQuestion seed(String id) {
    return new SeedQuestion(id, "", "question " + id, "", "");
  }

  private static RowOrRejection<SeedQuestion> rejection(String id, RejectionReason reason) {
    return RowOrRejection.rejected(new Rejected(id, "extract", reason, "", "", ""));
  }
}
