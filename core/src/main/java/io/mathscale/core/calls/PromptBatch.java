package io.mathscale.core.calls;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.TruncatedAnswers;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;

/**
 * What a stage asks the model.
 *
 * @param stage name of the stage
 * @param prompts the questions
 * @param count about how many they are, which tells how finely to cut the work
 * @param sampling how the model draws its answers
 * @param truncatedAnswers what an answer is that was truncated at max-tokens
 * @param check looks at each answer as it comes
 * @param settings what the prompts were made with, by the keys of the configuration
 * @param model the model that is asked; empty for that of the configuration
 * @param isPart whether the stage asks more than these, before or after, as it does in rounds
 */
public record PromptBatch(
    String stage,
    Dataset<Prompt> prompts,
    long count,
    Sampling sampling,
    TruncatedAnswers truncatedAnswers,
    AnswerCheck check,
    SortedMap<String, String> settings,
    Optional<ModelConfig> model,
    boolean isPart) {
  /** Copies the settings. */
  public PromptBatch {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** Questions to which a truncated answer is a failed call. */
  public static PromptBatch of(
      String stage, Dataset<Prompt> prompts, long count, Sampling sampling) {
    return new PromptBatch(
        stage,
        prompts,
        count,
        sampling,
        TruncatedAnswers.FAIL,
        AnswerCheck.NONE,
        Collections.emptySortedMap(),
        Optional.empty(),
        false);
  }

  /**
   * The same for a stage that can use an answer as far as it goes: a truncated one is a completion
   * whose finish reason is {@code length}.
   */
  public PromptBatch keepingTruncatedAnswers() {
    return new PromptBatch(
        stage, prompts, count, sampling, TruncatedAnswers.KEEP, check, settings, model, isPart);
  }

  /**
   * The same for a stage that cannot use every answer: where it can use too few of them, it stops.
   */
  public PromptBatch checkedBy(AnswerCheck reader) {
    return new PromptBatch(
        stage, prompts, count, sampling, truncatedAnswers, reader, settings, model, isPart);
  }

  /**
   * The same with the template that made its prompts.
   *
   * @param key of the configuration
   * @param version of the template
   */
  public PromptBatch madeWith(String key, String version) {
    SortedMap<String, String> more = new TreeMap<>(settings);
    more.put(key, version);
    return new PromptBatch(
        stage, prompts, count, sampling, truncatedAnswers, check, more, model, isPart);
  }

  /** The same questions asked of another model than that of the configuration. */
  public PromptBatch askedOf(ModelConfig other) {
    return new PromptBatch(
        stage,
        prompts,
        count,
        sampling,
        truncatedAnswers,
        check,
        settings,
        Optional.of(other),
        isPart);
  }

  /** The same for a stage that asks in rounds: answers to others of its prompts are expected. */
  public PromptBatch asPart() {
    return new PromptBatch(
        stage, prompts, count, sampling, truncatedAnswers, check, settings, model, true);
  }

  /**
   * Name of the calls, under which their answers are kept: that of the stage, where it asks another
   * model than that of the configuration followed by the model's name.
   */
  public String family() {
    return model.map(other -> stage + "-" + other.pathName()).orElse(stage);
  }
}
