package io.mathscale.core.calls;

import io.mathscale.core.data.Answer;
import io.mathscale.core.spark.Cached;
import io.mathscale.core.workspace.Manifest;
import org.apache.spark.sql.Dataset;

/**
 * What became of a stage's prompts. Keeps which call answers which prompt until it is closed; rows
 * that are read later cost making all prompts again.
 */
public final class CallResults implements AutoCloseable {
  private final Dataset<Answer> rows;
  private final Manifest.Calls calls;
  private final Cached<PromptKey> keys;

  CallResults(Dataset<Answer> rows, Manifest.Calls calls, Cached<PromptKey> keys) {
    this.rows = rows;
    this.calls = calls;
    this.keys = keys;
  }

  /** A row for each prompt: its completion, or else its failure. */
  public Dataset<Answer> rows() {
    return rows;
  }

  /** The model calls of the stage, over all its runs. */
  public Manifest.Calls calls() {
    return calls;
  }

  /** Releases what the rows are made from. */
  @Override
  public void close() {
    keys.close();
  }
}
