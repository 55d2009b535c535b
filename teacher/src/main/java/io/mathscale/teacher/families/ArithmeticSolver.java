package io.mathscale.teacher.families;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Solves questions that ask for the value of an arithmetic expression and nothing else. */
public final class ArithmeticSolver {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?is)\\s*(?:what is|compute|calculate|evaluate|find|simplify)(?:\\s+the\\s+(?:exact\\s+)?value\\s+of)?"
              + "\\s*:?\\s*([\\d\\s$+\\-*/×÷^().\\\\{}a-z]+?)\\s*(?:=\\s*\\??)?\\s*[.?]?\\s*");

  /** Numbers side by side may be a mixed number, a list or a product. */
  private static final Pattern SEVERAL_NUMBERS = Pattern.compile("\\d\\s+[\\d(\\\\]?\\d");

  private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.(\\d{1,12})");

  private ArithmeticSolver() {}

  /** Returns the question with its value where it asks for one, else empty. */
  public static Optional<PosedProblem> solve(String question) {
    Matcher asked = ASKED.matcher(question);
    if (!asked.matches() || SEVERAL_NUMBERS.matcher(asked.group(1)).find()) {
      return Optional.empty();
    }

    String expression = asked.group(1).replace("$", "").strip();
    if (!expression.matches(".*[-+*/×÷^\\\\].*")) {
      return Optional.empty();
    }

    try {
      String answer = Setting.EMPTY.value(new FamilyFormula(plain(expression))).latex();
      String step = "Following the order of operations, $%s = %s$.".formatted(expression, answer);
      return Optional.of(PosedProblem.concluded(question, step, answer));
    } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException notAValue) {
      return Optional.empty();
    }
  }

  private static String plain(String expression) {
    String plain =
        expression
            .replaceAll("\\\\[dt]?frac\\{([^{}]+)}\\{([^{}]+)}", "(($1)/($2))")
            .replaceAll("\\\\(?:times|cdot)(?![a-z])|×", "*")
            .replaceAll("\\\\div(?![a-z])|÷", "/")
            .replaceAll("\\\\(?:left|right)(?![a-z])", "")
            .replace('{', '(')
            .replace('}', ')');
    return DECIMAL
        .matcher(plain)
        .replaceAll(
            decimal ->
                "(%s%s/10^%d)"
                    .formatted(decimal.group(1), decimal.group(2), decimal.group(2).length()));
  }
}
