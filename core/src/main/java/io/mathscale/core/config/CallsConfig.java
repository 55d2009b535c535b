package io.mathscale.core.config;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Limits of the calls to the model.
 *
 * @param inFlightPerExecutor calls that one executor process keeps in flight
 * @param requestsPerMinute of the whole application; 0 = no limit
 * @param inputTokensPerMinute of the whole application; 0 = no limit
 * @param outputTokensPerMinute of the whole application; 0 = no limit
 * @param budget US dollars a stage may spend in all its runs; 0 = no limit
 * @param maxTries tries of one call that fail by its own fault, on errors that may pass
 * @param giveUpAfter the longest that a stage waits for a service that answers nothing, or for a
 *     workspace that cannot be written
 * @param maxFailureRatio share of failed calls above which a stage ends with exit code 4
 * @param flushInterval a completion is durable after so long at the latest
 * @param progressInterval how often progress is shown
 * @param maxRejectedRatio share of answers of no use above which a stage ends with exit code 4
 * @param startPatience the longest that a stage waits for a service that has never answered
 * @param waitForQuota whether a stage waits where the allowance of the day is used up
 */
public record CallsConfig(
    int inFlightPerExecutor,
    long requestsPerMinute,
    long inputTokensPerMinute,
    long outputTokensPerMinute,
    BigDecimal budget,
    int maxTries,
    Duration giveUpAfter,
    double maxFailureRatio,
    Duration flushInterval,
    Duration progressInterval,
    double maxRejectedRatio,
    Duration startPatience,
    boolean waitForQuota)
    implements Serializable {
  public CallsConfig {
    Check.atLeast("in-flight-per-executor", 1, inFlightPerExecutor);
    Check.atLeast("requests-per-minute", 0, requestsPerMinute);
    Check.atLeast("input-tokens-per-minute", 0, inputTokensPerMinute);
    Check.atLeast("output-tokens-per-minute", 0, outputTokensPerMinute);
    Check.notNegative("budget", budget);
    Check.atLeast("max-tries", 1, maxTries);
    Check.positive("give-up-after", giveUpAfter);
    Check.between("max-failure-ratio", 0, 1, maxFailureRatio);
    Check.positive("flush-interval", flushInterval);
    Check.positive("progress-interval", progressInterval);
    Check.positive("start-patience", startPatience);
    Check.between("max-rejected-ratio", 0, 1, maxRejectedRatio);
  }

  /** Whether tokens or the money of a stage are limited, so that a request is to be measured. */
  public boolean isMeasured() {
    return inputTokensPerMinute > 0 || outputTokensPerMinute > 0 || budget.signum() > 0;
  }

  /** Whether requests, tokens or the money of a stage are limited. */
  public boolean isLimited() {
    return requestsPerMinute > 0 || isMeasured();
  }
}
