package io.mathscale.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class StagedFolderTest {
  private static final String MANIFEST = "manifest.json";

  @TempDir private Path folder;

  @AfterEach
  void anOrdinaryDiskAgain() {
    ScriptedFileSystem.shared().reset();
  }

  @Test
  void takesThePlaceOfTheOldFolderWhole(SparkSession spark) throws IOException {
    publish(local(spark), "a/one.txt", "1");
    publish(local(spark), "b/two.txt", "2");

    assertThat(names()).containsExactly("out/b/two.txt", "out/manifest.json");
    assertThat(folder.resolve("out/b/two.txt")).hasContent("2");
  }

  @Test
  void theOldFolderStandsUntilTheNewOneIsPublished(SparkSession spark) throws IOException {
    publish(local(spark), "one.txt", "1");

    StagedFolder next = local(spark).stageFolder("out", MANIFEST);
    next.write("two.txt", "2");

    assertThat(folder.resolve("out/one.txt")).hasContent("1");
    assertThatThrownBy(next::publish).hasMessage("A folder must have its manifest: manifest.json");
    assertThat(folder.resolve("out/one.txt")).hasContent("1");
  }

  @Test
  void takesBackWhatAWritingThatDiedHasMovedAside(SparkSession spark) throws IOException {
    publish(local(spark), "one.txt", "1");
    Files.move(folder.resolve("out"), folder.resolve("_out.old"));
    Files.createDirectories(folder.resolve("_out.new"));

    local(spark).stageFolder("out", MANIFEST);

    assertThat(names()).containsExactly("out/manifest.json", "out/one.txt");
  }

  @Test
  void withoutRenamesInOneStepTheManifestGoesFirstAndComesLast(SparkSession spark)
      throws IOException {
    ScriptedFileSystem store = ScriptedFileSystem.shared().asObjectStore();
    publish(scripted(spark), "one.txt", "1");

    StagedFolder next = scripted(spark).stageFolder("out", MANIFEST);
    next.write("two.txt", "2");
    next.write(MANIFEST, "{}");
    store.failsToRenameTo("two.txt");

    assertThatThrownBy(next::publish).hasMessageStartingWith("Cannot write");
    assertThat(folder.resolve("out/manifest.json")).doesNotExist();

    store.reset();
    store.asObjectStore();
    publish(scripted(spark), "three.txt", "3");
    assertThat(names()).containsExactly("out/manifest.json", "out/three.txt");
  }

  /** One that stood still until another took the folder goes on for a while. */
  @Test
  void twoThatWriteAtOnceHaveNoPartInEachOthersFolders(SparkSession spark) throws IOException {
    StagedFolder stoodStill = local(spark).stageFolder("out", MANIFEST);
    stoodStill.write("one.txt", "1");
    StagedFolder tookOver = local(spark).stageFolder("out", MANIFEST);
    tookOver.write("two.txt", "2");
    stoodStill.write("three.txt", "3");

    assertThat(tookOver.filesBelow(tookOver.scratch(), ".txt"))
        .singleElement()
        .asString()
        .endsWith("two.txt");
    tookOver.write(MANIFEST, "{}");
    tookOver.publish();
    assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/two.txt");
    assertThat(folder.resolve("out/three.txt")).doesNotExist();

    publish(local(spark), "four.txt", "4");
    assertThat(names())
        .as("what it left goes")
        .containsExactly("out/four.txt", "out/manifest.json");
  }

  @Test
  void theOldFolderComesBackWhereTheNewOneCannotTakeItsPlace(SparkSession spark)
      throws IOException {
    publish(local(spark), "one.txt", "1");
    AtomicInteger asked = new AtomicInteger();
    TableGuard another =
        new TableGuard() {
          @Override
          public void beforeWrite() {
            if (asked.incrementAndGet() == 2) {
              // As another does that begins to write the same folder.
              Scratch.in(local(spark), local(spark).root(), "_out.staged");
            }
          }
        };
    StagedFolder next = local(spark).guardedBy(another).stageFolder("out", MANIFEST);
    next.write("two.txt", "2");
    next.write(MANIFEST, "{}");

    assertThatThrownBy(next::publish).hasMessageStartingWith("Cannot write");
    assertThat(asked).hasValue(2);
    assertThat(names()).containsExactly("out/manifest.json", "out/one.txt");
  }

  private static void publish(Workspace workspace, String name, String text) {
    StagedFolder next = workspace.stageFolder("out", MANIFEST);
    next.write(name, text);
    next.write(MANIFEST, "{}");
    next.publish();
  }

  private Workspace local(SparkSession spark) {
    return Workspace.at(spark, folder.toString());
  }

  private Workspace scripted(SparkSession spark) {
    return Workspace.at(spark, ScriptedFileSystem.uri(folder));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
