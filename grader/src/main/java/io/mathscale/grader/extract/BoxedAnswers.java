package io.mathscale.grader.extract;

import io.mathscale.grader.limits.GradingLimits;
import io.mathscale.grader.text.BraceMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the content of the last boxes in a text. */
public final class BoxedAnswers {
  private static final String BOX = "boxed";
  private static final String COMMAND = "\\boxed";
  private static final String FRAME = "\\fbox";

  /** What the names of both commands hold. */
  private static final String STEM = "box";

  private static final int LONGEST_CONNECTION = 60;

  private BoxedAnswers() {}

  /**
   * The content of the last complete box, or of several that only separators, "and", "or" and
   * labels such as {@code x =} connect, as a list.
   */
  public static Optional<String> last(String text) {
    List<String> parts = lastParts(text);
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** The contents of the last complete box and of those before it to which it is connected. */
  public static List<String> lastParts(String text) {
    List<Box> boxes = backwards(text, GradingLimits.MAX_MEMBERS);
    if (boxes.isEmpty()) {
      return lastWithoutBraces(text).stream().toList();
    }
    Set<String> contents = new LinkedHashSet<>();
    for (int i = boxes.size() - 1; i >= 0; i--) {
      Box box = boxes.get(i);
      contents.add((isNegated(text, box) ? "-" : "") + box.content(text).strip());
    }
    return List.copyOf(contents);
  }

  /** Where the last complete box with an answer starts, or −1. */
  static int lastStart(String text) {
    List<Box> boxes = backwards(text, 1);
    return boxes.isEmpty() ? -1 : boxes.get(0).start();
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

  /** The last complete box, then those before it to which it is connected. */
  private static List<Box> backwards(String text, int most) {
    if (!text.contains(STEM)) {
      return List.of();
    }
    List<Box> boxes = new ArrayList<>();
    int[] closing = null;
    for (int at = text.lastIndexOf(STEM);
        at >= 0 && boxes.size() < most;
        at = text.lastIndexOf(STEM, at - 1)) {
      int open = opening(text, at);
      if (open < 0) {
        continue;
      }
      closing = closing == null ? BraceMatcher.closing(text) : closing;
      if (closing[open] < 0) {
        continue;
      }
      int start = text.startsWith(BOX, at) ? at : at - 1;
      while (start > 0 && text.charAt(start - 1) == '\\') {
        start--;
      }
      Box box = new Box(start, open, closing[open]);
      if (Placeholders.isOne(box.content(text))) {
        continue;
      }
      if (!boxes.isEmpty()
          && !connects(text, box.close() + 1, boxes.get(boxes.size() - 1).start())) {
        break;
      }
      boxes.add(box);
    }

    return boxes;
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
