package io.mathscale.core.calls;

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
 * @param journal folder of the journal
 * @param share part of the limits that an executor keeps where the plugin is not loaded
 * @param spentBefore US dollars that earlier runs of the stage spent
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
    String journal,
    double share,
    BigDecimal spentBefore,
    TimeSource time,
    boolean wasProven)
    implements Serializable {
  /** How the model draws its answers. */
  Sampling sampling() {
    return new Sampling(temperature, topP, maxTokens, stop, jsonSchema);
  }
}
