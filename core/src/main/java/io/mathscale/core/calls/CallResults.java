package io.mathscale.core.calls;

import io.mathscale.core.data.Answer;
import io.mathscale.core.workspace.Manifest;
import org.apache.spark.sql.Dataset;

/**
 * What became of a stage's prompts.
 *
 * @param rows a row for each prompt: its completion, or else its failure
 * @param calls the model calls of the stage, over all its runs
 */
public record CallResults(Dataset<Answer> rows, Manifest.Calls calls) {}
