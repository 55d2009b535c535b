package io.mathscale.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares what {@code conf/workflows} has in common with the chain that the launcher runs. */
class WorkflowsTest {
  private static final List<Launcher.Submit> CHAIN = Launcher.chain();

  /** Longer, an example hides what matters. */
  private static final int MOST_LINES = 130;

  @Test
  void theChainIsThatOfTheLauncher() {
    assertThat(CHAIN).hasSize(5);
    assertThat(CHAIN.get(2).commands()).containsExactly("build", "compose");
  }

  @Test
  void eachSchedulerHasItsValuesInOneFileAndIsTold() {
    String readme = Documents.text("conf/workflows/README.md");
    List<Path> values =
        Documents.files("conf/workflows", "").stream()
            .filter(file -> file.getFileName().toString().startsWith("values."))
            .toList();

    assertThat(values)
        .extracting(file -> file.getParent().getFileName().toString())
        .containsExactly(
            "airflow", "databricks", "emr-ec2", "emr-eks", "emr-serverless", "kubernetes");
    for (Path file : values) {
      Path folder = file.getParent().getFileName();
      assertThat(readme).contains("](%s/%s)".formatted(folder, file.getFileName()));
    }
  }

  @Test
  void eachIsSmallAndHasNoTabs() {
    for (Path file : Documents.files("conf/workflows", "")) {
      String text = Documents.text(file);

      assertThat(text.lines().count()).as("%s", file).isLessThan(MOST_LINES);
      assertThat(text).as("%s", file).doesNotContain("\t");
    }
  }

  @Test
  void theLauncherSubmitsTheSameMainClasses() {
    String launcher = Documents.text("mathscale");

    for (Map.Entry<String, String> main : Launcher.MAIN_CLASSES.entrySet()) {
      assertThat(launcher).contains("submit " + main.getKey() + " " + main.getValue());
    }
  }
}
