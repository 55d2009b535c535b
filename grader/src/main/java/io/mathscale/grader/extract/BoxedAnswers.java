package io.mathscale.grader.extract;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.text.BraceMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the content of the last boxes in a text. */
public final class BoxedAnswers {
  private static final String BOX = "boxed";
  private static final String COMMAND = "\\boxed";
  private static final String FRAME = "\\fbox";

  /** What the names of both commands hold. */
  private static final String STEM = "box";

  private static final int LONGEST_CONNECTION = 60;
  private static final int LONGEST_LABEL = 12;
  private static final int MOST_CHECKS = 5;
  private static final Pattern LABEL =
      Pattern.compile("(?<![A-Za-z\\\\])([A-Za-z](?:_\\{?\\d\\}?)?\\s*=)\\s*$");

  private BoxedAnswers() {}

  /**
   * The content of the last complete box, or of several that only separators, "and", "or" and
   * labels such as {@code x =} connect, as a list.
   */
  public static Optional<String> last(String text) {
    BoxGroup group = lastGroup(text);
    return group.contents().isEmpty() ? Optional.empty() : Optional.of(group.answer());
  }

  /** The contents of the last complete box and of those before it to which it is connected. */
  public static List<String> lastParts(String text) {
    return lastGroup(text).contents();
  }

  /**
   * Boxes that are one answer.
   *
   * @param start where the last of them starts, or −1 for one without braces
   * @param contents their contents, each once; empty where there is no box
   * @param labelled the contents with the labels before several boxes, as in {@code x = 3, y = 5};
   *     empty where they have none
   */
  record BoxGroup(int start, List<String> contents, List<String> labelled) {
    /** Copies the lists. */
    BoxGroup {
      contents = List.copyOf(contents);
      labelled = List.copyOf(labelled);
    }

    /** The content, or the list of the contents. */
    String answer() {
      return contents.size() == 1 ? contents.get(0) : String.join(", ", contents);
    }
  }

  /** The last complete box and those before it to which it is connected. */
  static BoxGroup lastGroup(String text) {
    List<Box> boxes = backwards(text);
    if (boxes.isEmpty()) {
      List<String> content = lastWithoutBraces(text).map(List::of).orElse(List.of());
      return new BoxGroup(-1, content, List.of());
    }
    if (boxes.size() == 1) {
      return new BoxGroup(
          boxes.get(0).start(), List.of(signedContent(text, boxes.get(0))), List.of());
    }
    Set<String> contents = new LinkedHashSet<>();
    List<String> labelled = new ArrayList<>();
    for (int i = boxes.size() - 1; i >= 0; i--) {
      Box box = boxes.get(i);
      String content = signedContent(text, box);
      String label = label(text, box);
      contents.add(content);
      if (!label.isEmpty()) {
        labelled.add(label + content);
      }
    }
    boolean haveLabels = labelled.size() == boxes.size();
    return new BoxGroup(
        boxes.get(0).start(), List.copyOf(contents), haveLabels ? labelled : List.of());
  }

  private static String signedContent(String text, Box box) {
    String content = box.content(text).strip();
    return isNegated(text, box) ? "-" + content : content;
  }

  /** The letter with an equals sign before the box, or the empty string. */
  private static String label(String text, Box box) {
    Matcher label =
        LABEL.matcher(text.substring(Math.max(0, box.start() - LONGEST_LABEL), box.start()));
    return label.find() ? label.group(1) : "";
  }

