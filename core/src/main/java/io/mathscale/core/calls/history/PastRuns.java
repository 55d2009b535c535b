package io.mathscale.core.calls.history;

import java.util.SortedMap;

/**
 * The runs of a stage with the same settings.
 *
 * @param settings what the keys of calls depend on beside the prompts' own texts, by the keys of
 *     the configuration; long values as hashes
 * @param answers answers that they got; without those of a run that has not ended
 * @param openedAt answers that the stage had when a run began that has not ended; -1 where all have
 *     ended
 * @param first when the first of them began, ISO 8601
 * @param last when the last of them began, ISO 8601
 */
record PastRuns(
    SortedMap<String, String> settings, long answers, long openedAt, String first, String last) {
  /** No run is open. */
  static final long ENDED = -1;

  PastRuns {
    settings = CallSettings.kept(settings);
  }

  boolean isOpen() {
    return openedAt != ENDED;
  }

  /** With a run that begins now. */
  PastRuns begun(long answersOfStage, String now) {
    return new PastRuns(settings, answers, answersOfStage, first, now);
  }

  /** With its open run ended. */
  PastRuns ended(long answersOfStage) {
    return new PastRuns(
        settings, answers + Math.max(0, answersOfStage - openedAt), ENDED, first, last);
  }
}
