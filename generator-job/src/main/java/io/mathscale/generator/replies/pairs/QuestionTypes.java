package io.mathscale.generator.replies.pairs;

import io.mathscale.core.data.QuestionType;
import io.mathscale.generator.replies.headings.Headings;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its words what kind of answer a question asks for. */
public final class QuestionTypes {
  private static final List<String> PROOF =
      List.of(
          "prove ",
          "prove:",
          "show that",
          "disprove",
          "give a proof",
          "justify that",
          "demonstrate that",
          "provide a proof",
          "证明",
          "證明",
          "求证",
          "demuestra",
          "demuestre",
          "prouver",
          "démontrer",
          "démontrez",
          "montrer que",
          "montrez que",
          "beweise",
          "zeige, dass",
          "докажите",
          "доказать",
          "証明せよ",
          "示せ",
          "증명하시오",
          "chứng minh",
          "buktikan",
          "udowodnij",
          "dimostra",
          "prove que",
          "demonstre",
          "counterexample");

  private static final List<String> VALUE =
      List.of(
          "find ",
          "determine ",
          "calculate ",
          "compute ",
          "evaluate ",
          "what is",
          "how many",
          "how much",
          "求出",
          "solve ",
          "what are");

  private static final List<String> YES_NO =
      List.of(
          "is", "are", "does", "do", "did", "can", "could", "will", "would", "has", "have", "was",
          "were", "must", "should");

  private static final List<String> EXPLAIN =
      List.of(
          "explain",
          "justify",
          "why",
          "give a reason",
          "give reasons",
          "show your",
          "support your");

  private static final int LONGEST_EXPLAIN = 60;

  /** {@code 97是质数吗？请说明理由。} */
  private static final Pattern CHINESE_YES_NO =
      Pattern.compile("吗\\s*+[?？。.]?+\\s*+(?:[(（]?(?:请|并)?(?:说明|解释|给出)[^?？]{0,20})?$");

  private QuestionTypes() {}

  /** The kind of answer. */
  public static QuestionType of(String question) {
    String lower = question.toLowerCase(Locale.ROOT);
    boolean isProof = PROOF.stream().anyMatch(lower::contains);
    boolean wantsValue = VALUE.stream().anyMatch(lower::contains);
    if (labels(question, 'A', 'D') >= 3) {
      return QuestionType.MULTIPLE_CHOICE;
    }

    if (isProof && !wantsValue) {
      return QuestionType.PROOF;
    }

    if (labels(question, 'a', 'h') >= 2 || romans(lower) >= 2 || askingNumbers(question) >= 2) {
      return QuestionType.MULTI_PART;
    }

    if (isProof) {
      return QuestionType.PROOF;
    }

    return isYesNo(withoutExplain(lower.strip())) ? QuestionType.YES_NO : QuestionType.VALUE;
  }

  /** How many of the labels, such as {@code (a)} or {@code B.}, follow each other. */
  private static int labels(String text, char first, char last) {
    int count = 0;
    int from = 0;
    for (char label = first; label <= last; label++) {
      int at = label(text, String.valueOf(label), from);
      if (at < 0) {
        break;
      }

      count++;
      from = at + 1;
    }

    return count;
  }

  private static int romans(String text) {
    int first = label(text, "i", 0);
    int second = first < 0 ? -1 : label(text, "ii", first);
    return second < 0 ? 0 : 2;
  }

  /** Where a label stands: at the start of a line or after a space, with a bracket or point. */
  private static int label(String text, String label, int from) {
    for (int at = text.indexOf(label, from); at >= 0; at = text.indexOf(label, at + 1)) {
      int end = at + label.length();
      char before = at == 0 ? '\n' : text.charAt(at - 1);
      char after = end < text.length() ? text.charAt(end) : ' ';
      boolean isBracketed =
          before == '('
              && after == ')'
              && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2)));
      boolean isLine =
          before == '\n'
              || (at > 1 && text.charAt(at - 2) == '\n')
              || text.substring(Math.max(0, at - 4), at).contains("\n");
      boolean isPointed =
          Character.isWhitespace(before)
              && (after == ')' || (isLine && ".:．、".indexOf(after) >= 0));
      if (isBracketed || isPointed) {
        return at;
      }
    }

    return -1;
  }

  /** Numbered lines that ask for something. */
  private static int askingNumbers(String text) {
    int count = 0;
    for (String line : text.split("\n")) {
      String part = line.strip();
      boolean isNumbered =
          (part.length() > 3
                  && part.charAt(0) == (char) ('1' + count)
                  && ".)".indexOf(part.charAt(1)) >= 0)
              || part.startsWith("(" + (count + 1) + ")");
      if (isNumbered && Headings.hasAsk(part)) {
        count++;
      }
    }

    return count;
  }

  /** {@code Is 17 prime? Explain.} */
  private static String withoutExplain(String question) {
    int mark = question.lastIndexOf('?');
    String rest = question.substring(mark + 1).strip();
    boolean isExplain =
        EXPLAIN.stream().anyMatch(rest::startsWith) && rest.length() < LONGEST_EXPLAIN;
    return mark > 0 && isExplain ? question.substring(0, mark + 1) : question;
  }

  private static boolean isYesNo(String question) {
    if (question.contains("true or false")
        || question.contains("yes or no")
        || question.contains("是否")
        || question.contains("对还是错")) {
      return true;
    }

    if (CHINESE_YES_NO.matcher(question).find()) {
      return true;
    }

    if (!question.endsWith("?")) {
      return false;
    }

    int start =
        Math.max(
            Math.max(question.lastIndexOf(". "), question.lastIndexOf("? ", question.length() - 2)),
            question.lastIndexOf('\n'));
    String sentence = question.substring(start + 1).strip();
    int space = sentence.indexOf(' ');
    String first = space < 0 ? sentence : sentence.substring(0, space);
    boolean isOffer = sentence.startsWith(first + " you ");
    return YES_NO.contains(first) && !isOffer && !sentence.contains(" or ");
  }
}
