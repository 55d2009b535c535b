package io.mathscale.grader.choices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of a multiple-choice question, by their letters. */
public final class ChoiceOptions {
  private static final int MOST = 10;
  private static final int LONGEST_QUESTION = 20_000;

  /** No options are known. */
  public static final ChoiceOptions NONE = new ChoiceOptions(List.of());

  private final List<String> texts;

  private ChoiceOptions(List<String> texts) {
    this.texts = List.copyOf(texts);
  }

  /**
   * The options that are given, else those that the question lists.
   *
   * @param options the texts in the order of their letters, with or without these; may be empty
   * @param question the question; may be empty
   */
  public static ChoiceOptions of(List<String> options, String question) {
    if (options.isEmpty()) {
      return inQuestion(question);
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, options.size()); i++) {
      String option = options.get(i);
      Mark mark = markAt(option, Math.max(0, option.indexOf((char) ('A' + i))), (char) ('A' + i));
      boolean isLettered = mark != null && mark.start() <= 1;
      texts.add(clean(isLettered ? option.substring(mark.end()) : option));
    }
    return new ChoiceOptions(texts);
  }

  /** Whether no options are known. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** The letters that have options. */
  public String letters() {
    return "ABCDEFGHIJ".substring(0, texts.size());
  }

  /** The text of the option with this letter. */
  public Optional<String> text(char letter) {
    int index = letter - 'A';
    return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
  }

  private record Mark(int start, int end) {}

  /** The longest list of options A, B, C … in the question, the last of equally long ones. */
  private static ChoiceOptions inQuestion(String question) {
    String text = question.substring(Math.max(0, question.length() - LONGEST_QUESTION));
    if (text.indexOf('A') < 0 || text.indexOf('B') < 0) {
      return NONE;
    }
    List<List<Mark>> marks = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      marks.add(new ArrayList<>());
    }
    for (int i = 0; i < text.length(); i++) {
      int letter = text.charAt(i) - 'A';
      Mark mark = letter >= 0 && letter < MOST ? markAt(text, i, text.charAt(i)) : null;
      if (mark != null) {
        marks.get(letter).add(mark);
      }
    }
    if (marks.get(0).isEmpty() || marks.get(1).isEmpty()) {
      return NONE;
    }
    List<Mark> chain = new ArrayList<>();
    int starts = marks.get(0).size();
    for (int i = Math.max(0, starts - MOST); i < starts; i++) {
      List<Mark> next = chain(marks, marks.get(0).get(i));
      chain = next.size() >= chain.size() ? next : chain;
    }
    return chain.size() < 2 ? NONE : new ChoiceOptions(texts(text, chain));
  }

  private static List<Mark> chain(List<List<Mark>> marks, Mark first) {
    List<Mark> chain = new ArrayList<>(List.of(first));
    for (int letter = 1; letter < MOST; letter++) {
      int end = chain.get(letter - 1).end();
      Optional<Mark> next =
          marks.get(letter).stream().filter(mark -> mark.start() >= end).findFirst();
      if (next.isEmpty()) {
        break;
      }
      chain.add(next.get());
    }
    return chain;
  }

  private static List<String> texts(String text, List<Mark> chain) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      int from = chain.get(i).end();
      int to = i + 1 < chain.size() ? chain.get(i + 1).start() : lineEnd(text, from);
      texts.add(clean(text.substring(from, to)));
    }
    return texts;
  }

  private static int lineEnd(String text, int from) {
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    for (String mark : new String[] {"\n", "\\end{"}) {
      int at = text.indexOf(mark, start);
      end = at >= 0 && at < end ? at : end;
    }
    return end;
  }

  /**
   * {@code A.}, {@code (A)}, {@code A、}, {@code \text{A)}}, {@code \textbf{(A)}}, {@code **A:**}.
   */
  private static Mark markAt(String text, int at, char letter) {
    if (at >= text.length() || text.charAt(at) != letter) {
      return null;
    }
    char before = at == 0 ? '\n' : text.charAt(at - 1);
    boolean isBracketed = before == '(' || before == '（' || before == '[';
    boolean startsMark =
        isBracketed
            || before == '{'
            || before == '*'
            || before == '&'
            || before == '$'
            || Character.isWhitespace(before)
            || before == '~'
            || before > 0x2e80;
    int end = at + 1;
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean endsMark = isBracketed ? ")）]".indexOf(after) >= 0 : ")）.．、:：".indexOf(after) >= 0;
    if (!startsMark || !endsMark || isCalled(text, at, isBracketed)) {
      return null;
    }
    int start = isBracketed ? at - 1 : at;
    int command = text.lastIndexOf('\\', start);
    boolean isInCommand =
        start > 0 && text.charAt(start - 1) == '{' && command >= 0 && start - command < 12;
    end++;
    while (end < text.length() && "}*".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return new Mark(isInCommand ? command : start, end);
  }

  /** {@code P(A)} is no mark. */
  private static boolean isCalled(String text, int at, boolean isBracketed) {
    return isBracketed && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2));
  }

  private static String clean(String option) {
    String text =
        option.replace("\\qquad", " ").replace("\\quad", " ").replace("\\ ", " ").replace('&', ' ');
    text = text.replace("~", " ").replace("\\hspace", " ").strip();
    while (text.startsWith("\\\\") || text.endsWith("\\\\")) {
      text = text.startsWith("\\\\") ? text.substring(2).strip() : text;
      text = text.endsWith("\\\\") ? text.substring(0, text.length() - 2).strip() : text;
    }
    int end = text.length();
    while (end > 0 && " ;；.。,，\\*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return balanced(text.substring(0, end).strip());
  }

  /** Without a dollar sign that has no partner. */
  private static String balanced(String text) {
    long dollars = text.chars().filter(c -> c == '$').count();
    return dollars % 2 == 1 && (text.startsWith("$") == text.endsWith("$") || text.endsWith("$"))
        ? text.replace("$", "")
        : text;
  }
}
