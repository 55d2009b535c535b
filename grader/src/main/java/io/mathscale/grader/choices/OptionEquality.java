package io.mathscale.grader.choices;

import io.mathscale.grader.compare.ComparisonResult;
import io.mathscale.grader.compare.TextEquality;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import java.util.Optional;

/** Compares answers of which one at least is letters of choices, with the options where known. */
public final class OptionEquality {
  private OptionEquality() {}

  /** What letters of choices decide; empty if neither side has any. */
  public static Optional<ComparisonResult> compare(
      String prediction, String gold, ChoiceOptions options, TextEquality texts) {
    String answer = AnswerText.clean(prediction.strip());
    String reference = AnswerText.clean(gold.strip());
    if (answer.isEmpty() || reference.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> given = ChoiceLetters.letters(answer).or(() -> ChoiceLetters.lettered(answer));
    Optional<String> wanted =
        ChoiceLetters.letters(reference).or(() -> ChoiceLetters.lettered(reference));
    boolean isWanted = wanted.isPresent() && isChoice(reference, wanted.get(), options);
    boolean isGiven = given.isPresent() && isChoice(answer, given.get(), options);
    if (wanted.isPresent() && given.isPresent()) {
      return isWanted || isGiven
          ? Optional.of(ComparisonResult.of(given.equals(wanted), Rule.CHOICE))
          : Optional.empty();
    }
    if (isWanted) {
      return Optional.of(valueForLetter(answer, wanted.get(), options, texts));
    }
    return isGiven
        ? Optional.of(letterForValue(given.get(), gold, options, texts))
        : Optional.empty();
  }

  /** Several letters without a separator are a choice only where the options are known. */
  private static boolean isChoice(String text, String letters, ChoiceOptions options) {
    return letters.length() == 1
        || options.letters().contains(letters.substring(letters.length() - 1))
        || !text.contains(letters);
  }

  private static ComparisonResult valueForLetter(
      String answer, String letters, ChoiceOptions options, TextEquality texts) {
    if (letters.length() > 1) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    Optional<String> text = options.text(letters.charAt(0));
    if (text.isEmpty()) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    ComparisonResult result = texts.compare(answer, text.get());
    boolean isWanted = result.isRight() || areSameWords(answer, text.get());
    boolean isOther =
        options
            .letters()
            .chars()
            .filter(letter -> letter != letters.charAt(0))
            .anyMatch(
                letter ->
                    texts.compare(answer, options.text((char) letter).orElseThrow()).isRight());
    if (isWanted && isOther) {
      // the answer says less than the options
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    if (isWanted) {
      return ComparisonResult.right(Rule.CHOICE);
    }
    return isOther || result.outcome() == Outcome.WRONG
        ? ComparisonResult.wrong(Rule.CHOICE)
        : ComparisonResult.undecided(Rule.CHOICE);
  }

  private static boolean areSameWords(String left, String right) {
    String bare = WordAnswers.withoutTextCommands(right).strip();
    return WordAnswers.isSentence(left)
        && WordAnswers.isSentence(bare)
        && WordAnswers.same(left, bare);
  }

  private static ComparisonResult letterForValue(
      String letters, String gold, ChoiceOptions options, TextEquality texts) {
    if (letters.length() > 1 || options.text(letters.charAt(0)).isEmpty()) {
      return ComparisonResult.undecided(Rule.CHOICE);
    }
    ComparisonResult result = texts.compare(options.text(letters.charAt(0)).orElseThrow(), gold);
    return result.outcome() == Outcome.UNDECIDED
        ? ComparisonResult.undecided(Rule.CHOICE)
        : ComparisonResult.of(result.isRight(), Rule.CHOICE);
  }
}
