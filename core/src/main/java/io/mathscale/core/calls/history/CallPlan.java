package io.mathscale.core.calls.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a run of a stage is about to ask, and what of it was asked before.
 *
 * @param stage name of the stage
 * @param calls different calls that its prompts need
 * @param answered those of them that were answered
 * @param failed those of them that failed and are not asked again
 * @param answers answers of the stage that stand, to these prompts or others
 * @param cost what the others may cost; empty where the model has no price, or nothing is asked
 * @param isPart whether the stage asks more than these prompts
 */
public record CallPlan(
    String stage,
    long calls,
    long answered,
    long failed,
    long answers,
    Optional<Cost> cost,
    boolean isPart) {
  /** Less than a dollar is told in hundredths of cents. */
  private static final int CENTS_DIGITS = 2;

  private static final int SMALL_DIGITS = 4;

  /**
   * US dollars that calls may cost.
   *
   * @param expected with answers as long as those of earlier runs; empty where there are too few
   * @param most with answers as long as they may be
   */
  public record Cost(Optional<BigDecimal> expected, BigDecimal most) {}

  /** Calls to make. */
  public long toAsk() {
    return calls - answered - failed;
  }

  /**
   * The plan for people.
   *
   * @param settings with which the stage asks
   * @param history with which it asked before
   */
  public List<String> lines(SortedMap<String, String> settings, RunHistory history) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d calls are needed: %,d are answered already, %s%,d are to be asked%s"
            .formatted(calls, answered, failures(), toAsk(), cost.map(CallPlan::text).orElse("")));
    history
        .answersUnderOthers(settings)
        .forEach(
            (difference, count) ->
                lines.add(
                    "%,d answers stand under other settings: %s".formatted(count, difference)));
    addIfAny(
        lines,
        answers - history.answers(),
        "%,d answers stand under settings that are not known: older versions did not keep them");
    addIfAny(
        lines,
        isPart ? 0 : history.answersUnder(settings) - answered,
        "%,d answers stand to prompts that are not among these");
    return lines.stream().map(line -> stage + ": " + line).toList();
  }

  private String failures() {
    return failed == 0
        ? ""
        : "%,d failed before and are not asked again (--retry-failed does), ".formatted(failed);
  }

  private static String text(Cost cost) {
    return cost.expected()
        .map(
            expected ->
                ", for about $%s, at most $%s a try".formatted(cents(expected), cents(cost.most())))
        .orElseGet(() -> ", for at most $%s a try".formatted(cents(cost.most())));
  }

  private static String cents(BigDecimal dollars) {
    int digits = dollars.compareTo(BigDecimal.ONE) < 0 ? SMALL_DIGITS : CENTS_DIGITS;
    return dollars.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static void addIfAny(List<String> lines, long count, String line) {
    if (count > 0) {
      lines.add(line.formatted(count));
    }
  }
}
