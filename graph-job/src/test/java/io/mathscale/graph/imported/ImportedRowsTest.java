package io.mathscale.graph.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ImportedRowsTest {
  @TempDir private Path folder;

  @Tag("slow")
  @Test
  void keepsTheFirstRowOfAnIdInFilesOfAnyFormat(SparkSession spark) throws IOException {
    write("a.csv", "id,topic,kps\n7,Algebra,\"Powers, roots\"\n8,Algebra,\n");
    write("b.json", "[{\"id\": 7, \"topics\": [\"Other\"], \"kps\": [\"x\"]}]");
    write("c.jsonl", "{\"topics\": [\"é\"]}");

    List<ImportedRow> rows = ImportedRows.at(spark, folder.toString(), "build").collectAsList();

    assertThat(rows)
        .filteredOn(row -> row.rejected() == null)
        .extracting(ImportedRow::concepts)
        .extracting("id", "topics", "knowledgePoints")
        .containsExactly(tuple("7", List.of("Algebra"), List.of("Powers, roots")));
    assertThat(rows)
        .filteredOn(row -> row.rejected() != null)
        .extracting(row -> row.origin().replaceAll(".*/", ""), row -> row.rejected().reason())
        .containsExactlyInAnyOrder(
            tuple("a.csv, row 3", RejectionReason.NO_CONCEPTS),
            tuple("b.json, row 1", RejectionReason.DUPLICATE),
            tuple("c.jsonl, row 1", RejectionReason.BROKEN_UTF8));
  }

  private void write(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
