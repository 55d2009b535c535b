package io.mathscale.generator.seeds;

import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;

/**
 * Joins the rows that ask one question, of which the first is the best: it keeps its texts, takes
 * over an answer where it has none, and lists the answers that are not equal to its own. The others
 * become rejected duplicates.
 *
 * @param command the command that reads
 */
record JoinDuplicates(String command) implements FlatMapGroupsFunction<String, SeedRow, SeedRow> {
  private static final long serialVersionUID = 1L;

  @Override
  public Iterator<SeedRow> call(String key, Iterator<SeedRow> rows) {
    return new Joined(command, rows.next(), rows);
  }

  /**
   * The duplicates one after the other, however many there are, and the joined seed behind them.
   */
  private static final class Joined implements Iterator<SeedRow> {
    private final String command;
    private final SeedRow best;
    private final Iterator<SeedRow> others;
    private final GivenAnswers answers;
    private boolean isOver;

    Joined(String command, SeedRow best, Iterator<SeedRow> others) {
      this.command = command;
      this.best = best;
      this.others = others;
      this.answers = new GivenAnswers(best.seed() == null ? "" : best.seed().answer());
    }

    @Override
    public boolean hasNext() {
      return !isOver;
    }

    @Override
    public SeedRow next() {
      if (isOver) {
        throw new NoSuchElementException("No more rows of " + best.origin());
      }

      if (others.hasNext()) {
        return duplicate(others.next());
      }

      isOver = true;
      return best.seed() == null ? best : best.as(joined(best.seed()), null);
    }

    private SeedRow duplicate(SeedRow row) {
      SeedQuestion seed = row.seed();
      String other = answers.add(seed.answer()) ? "" : "; it has another answer: " + seed.answer();
      Rejected rejected =
          new Rejected(
              seed.id(),
              command,
              RejectionReason.DUPLICATE,
              "the same question as %s in %s%s".formatted(seed.id(), best.origin(), other),
              row.origin(),
              seed.question());
      return row.as(null, rejected);
    }

    private SeedQuestion joined(SeedQuestion seed) {
      return new SeedQuestion(
          seed.id(),
          seed.dataset(),
          seed.question(),
          answers.first(),
          seed.solution(),
          seed.source(),
          seed.license(),
          answers.others());
    }
  }
}
