package io.mathscale.generator;

import io.mathscale.core.command.Run;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;

/** The prompts of a command that was told to send nothing. */
final class PromptTable {
  private static final String FOLDER = "prompts/";

  private PromptTable() {}

  static void write(Run run, String command, Dataset<Prompt> prompts) {
    Table<Prompt> table = new Table<>(FOLDER + command, Prompt.ENCODER, 1, command);
    Manifest written = run.workspace().write(table, prompts, run.stamp(List.of()));
    run.say(
        "%s: %,d prompts written to %s; nothing was sent"
            .formatted(command, written.rows(), run.workspace().path(table.name())));
  }
}
