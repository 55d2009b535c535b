package io.mathscale.core.calls;

import io.mathscale.core.calls.limits.Budget;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.TruncatedAnswers;
import io.mathscale.core.time.TimeSource;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a task needs to know of a run; holds no key. Holds headers only where the plugin, which
 * brings them to the executors, is not loaded.
 *
 * @param id identity of the run
 * @param stage name of the stage
 * @param model the model service
 * @param calls limits
 * @param temperature sampling temperature
 * @param topP nucleus sampling
 * @param maxTokens the longest answer
 * @param stop strings at which an answer ends
 * @param jsonSchema the schema asked for; empty for none
 * @param truncatedAnswers what becomes of truncated answers
 * @param check looks at each answer as it comes
 * @param journal folder of the journal
 * @param share part of the limits that an executor keeps by itself, of those of endpoints always,
 *     of all where the plugin is not loaded
 * @param budgets what may be spent; none for any sum
 * @param leases folder of the leases
 * @param spentBefore US dollars that earlier runs of the stage spent, in doubt or not
 * @param time by which executors wait and tell the time
 * @param wasProven whether the service has answered before this run
 */
record RunSettings(
    String id,
    String stage,
    ModelConfig model,
    CallsConfig calls,
    double temperature,
    double topP,
    int maxTokens,
    List<String> stop,
    String jsonSchema,
    TruncatedAnswers truncatedAnswers,
    AnswerCheck check,
    String journal,
    double share,
    List<Budget> budgets,
    String leases,
    BigDecimal spentBefore,
    TimeSource time,
    boolean wasProven)
    implements Serializable {
  /** How the model draws its answers, with the limit of tokens that is sent. */
  Sampling sampling() {
    return new Sampling(temperature, topP, model.maxTokens(maxTokens), stop, jsonSchema);
  }

  /** Whether tokens or money are limited, so that each request is to be measured. */
  boolean isMeasured() {
    return calls.isMeasured() || !budgets.isEmpty();
  }
}
