package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.testing.Said;
import io.mathscale.core.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A table that a later command of a run needs is asked for before the first command runs. */
@ExtendWith(SparkExtension.class)
class NeededTablesTest {
  @TempDir private Path folder;

  @BeforeEach
  void write(SparkSession session) throws IOException {
    assertThat(session.sparkContext().isStopped()).isFalse();
    Files.writeString(
        folder.resolve("benchmark.jsonl"), "{\"question\": \"1 + 1 = ?\", \"answer\": \"2\"}\n");
    Files.writeString(
        folder.resolve("c.conf"),
        """
        workspace = "%s/w"
        benchmark.path = "%s/benchmark.jsonl"
        model { base-url = "http://127.0.0.1:9/v1", name = teacher }
        judge.models = [{ name = judge }]
        score.judged = true
        """
            .formatted(folder, folder));
  }

  @Test
  void whatNoEarlierCommandWritesMustStand() {
    assertThat(said("prepare", "infer", "score"))
        .startsWith("mathscale: table judgements must stand in")
        .contains("run judge first");
    assertThat(folder.resolve("w")).doesNotExist();
  }

  @Test
  void whatAnEarlierCommandWritesNeedNotStand() {
    assertThat(said("judge", "score")).startsWith("mathscale: table outputs must stand in");
  }

  private String said(String... commands) {
    String[] arguments = new String[commands.length + 2];
    System.arraycopy(commands, 0, arguments, 0, commands.length);
    arguments[commands.length] = "--config";
    arguments[commands.length + 1] = folder.resolve("c.conf").toString();
    return Said.by(new EvalJob(), ExitCode.USAGE, arguments);
  }
}
