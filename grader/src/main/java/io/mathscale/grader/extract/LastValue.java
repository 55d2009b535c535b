package io.mathscale.grader.extract;

import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.text.ExpressionSpan;
import io.mathscale.grader.text.Retractions;
import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Rule;
import java.util.List;
import java.util.Optional;

/**
 * Reads the last value of a text that announces none: a formula in delimiters, or the whole
 * expression of which the last number is a part.
 */
final class LastValue {
  private LastValue() {}

  /** The value, or empty if the text has none. */
  static Optional<FoundAnswer> of(String text, Wanted wanted) {
    int fraction = ExpressionSpan.lastFraction(text);
    boolean isLater = fraction >= 0 && !AnswerText.hasDigit(text.substring(fraction));
    if (isLater && text.indexOf('$', fraction) < 0) {
      return Optional.of(number(text, fraction, text.substring(fraction, fraction + 1), wanted));
    }
    return FormulasInText.lastOrNumber(text, wanted)
        .map(
            value ->
                FormulasInText.isNumber(value)
                    ? number(text, text.lastIndexOf(value), value, wanted)
                    : Hedges.lastValue(text, value, wanted));
  }

  private static FoundAnswer number(String text, int start, String value, Wanted wanted) {
    int end = start + value.length();
    while (end > start && text.charAt(end - 1) == ',') {
      end--;
    }
    ExpressionSpan.Span span = ExpressionSpan.around(text, start, end);
    String expression = text.substring(span.start(), span.end());
    if (Retractions.isAsked(text, span.end())) {
      return FoundAnswer.of(Ending.LAST_VALUE, expression).doubtedBy(Rule.HEDGE);
    }
    FoundAnswer torn = Hedges.lastValue(text, text.substring(start, end), wanted);
    boolean isAlone = span.start() == start && span.end() == end;
    if (isAlone || torn.isHedged()) {
      return torn;
    }
    FoundAnswer found = Hedges.lastValue(text, expression, wanted);
    return found.isHedged() || (span.isCertain() && isUnderstood(expression, wanted))
        ? found
        : new FoundAnswer(Ending.LAST_VALUE, List.of(expression), List.of(), false)
            .doubtedBy(Rule.NOT_UNDERSTOOD);
  }

  private static boolean isUnderstood(String expression, Wanted wanted) {
    try {
      return wanted.reader().read(AnswerText.clean(expression), true).isPresent();
    } catch (LimitReachedException tooLong) {
      return false;
    }
  }
}
