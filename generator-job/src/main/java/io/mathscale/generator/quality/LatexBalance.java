package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The rule that dollars, braces, brackets and environments of LaTeX close. */
final class LatexBalance implements QualityRule {
  private static final long serialVersionUID = 1L;

  @Override
  public String name() {
    return "latex";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    return fault("question", pair.question())
        .or(() -> fault("solution", pair.solution()))
        .or(() -> fault("answer", pair.answer()));
  }

  private static Optional<Violation> fault(String place, String text) {
    return new Scan(text)
        .fault()
        .map(
            found ->
                new Violation(
                    RejectionReason.UNBALANCED_LATEX,
                    "LaTeX of the %s must close: %s".formatted(place, found)));
  }

  /** One pass over a text. */
  private static final class Scan {
    private static final String CODE = "```";

    private final String text;
    private final Deque<String> open = new ArrayDeque<>();
    private int lefts;
    private int at;

    Scan(String text) {
      this.text = text;
    }

    Optional<String> fault() {
      while (at < text.length()) {
        Optional<String> fault = next();
        if (fault.isPresent()) {
          return fault;
        }
      }

      if (!open.isEmpty()) {
        return Optional.of(open.peek() + " is open at the end");
      }

      if (lefts != 0) {
        return Optional.of(lefts > 0 ? "\\left without \\right" : "\\right without \\left");
      }

      return Dollars.fault(text);
    }

    private Optional<String> next() {
      char c = text.charAt(at);
      if (c == '\\') {
        return command();
      }

      if (text.startsWith("[asy]", at)) {
        return skip("[/asy]", "[asy]");
      }

      if (text.startsWith(CODE, at) && text.indexOf(CODE, at + 1) > 0) {
        return skip(CODE, CODE);
      }

      at++;
      if (c == '{') {
        open.push("{");
      } else if (c == '}') {
        return closed("{", "}");
      }

      return Optional.empty();
    }

    private Optional<String> skip(String end, String begin) {
      int found = text.indexOf(end, at + begin.length());
      if (found < 0) {
        return Optional.of(begin + " is open at the end");
      }

      at = found + end.length();
      return Optional.empty();
    }

    private Optional<String> command() {
      int start = at + 1;
      int end = start;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }

      at = end == start ? Math.min(start + 1, text.length()) : end;
      String name = text.substring(start, at);
      switch (name) {
        case "left" -> lefts++;
        case "right" -> lefts--;
        case "(", "[" -> open.push("\\" + name);
        case ")" -> {
          return closed("\\(", "\\)");
        }
        case "]" -> {
          return closed("\\[", "\\]");
        }
        case "begin" -> open.push("\\begin" + argument());
        case "end" -> {
          String argument = argument();
          return closed("\\begin" + argument, "\\end" + argument);
        }
        default -> {
          // Other commands open nothing.
        }
      }

      return Optional.empty();
    }

    private String argument() {
      int end = at < text.length() && text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
      if (end < 0) {
        return "";
      }

      String argument = text.substring(at, end + 1);
      at = end + 1;
      return argument;
    }

    private Optional<String> closed(String opening, String closing) {
      if (!opening.equals(open.peek())) {
        String found = open.isEmpty() ? "nothing" : open.peek();
        return Optional.of(closing + " closes " + found);
      }

      open.pop();
      return Optional.empty();
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }
}
