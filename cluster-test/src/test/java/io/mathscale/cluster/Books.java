package io.mathscale.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.teacher.TeacherStats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What a disturbed workflow may be charged and may repeat, held against what its model counted. */
final class Books {
  private static final BigDecimal PROMPT_PRICE = new BigDecimal("0.0000005");
  private static final BigDecimal ANSWER_PRICE = new BigDecimal("0.0000015");

  private final TeacherProcess teacher;
  private final BigDecimal tranche;
  private BigDecimal budget;
  private long mostRepeated;

  /**
   * Nothing is repeated yet.
   *
   * @param teacher the model
   * @param tranche US dollars of the budget, and by how much it grows
   */
  Books(TeacherProcess teacher, BigDecimal tranche) {
    this.teacher = teacher;
    this.tranche = tranche;
    this.budget = tranche;
  }

  /** US dollars that may be spent. */
  BigDecimal budget() {
    return budget;
  }

  /** There is more to spend. */
  void raiseBudget() {
    budget = budget.add(tranche);
  }

  /** So many calls more may be made twice. */
  void mayRepeat(long calls) {
    mostRepeated += calls;
  }

  /** Fails where more was charged than the budget. */
  void requireBudget() {
    requireBudget(charged(teacher.stats()));
  }

  private void requireBudget(BigDecimal charged) {
    assertThat(charged).as("charged of the budget").isLessThanOrEqualTo(budget);
  }

  private static BigDecimal charged(TeacherStats stats) {
    return PROMPT_PRICE
        .multiply(BigDecimal.valueOf(stats.promptTokens()))
        .add(ANSWER_PRICE.multiply(BigDecimal.valueOf(stats.completionTokens())));
  }

  /**
   * Fails where too much was repeated, or what was charged and what is told of it do not agree.
   *
   * @param spent what the workspace tells
   */
  void requireBalance(TableRows.Spent spent) {
    TeacherStats stats = teacher.stats();
    BigDecimal charged = charged(stats);
    System.out.printf(
        "%,d prompts, %,d repeated of at most %,d; $%s charged of $%s; told: %s%n",
        stats.distinctPrompts(), stats.repeatedPrompts(), mostRepeated, charged, budget, spent);
    assertThat(stats.repeatedPrompts()).as("repeated").isLessThanOrEqualTo(mostRepeated);
    requireBudget(charged);
    assertThat(spent.certain()).as("certain").isLessThanOrEqualTo(charged);
    assertThat(spent.certain().add(spent.doubtful()))
        .as("certain and in doubt")
        .isGreaterThanOrEqualTo(charged);
  }

  /**
   * Fails where rows went in that did not come out: where some answers are of no use, each is in
   * its table or among the rejected ones.
   *
   * @param settings how the workspace is reached
   */
  static void requireRows(String workspace, Map<String, String> settings) {
    Map<List<String>, String> made =
        Map.of(
            List.of("concepts", "rejected/extract"), "seeds",
            List.of("pairs", "rejected/generate"), "compositions",
            List.of("outputs", "rejected/infer"), "benchmark");
    made.forEach(
        (out, in) ->
            assertThat(TableRows.rows(workspace, settings, out))
                .as("%s of %s", out, in)
                .isEqualTo(TableRows.rows(workspace, settings, List.of(in))));
  }
}
