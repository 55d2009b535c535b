package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The rule that no blank of a template stands where text should be. */
final class Placeholder implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final PhraseSet PHRASES =
      PhraseSet.of(
          "insert question here",
          "insert solution here",
          "insert answer here",
          "question goes here",
          "solution goes here",
          "answer goes here",
          "your question here",
          "your solution here",
          "your answer here",
          "lorem ipsum",
          "to be determined by the author",
          "placeholder text");

  /** The whole of a question, solution or answer. */
  private static final Set<String> EMPTY =
      Set.of(
          "todo",
          "tbd",
          "n/a",
          "na",
          "null",
          "undefined",
          "string",
          "...",
          "…",
          "?",
          "-",
          "xxx",
          "placeholder",
          "question",
          "solution",
          "answer",
          "final answer",
          "your answer");

  /** First words in brackets that say that something is to be filled in. */
  private static final Set<String> FILL =
      Set.of(
          "insert", "your", "fill", "enter", "write", "add", "todo", "tbd", "put", "placeholder");

  private static final Set<String> NAMES =
      Set.of(
          "question",
          "solution",
          "answer",
          "problem",
          "topic",
          "example",
          "explanation",
          "final",
          "step",
          "steps",
          "new",
          "its");

  private static final int MAX_BLANK = 80;
  private static final String BOX = "\\boxed{";

  @Override
  public String name() {
    return "placeholder";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    return wholly(pair.question())
        .or(() -> wholly(pair.solution()))
        .or(() -> wholly(pair.answer()))
        .or(() -> PHRASES.firstIn(pair.questionWords()))
        .or(() -> PHRASES.firstIn(pair.solutionWords()))
        .or(() -> blank(pair.question()))
        .or(() -> blank(pair.solution()))
        .or(() -> emptyBox(pair.solution()))
        .map(
            found ->
                new Violation(
                    RejectionReason.PLACEHOLDER, "no placeholder must be in a row: " + found));
  }

  private static Optional<String> wholly(String text) {
    String lower = text.length() > MAX_BLANK ? "" : text.toLowerCase(Locale.ROOT).strip();
    return EMPTY.contains(lower) ? Optional.of(text) : Optional.empty();
  }

  /** {@code [insert the question]}, {@code <the new question>}, {@code {{question}}}. */
  private static Optional<String> blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char close = closing(text, i);
      int end = close == '\0' ? -1 : end(text, i + 1, close);
      if (end > 0 && isBlank(text.substring(i + 1, end), close)) {
        return Optional.of(text.substring(i, end + 1));
      }
    }

    return Optional.empty();
  }

  private static char closing(String text, int at) {
    return switch (text.charAt(at)) {
      case '[' -> ']';
      case '<' -> '>';
      case '{' -> text.startsWith("{{", at) ? '}' : '\0';
      default -> '\0';
    };
  }

  private static int end(String text, int from, char close) {
    int most = Math.min(text.length(), from + MAX_BLANK);
    for (int i = from; i < most; i++) {
      if (text.charAt(i) == close) {
        return i;
      }

      if (text.charAt(i) == '\n' || text.charAt(i) == '\\') {
        return -1;
      }
    }

    return -1;
  }

  private static boolean isBlank(String content, char close) {
    List<String> words = Words.of(content);
    if (words.isEmpty() || content.startsWith("/")) {
      return false;
    }

    if (close == '}') {
      return content.startsWith("{") && words.size() == 1 && NAMES.contains(words.get(0));
    }

    boolean namesPart = words.stream().anyMatch(NAMES::contains);
    boolean isFilledIn = FILL.contains(words.get(0)) || words.get(0).equals("the");
    boolean isName = close == '>' ? words.size() > 1 : words.size() == 1;
    return namesPart
        && (isFilledIn || (isName && NAMES.contains(words.get(0)) && isPlain(content)));
  }

  private static boolean isPlain(String content) {
    return content.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '_' || c == ',');
  }

  private static Optional<String> emptyBox(String solution) {
    int start = solution.lastIndexOf(BOX);
    int end = start < 0 ? -1 : solution.indexOf('}', start);
    if (end < 0) {
      return Optional.empty();
    }

    String content = solution.substring(start + BOX.length(), end).strip();
    boolean isEmpty = content.isEmpty() || EMPTY.contains(content.toLowerCase(Locale.ROOT));
    return isEmpty ? Optional.of(solution.substring(start, end + 1)) : Optional.empty();
  }
}
