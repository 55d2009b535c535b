package io.mathscale.core.command;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import java.util.List;

/** Writes the questions of a command that was told to send nothing. */
final class DryRun {
  private DryRun() {}

  static void write(StageContext context, PromptBatch batch) {
    Table<Prompt> table =
        new Table<>("prompts/" + batch.family(), Prompt.ENCODER, 1, batch.family());
    Manifest written =
        context.workspace().write(table, batch.prompts(), context.metadata(List.of()));
    context.say(
        "%s: %,d prompts written to %s; nothing was sent"
            .formatted(batch.family(), written.rows(), context.workspace().path(table.name())));
  }
}
