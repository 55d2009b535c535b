package io.mathscale.generator.replies.pairs;

import io.mathscale.core.data.QuestionType;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.text.Letters;
import io.mathscale.generator.replies.text.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the pair that was asked for out of all that stand in a reply: not the form that the
 * prompt shows, nor what stands before it when a model repeats its prompt; the last of drafts, the
 * first that is new, else the first.
 */
final class PairChoice {
  /** So much of the words between two pairs tells how they belong together. */
  private static final int MOST_BETWEEN = 300;

  /** {@code [Solution omitted]}: words in brackets alone are none, up to so many characters. */
  private static final int LONGEST_REMARK = 80;

  private static final int LONGEST_REMARK_OF_SOLUTION = 200;

  private PairChoice() {}

  static Optional<PairParts> of(String text, List<PairParts> found) {
    List<PairParts> own = withoutEchoes(text, found);
    List<PairParts> complete = own.stream().filter(PairParts::isComplete).toList();
    List<PairParts> pairs = withoutDrafts(told(text, complete.isEmpty() ? own : complete));
    return last(pairs, Novelty.REVISED)
        .or(() -> pairs.stream().filter(pair -> pair.novelty() == Novelty.NEW).findFirst())
        .or(() -> pairs.stream().findFirst());
  }

  /** What stands behind the last echo of the prompt, if anything does. */
  private static List<PairParts> withoutEchoes(String text, List<PairParts> found) {
    int echo = Phrases.lastOfPrompt(text);
    List<PairParts> own = new ArrayList<>();
    for (PairParts pair : found) {
      if (isForm(pair)) {
        echo = Math.max(echo, pair.start());
      } else {
        own.add(pair);
      }
    }

    int last = echo;
    List<PairParts> behind = own.stream().filter(pair -> pair.start() > last).toList();
    int first = echo < 0 || own.isEmpty() ? -1 : Phrases.firstOfPrompt(text);
    boolean beginsWithEcho = first >= 0 && first < own.get(0).start();
    return behind.isEmpty() && !beginsWithEcho ? own : behind;
  }

  /** Whether the pair is the form of answers that the prompt shows, or holds words in its place. */
  static boolean isForm(PairParts pair) {
    return isForm(pair.question(), LONGEST_REMARK)
        || isForm(pair.solution(), LONGEST_REMARK_OF_SOLUTION);
  }

  private static boolean isForm(String part, int longestRemark) {
    boolean hasSigns = part.chars().anyMatch(c -> Character.isDigit(c) || c == '$' || c == '\\');
    String bare = part.replace("*", "");
    boolean isInBrackets =
        (bare.startsWith("[") && bare.endsWith("]"))
            || (bare.startsWith("(") && bare.endsWith(")"));
    boolean isRemark = isInBrackets && part.length() < longestRemark;
    boolean isEmpty = !part.isBlank() && !hasSigns && (isRemark || Phrases.isPlaceholder(part));
    return isEmpty || Phrases.isTemplate(part);
  }

  /** Without what was given up before the last pair whose solution states an answer. */
  private static List<PairParts> withoutDrafts(List<PairParts> pairs) {
    int last = pairs.size() - 1;
    while (last > 0 && !answer(pairs.get(last)).isStated()) {
      last--;
    }

    List<PairParts> kept = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      if (i >= last || !isDraft(pairs.get(i))) {
        kept.add(pairs.get(i));
      }
    }

    return kept;
  }

  /** Whether a solution ends in words of giving up, or without any answer where one is due. */
  private static boolean isDraft(PairParts pair) {
    List<String> sentences = Sentences.ofLastParagraph(pair.solution());
    String end = sentences.get(sentences.size() - 1);
    boolean isAbandoned = !end.contains("\\boxed") && Phrases.isAbandonment(end);
    return isAbandoned
        || (QuestionTypes.of(pair.question()) == QuestionType.VALUE
            && answer(pair).answer().isEmpty());
  }

  private static SolutionAnswer answer(PairParts pair) {
    return SolutionAnswer.of(pair.solution(), pair.answer(), QuestionTypes.of(pair.question()));
  }

  /** The pairs, with what the words before each tell of it. */
  private static List<PairParts> told(String text, List<PairParts> pairs) {
    List<PairParts> told = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      PairParts pair = pairs.get(i);
      int from =
          i == 0
              ? pair.start()
              : Math.max(
                  pairs.get(i - 1).end() - tail(pairs.get(i - 1)), pair.start() - MOST_BETWEEN);
      boolean isRevised =
          i > 0 && from < pair.start() && isRevision(text.substring(from, pair.start()));
      told.add(isRevised ? pair.with(Novelty.REVISED) : pair);
    }

    return told;
  }

  /** A final answer revises nothing. */
  private static boolean isRevision(String words) {
    return Phrases.isRevision(Letters.lower(words).replace("final answer", ""));
  }

  /** Talk about a draft stands at the end of its solution, where nothing parts them. */
  private static int tail(PairParts pair) {
    int paragraph = pair.solution().stripTrailing().lastIndexOf("\n\n");
    return paragraph < 0 ? 0 : Math.min(MOST_BETWEEN, pair.solution().length() - paragraph);
  }

  private static Optional<PairParts> last(List<PairParts> pairs, Novelty novelty) {
    return pairs.stream()
        .filter(pair -> pair.novelty() == novelty)
        .reduce((first, second) -> second);
  }
}
