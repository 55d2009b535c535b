package io.mathscale.teacher.answers;

/**
 * How often a solution is wrong, by how hard the question is; a question is hard if its solution
 * takes more than one step.
 *
 * @param easy the share of wrong solutions of easy questions, from 0 to 1
 * @param hard the share of wrong solutions of hard questions, from 0 to 1
 */
public record ErrorRates(double easy, double hard) {
  /** No errors. */
  public static final ErrorRates NONE = new ErrorRates(0, 0);

  /** Checks the shares. */
  public ErrorRates {
    requireShare("easy", easy);
    requireShare("hard", hard);
  }

  /**
   * Reads rates such as {@code easy=0.05,hard=0.3}, or {@code 0.1} for both.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static ErrorRates parse(String text) {
    ErrorRates rates = NONE;
    try {
      for (String part : text.split(",", -1)) {
        int end = part.indexOf('=') + 1;
        double rate = Double.parseDouble(part.substring(end));
        rates =
            switch (part.substring(0, end)) {
              case "" -> new ErrorRates(rate, rate);
              case "easy=" -> new ErrorRates(rate, rates.hard);
              case "hard=" -> new ErrorRates(rates.easy, rate);
              default -> throw new NumberFormatException("Nothing has the rate " + part);
            };
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Rates of errors must be as in easy=0.05,hard=0.3: " + text, e);
    }

    return rates;
  }

  /** Refuses what is no share. */
  static void requireShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1: " + share);
    }
  }
}