  /** {@code $\boxed 9$} and {@code \boxed\frac12}: up to the end of the formula or line. */
  private static Optional<String> lastWithoutBraces(String text) {
    int command = text.contains(COMMAND) ? text.lastIndexOf(COMMAND) : -1;
    if (command < 0) {
      return Optional.empty();
    }
    int start = command + BOX.length() + 1;
    int end = start;
    int most = Math.min(text.length(), start + LONGEST_CONNECTION);
    while (end < most && "$\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String content = text.substring(start, end).strip();
    boolean endsFormula = end < text.length() && text.charAt(end) == '$';
    if (content.isEmpty() || "{.,;:!?)\"'`".indexOf(content.charAt(0)) >= 0) {
      return Optional.empty();
    }
    String answer = endsFormula ? content : content.split("\\s", 2)[0];
    boolean isCommand = start == 0 || text.charAt(start) != ' ' || endsFormula;
    boolean isValue = isCommand || answer.chars().anyMatch(Character::isDigit);
    return Optional.of(withoutPoint(answer)).filter(found -> isValue && !found.isEmpty());
  }

  private static String withoutPoint(String answer) {
    int end = answer.length();
    while (end > 0 && ".,;".indexOf(answer.charAt(end - 1)) >= 0) {
      end--;
    }
    return answer.substring(0, end);
  }

  /** Whether a minus sign that follows no other term stands before the box. */
  private static boolean isNegated(String text, Box box) {
    int minus = skipSpacesBack(text, box.start());
    if (minus == 0 || text.charAt(minus - 1) != '-') {
      return false;
    }
    int before = skipSpacesBack(text, minus - 1);
    return before == 0 || "=$(,:&[".indexOf(text.charAt(before - 1)) >= 0;
  }

  private static int skipSpacesBack(String text, int from) {
    int at = from;
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\n')) {
      at--;
    }
    return at;
  }

  private record Box(int start, int open, int close) {
    String content(String text) {
      return text.substring(open + 1, close);
    }
  }

  /**
   * The last complete box that is no check of one before, then those before it to which it is
   * connected.
   */
  private static List<Box> backwards(String text) {
    int first = text.indexOf(STEM);
    if (first < 0) {
      return List.of();
    }
    List<Box> boxes = new ArrayList<>();
    BraceMatcher braces = new BraceMatcher(text);
    List<Box> checking = new ArrayList<>();
    for (int at = text.lastIndexOf(STEM);
        at >= first && boxes.size() < GradingLimits.MAX_MEMBERS;
        at = at > first ? text.lastIndexOf(STEM, at - 1) : -1) {
      int open = opening(text, at);
      int close = open < 0 ? -1 : braces.closing(open);
      if (close < 0) {
        continue;
      }
      int start = text.startsWith(BOX, at) ? at : at - 1;
      while (start > 0 && text.charAt(start - 1) == '\\') {
        start--;
      }
      Box box = new Box(start, open, close);
      if (Placeholders.isOne(box.content(text))) {
        continue;
      }
      int check =
          boxes.isEmpty() && at > first && checking.size() < MOST_CHECKS
              ? AnswerChecks.start(text, start, close, box.content(text))
              : -1;
      if (check >= 0) {
        checking.add(box);
        at = check;
        continue;
      }
      if (!boxes.isEmpty()
          && !connects(text, box.close() + 1, boxes.get(boxes.size() - 1).start())) {
        break;
      }
      boxes.add(box);
    }

    return boxes.isEmpty() && !checking.isEmpty() ? checking.subList(0, 1) : boxes;
  }

  /** The text without its last complete box, if that holds a placeholder. */
  public static Optional<String> withoutLastPlaceholder(String text) {
    BraceMatcher braces = new BraceMatcher(text);
    for (int at = text.lastIndexOf(BOX); at >= 0; at = text.lastIndexOf(BOX, at - 1)) {
      int open = opening(text, at);
      int close = open < 0 ? -1 : braces.closing(open);
      if (close >= 0) {
        return Placeholders.isOne(text.substring(open + 1, close))
            ? Optional.of(text.substring(0, Math.max(0, at - 1)) + text.substring(close + 1))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The brace that opens the box in whose command the stem stands here, or −1. */
  private static int opening(String text, int at) {
    boolean isBox = text.startsWith(BOX, at);
    if (!isBox && !text.startsWith(FRAME, at - 2)) {
      return -1;
    }
    int open = at + (isBox ? BOX : STEM).length();
    while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
      open++;
    }
    return open < text.length() && text.charAt(open) == '{' ? open : -1;
  }

  private static boolean connects(String text, int from, int to) {
    return from <= to
        && to - from <= LONGEST_CONNECTION
        && BoxConnection.connects(text.substring(from, to));
  }
}
