package io.mathscale.generator.quality;

import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.grader.FinalAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule that question and solution do not break off: a solution ends like a sentence or a
 * formula, or with its final answer, and comes to that.
 */
final class Truncation implements QualityRule {
  private static final long serialVersionUID = 1L;

  /** Signs that end sentences. */
  private static final String ENDS = ".!?。！？…";

  /** Signs that may stand behind the end of a sentence. */
  private static final String CLOSERS = "\"'”’)]}*_`」』》>~";

  /** Signs after which more must come. */
  private static final String OPEN_ENDED = ",;:=+-*/^_&\\([{<，；：、−×÷";

  /** Words after which more must come. */
  private static final Set<String> OPEN_WORDS =
      Set.of(
          "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "by", "for", "from", "with",
          "is", "are", "was", "were", "be", "that", "which", "if", "then", "so", "we", "have",
          "has", "does", "do", "how", "what", "each", "its", "their", "his", "her", "as", "than",
          "but", "because", "since", "when", "where", "into", "between", "per", "this", "these",
          "it", "they", "he", "she", "will", "can", "must", "should", "not", "equals", "gives");

  /** Words before a noun. */
  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "the", "per", "each", "every", "one", "his", "her", "their", "its", "this", "that",
          "another", "last", "free");

  /** Begins and ends of parts that go over lines. */
  private static final String[][] PAIRED = {
    {"\\begin{", "\\end{"}, {"\\[", "\\]"}, {"\\(", "\\)"}, {"[asy]", "[/asy]"}
  };

  private static final int TAIL = 240;

  /** So many words may stand behind a box, such as its unit. */
  private static final int MAX_WORDS_BEHIND = 5;

  private static final int MAX_CHARS_BEHIND = 30;

  /** What stands before an answer that is told, without spaces. */
  private static final List<String> TELLING =
      List.of("=", "is", "are", ":", "be", "equals", "\\approx", "≈", "x", "(", "\\(", "\\[");

  @Override
  public String name() {
    return "truncated";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    String question = withoutTail(pair.question());
    if (!question.isEmpty() && !question.endsWith("=") && breaksOff(question)) {
      return found("a question must not break off: …", question);
    }

    String solution = withoutTail(pair.solution());
    if (solution.isEmpty()) {
      return Optional.empty(); // There is none, which is another rule's matter.
    }

    boolean isWhole =
        !isOpen(pair.solution())
            && ((endsSentence(solution) && !isCalculationOpen(solution) && !endsInComma(solution))
                || (!breaksOff(solution) && endsInAnswer(solution, pair.answer())));
    if (!isWhole) {
      return found("a solution must not break off: …", solution);
    }

    boolean isValue = !pair.isOf(QuestionType.PROOF) && !pair.isOf(QuestionType.YES_NO);
    return isValue && !Conclusion.isDrawn(pair.solution(), pair.answer())
        ? found("a solution must go on to its answer: …", solution)
        : Optional.empty();
  }

  private static Optional<Violation> found(String what, String text) {
    String tail = text.substring(Math.max(0, text.length() - 80));
    return Optional.of(new Violation(RejectionReason.TRUNCATED, what + tail));
  }

  /** The text without marks of its end, last dollars, and space of LaTeX before them. */
  private static String withoutTail(String text) {
    int mark = text.endsWith("|>") ? text.lastIndexOf("<|") : -1;
    String trimmed = (mark < 0 ? text : text.substring(0, mark)).stripTrailing();
    int end = trimmed.length();
    while (end > 0) {
      char last = trimmed.charAt(end - 1);
      boolean isSpace = end > 1 && trimmed.charAt(end - 2) == '\\' && " ,;:!".indexOf(last) >= 0;
      if (isSpace) {
        end -= 2;
      } else if (last == '$' || Character.isWhitespace(last)) {
        end--;
      } else {
        break;
      }
    }

    // Two dollars end a displayed formula.
    return trimmed.endsWith("$$") ? trimmed : trimmed.substring(0, end);
  }

  /** Whether more must come for certain. */
  private static boolean breaksOff(String trimmed) {
    if (trimmed.isEmpty()) {
      return true;
    }

    if (isCalculationOpen(trimmed) || endsInComma(trimmed)) {
      return true;
    }

    char last = trimmed.charAt(trimmed.length() - 1);
    boolean isMarkdown = last == '*' || last == '_' || last == '-';
    if (OPEN_ENDED.indexOf(last) >= 0 && !isMarkdown && !isFormulaEnd(trimmed)) {
      return true;
    }

    List<String> words = Words.of(trimmed.substring(Math.max(0, trimmed.length() - 20)));
    return Character.isLowerCase(last)
        && trimmed.length() > 20
        && !words.isEmpty()
        && words.get(words.size() - 1).length() > 1
        && OPEN_WORDS.contains(words.get(words.size() - 1))
        && !isThing(words);
  }

  /** Whether {@code <<3*4=12>>}, which GSM8K puts before a result, has none. */
  private static boolean isCalculationOpen(String text) {
    int calculation = text.lastIndexOf("<<");
    return calculation > text.lastIndexOf(">>") || (calculation >= 0 && text.endsWith(">>"));
  }

  /** {@code $2 a can}, {@code in her will}, {@code 12 in}. */
  private static boolean isThing(List<String> words) {
    String last = words.get(words.size() - 1);
    String before = words.size() < 2 ? "" : words.get(words.size() - 2);
    boolean isCounted = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
    return (last.equals("in") && isCounted)
        || ((last.equals("can") || last.equals("will"))
            && (isCounted || DETERMINERS.contains(before)));
  }

  /** Whether an environment, a displayed formula or a drawing does not end. */
  private static boolean isOpen(String text) {
    for (String[] marks : PAIRED) {
      if (text.lastIndexOf(marks[0]) > text.lastIndexOf(marks[1])) {
        return true;
      }
    }

    return false;
  }

  /** {@code \]} and {@code \)}. */
  private static boolean isFormulaEnd(String text) {
    return text.endsWith("\\]") || text.endsWith("\\)");
  }

  /** {@code \[ x = 3, \]}: the sentence goes on behind the formula. */
  private static boolean endsInComma(String text) {
    return isFormulaEnd(text) && text.substring(0, text.length() - 2).stripTrailing().endsWith(",");
  }

  private static boolean endsSentence(String text) {
    int end = text.length() - 1;
    while (end > 0
        && (CLOSERS.indexOf(text.charAt(end)) >= 0
            || text.charAt(end) == '$'
            || text.charAt(end) == '\\'
            || Character.isWhitespace(text.charAt(end)))) {
      end--;
    }

    return ENDS.indexOf(text.charAt(end)) >= 0 || endsPart(text);
  }

  /** Whether the text ends with a displayed formula, a drawing or code. */
  private static boolean endsPart(String text) {
    int brace = text.lastIndexOf('{');
    return text.endsWith("\\]")
        || text.endsWith("$$")
        || text.endsWith("[/asy]")
        || text.endsWith("```")
        || text.endsWith("\\square")
        || text.endsWith("\\blacksquare")
        || (text.endsWith("}") && brace >= 4 && text.startsWith("\\end", brace - 4));
  }

  /** Whether the last sentence ends with a box or the final answer, but for a few words. */
  private static boolean endsInAnswer(String solution, String answer) {
    String tail = lastSentence(solution);
    int box = Math.max(tail.lastIndexOf("\\boxed"), tail.lastIndexOf("\\fbox"));
    if (box >= 0) {
      int end = tail.indexOf('}', box + answer.length());
      return end < 0 || Words.of(tail.substring(end)).size() <= MAX_WORDS_BEHIND;
    }

    return tail.contains("####")
        || tail.contains("</answer>")
        || isStated(tail, answer)
        || (!answer.isEmpty() && endsWith(BareText.of(tail), BareText.of(answer)));
  }

  /** Whether the answer is told at the end: {@code … = 15 apples}. */
  private static boolean endsWith(String tail, String answer) {
    int at = tail.lastIndexOf(answer);
    if (at < 0 || tail.length() - at - answer.length() > MAX_CHARS_BEHIND) {
      return false;
    }

    String before = tail.substring(0, at);
    return at == 0 || TELLING.stream().anyMatch(before::endsWith);
  }

  private static boolean isStated(String tail, String answer) {
    return answer.isEmpty() && FinalAnswer.of(tail).isPresent();
  }

  private static String lastSentence(String text) {
    String tail = text.substring(Math.max(0, text.length() - TAIL));
    int cut = 0;
    for (int i = 1; i < tail.length() - 1; i++) {
      boolean isEnd =
          ENDS.indexOf(tail.charAt(i - 1)) >= 0 && Character.isWhitespace(tail.charAt(i));
      if (isEnd || tail.startsWith("\n\n", i)) {
        cut = i + 1;
      }
    }

    return tail.substring(cut);
  }
}
