package io.mathscale.grader.extract;

import io.mathscale.grader.parse.AnswerReader;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the answer in a model's text, by the first of these rules that finds one: the last complete
 * box; what follows "final answer"; what follows "answer is" and the like; the last formula or
 * number; the letter of a choice, where the reference is one.
 */
public final class AnswerExtractor {
  private static final String[] FINAL = {"final answer is", "final answer"};
  private static final String[] PHRASES = {
    "answer is",
    "####",
    "\na:",
    "answer:",
    "answer :",
    "solution is",
    "答案",
    "réponse",
    "respuesta",
    "antwort",
    "answer",
  };
  private static final String[] ENDS_OF_TURN = {
    "<|im_end|>", "<|im_start|>", "<|endoftext|>", "<|eot_id|>", "</s>"
  };
  private static final String END_OF_THOUGHT = "</think>";

  private static final int LONGEST_SEGMENT = 2_000;
  private static final int LONGEST_SEARCH = 20_000;
  private static final int LONGEST_TAIL = 4_000;

  /** Short words that show that a line is a sentence and not a formula. */
  private static final Pattern SHORT_PROSE =
      Pattern.compile(
          "(?<![\\\\A-Za-z{])(?:[Ii]s|[Ss]o|[Ww]e|[Ii]t|[Hh]e|[Aa]s|of|[Ii]f|be|[Bb]y|[Aa]t|[Oo]n)(?![A-Za-z}])");

  private AnswerExtractor() {}

  /**
   * The answer, or empty if the text has none.
   *
   * @param completion what the model wrote
   * @param choiceWanted whether the reference is the letter of a choice
   */
  public static Optional<String> extract(String completion, boolean choiceWanted) {
    String text = lastTurn(completion);
    Optional<String> boxed = BoxedAnswers.last(text);
    if (boxed.isPresent()) {
      return boxed;
    }
    // so that a phrase at the start of a line may also start the text
    text = "\n" + text.substring(Math.max(0, text.length() - LONGEST_SEARCH));
    String lower = AnswerText.lower(text);
    for (String[] phrases : new String[][] {FINAL, PHRASES}) {
      for (String phrase : phrases) {
        int at = lower.lastIndexOf(phrase);
        if (at >= 0) {
          String segment = segment(text, at + phrase.length());
          Optional<String> answer =
              choiceWanted ? ChoiceLetters.firstIn(segment) : inSegment(segment);
          if (answer.isPresent()) {
            return answer;
          }
        }
      }
    }
    if (!choiceWanted && isBareAnswer(text)) {
      return Optional.of(text.strip());
    }
    String tail = text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    return choiceWanted
        ? ChoiceLetters.startingOrLast(text.substring(0, Math.min(text.length(), LONGEST_TAIL)))
        : FormulasInText.lastOrNumber(tail);
  }

  /** Whether the text is one line of mathematics, so that the answer is all of it. */
  private static boolean isBareAnswer(String text) {
    String line = text.strip();
    return line.length() <= LONGEST_SEGMENT
        && line.indexOf('\n') < 0
        && line.indexOf('$') < 0
        && !line.contains("\\(")
        && !line.contains("\\[")
        && !SHORT_PROSE.matcher(line).find()
        && !WordAnswers.hasProse(line)
        && AnswerReader.isReadable(line);
  }

  /** Whether the text announces an answer instead of being one. */
  public static boolean hasPhrase(String text) {
    String lower = AnswerText.lower(text);
    return Arrays.stream(PHRASES).anyMatch(lower::contains);
  }

  private static String lastTurn(String completion) {
    String text = completion;
    int thought = text.lastIndexOf(END_OF_THOUGHT);
    if (thought >= 0 && !text.substring(thought + END_OF_THOUGHT.length()).isBlank()) {
      text = text.substring(thought + END_OF_THOUGHT.length());
    }
    for (String end : ENDS_OF_TURN) {
      int at = text.indexOf(end);
      if (at > 0 && !text.substring(0, at).isBlank()) {
        text = text.substring(0, at);
      }
    }
    return text;
  }

  /** What follows a phrase, up to the end of its sentence or displayed formula. */
  private static String segment(String text, int from) {
    String rest = text.substring(from, Math.min(text.length(), from + LONGEST_SEGMENT));
    int start = 0;
    while (start < rest.length() && " :：*=\n\t".indexOf(rest.charAt(start)) >= 0) {
      start++;
    }
    rest = rest.substring(start);
    int display = displayEnd(rest);
    if (display > 0) {
      return rest.substring(0, display);
    }
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean endsSentence =
          c == '.' && (i + 1 == rest.length() || Character.isWhitespace(rest.charAt(i + 1)));
      if (c == '\n' || c == '。' || endsSentence) {
        return rest.substring(0, i);
      }
    }
    return rest;
  }

  /** Where a formula that begins the text ends, or 0 if it begins otherwise. */
  private static int displayEnd(String text) {
    for (String[] pair : new String[][] {{"$$", "$$"}, {"\\[", "\\]"}}) {
      if (text.startsWith(pair[0])) {
        int end = text.indexOf(pair[1], 2);
        return end < 0 ? 0 : end + 2;
      }
    }
    return 0;
  }

  private static Optional<String> inSegment(String segment) {
    String text = segment.replace("**", "").strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int is = text.lastIndexOf(" is ");
    boolean isWords = WordAnswers.isPlain(text) && is < 0;
    if (isWords || (!WordAnswers.hasProse(text) && AnswerReader.isReadable(text))) {
      return Optional.of(text);
    }
    Optional<String> formula = FormulasInText.leading(text);
    if (formula.isPresent()) {
      return formula;
    }
    if (is >= 0) {
      return inSegment(text.substring(is + " is ".length()));
    }
    Optional<String> found = FormulasInText.lastOrNumber(text);
    return found.isPresent() ? found : Optional.of(text);
  }
}
