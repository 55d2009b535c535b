package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rule that the solution does not go round in a loop. */
final class RepetitionLoop implements QualityRule {
  private static final long serialVersionUID = 1L;

  /** So many words in a row tell where they were seen before. */
  private static final int SEED = 3;

  /** A loop has gone round at least so often. */
  private static final int MIN_ROUNDS = 3;

  /** Shorter loops are sums, lists and tables. */
  private static final int MIN_WORDS = 18;

  private final double maxShare;

  /**
   * The rule.
   *
   * @param maxShare share of the words that may be in loops
   */
  RepetitionLoop(double maxShare) {
    this.maxShare = maxShare;
  }

  @Override
  public String name() {
    return "repetition";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    List<String> words = pair.solutionWords();
    Loops loops = Loops.in(words);
    double share = words.isEmpty() ? 0 : (double) loops.words / words.size();
    measures.repetition(share);
    return share > maxShare
        ? Optional.of(
            new Violation(
                RejectionReason.REPETITION,
                "at most %.0f %% of the words may be repeated in loops: %.0f %%, such as %s"
                    .formatted(100 * maxShare, 100 * share, loops.example)))
        : Optional.empty();
  }

  /** What of a text is in loops. */
  private static final class Loops {
    private int words;
    private String example = "";

    /**
     * Goes through the words once; a run is a stretch in which each word is that one period before.
     */
    static Loops in(List<String> text) {
      Loops loops = new Loops();
      Map<String, Integer> lastSeen = new HashMap<>();
      int period = 0;
      int run = 0;
      for (int i = 0; i + SEED <= text.size(); i++) {
        String seed = text.get(i) + ' ' + text.get(i + 1) + ' ' + text.get(i + 2);
        Integer last = lastSeen.put(seed, i);
        int next = i + SEED - 1;
        if (period > 0 && text.get(next).equals(text.get(next - period))) {
          run++; // The period stays, even where the seed stands twice within it.
        } else {
          loops.add(text, i, period, run);
          period = last == null ? 0 : i - last;
          run = period > 0 ? 1 : 0;
        }
      }

      loops.add(text, text.size() - SEED + 1, period, run);
      return loops;
    }

    private void add(List<String> text, int end, int period, int run) {
      int repeated = run + SEED - 1;
      boolean isLoop =
          run > 0 && repeated >= (MIN_ROUNDS - 1) * period && repeated + period >= MIN_WORDS;
      if (isLoop && hasLetters(text.subList(end - Math.min(period, end), end))) {
        words += repeated;
        example = String.join(" ", text.subList(end - Math.min(period, end), end));
      }
    }

    private static boolean hasLetters(List<String> block) {
      return block.stream()
          .anyMatch(word -> word.length() > 1 && Character.isLetter(word.charAt(0)));
    }
  }
}
