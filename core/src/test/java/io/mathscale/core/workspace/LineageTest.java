package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LineageTest {
  private static final Table<SeedQuestion> A = table("a", "first");
  private static final Table<SeedQuestion> B = table("b", "second");
  private static final Table<SeedQuestion> C = table("c", "third");

  @TempDir private Path folder;
  private SparkSession spark;
  private Workspace workspace;

  @BeforeEach
  void writeChain(SparkSession session) {
    spark = session;
    workspace = Workspace.at(session, folder.toString());
    write(A);
    write(B, A);
    write(C, B);
  }

  @Test
  void nothingIsStaleThatWasMadeFromWhatStands() {
    assertThat(stale("a")).isNull();
    assertThat(stale("b")).isNull();
    assertThat(stale("c")).isNull();
    assertThat(new Lineage(workspace).isKnown("c")).isTrue();
  }

  @Test
  void whatWasMadeFromAReplacedTableIsStale() {
    write(B, A);

    assertThat(stale("b")).isNull();
    assertThat(stale("c")).isEqualTo(new StaleTable("c", List.of("b"), List.of("third")));
    assertThat(stale("c").reason()).isEqualTo("b was replaced after it was made");
  }

  @Test
  void soIsWhatWasMadeFromThatOne() {
    write(A);

    assertThat(stale("b")).isEqualTo(new StaleTable("b", List.of("a"), List.of("second")));
    assertThat(stale("c")).isEqualTo(new StaleTable("c", List.of("a"), List.of("second", "third")));
  }

  @Test
  void namesEveryReplacedTable() {
    write(C, A, B);
    write(A);
    write(B, A);

    assertThat(stale("c")).isEqualTo(new StaleTable("c", List.of("a", "b"), List.of("third")));
    assertThat(stale("c").reason()).isEqualTo("a, b were replaced after it was made");
  }

  @Test
  void isFreshAgainWhenItIsMadeAnew() {
    write(A);
    write(B, A);
    write(C, B);

    assertThat(stale("c")).isNull();
  }

  @Test
  void knowsNothingOfInputsWithoutIdentity() throws IOException {
    forgetIdentities("b");
    write(A);

    assertThat(stale("b")).isNull();
    assertThat(new Lineage(workspace).isKnown("b")).isFalse();
    assertThat(workspace.manifest("b").orElseThrow())
        .returns("", Manifest::id)
        .returns("", Manifest::producer);
    assertThat(stale("c")).as("b has no identity any more").isNotNull();
  }

  /** Makes a manifest one of a time that knew no identities. */
  private void forgetIdentities(String table) throws IOException {
    Path file = folder.resolve(table).resolve(Manifest.FILE);
    String text = Files.readString(file).replaceAll(",\\s*\"(id|producer)\" : \"[^\"]*\"", "");
    assertThat(text).doesNotContain("\"id\"");
    Files.deleteIfExists(file.resolveSibling("." + Manifest.FILE + ".crc"));
    Files.writeString(file, text);
  }

  private StaleTable stale(String table) {
    return new Lineage(workspace).stale(table).orElse(null);
  }

  private void write(Table<SeedQuestion> table, Table<?>... inputs) {
    SeedQuestion row = new SeedQuestion("1", "set", "question", "", "");
    workspace.write(
        table,
        spark.createDataset(List.of(row), SeedQuestion.ENCODER).coalesce(1),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(inputs), Manifest.Calls.NONE));
  }

  private static Table<SeedQuestion> table(String name, String producer) {
    return new Table<>(name, SeedQuestion.ENCODER, 1, producer);
  }
}
