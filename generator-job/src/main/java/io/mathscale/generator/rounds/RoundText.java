package io.mathscale.generator.rounds;

import io.mathscale.core.data.Forecast;
import io.mathscale.core.data.Round;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells people of rounds. */
public final class RoundText {
  private RoundText() {}

  /** The funnel of a round, and where all rounds have come to. */
  public static List<String> of(List<Round> ended) {
    Round latest = ended.get(ended.size() - 1);
    long asked = ended.stream().mapToLong(Round::asked).sum();
    long accepted = ended.stream().mapToLong(Round::accepted).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "round %d: %,d asked, %,d pairs, %s%,d accepted (%s); rejected: %s",
            latest.round(),
            latest.asked(),
            latest.pairs(),
            validated(latest),
            latest.accepted(),
            percent(latest.accepted(), latest.asked()),
            reasons(latest)));
    lines.add(
        text(
            "%,d rows accepted of %,d asked (%s; by round %s)%s",
            accepted,
            asked,
            percent(accepted, asked),
            ended.stream()
                .map(round -> percent(round.accepted(), round.asked()))
                .collect(Collectors.joining(", ")),
            cost(ended, accepted)));
    return lines;
  }

  private static String validated(Round round) {
    return round.validated() == 0
        ? ""
        : text("%,d validated, %,d of them agreed to, ", round.validated(), round.agreed());
  }

  private static String cost(List<Round> ended, long accepted) {
    BigDecimal cost = ended.stream().map(Round::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    return cost.signum() == 0
        ? ""
        : accepted == 0
            ? text("; $%.4f", cost)
            : text("; $%.4f, $%.6f an accepted row", cost, cost.doubleValue() / accepted);
  }

  private static String reasons(Round round) {
    Map<String, Long> reasons = new TreeMap<>();
    round.rejected().forEach(rows -> reasons.merge(rows.reason(), rows.rows(), Long::sum));
    return reasons.isEmpty()
        ? "none"
        : reasons.entrySet().stream()
            .map(reason -> text("%s %,d", reason.getKey(), reason.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String percent(long part, long whole) {
    return whole == 0 ? "0 %" : text("%.1f %%", 100.0 * part / whole);
  }

  /** What it takes to come to the rows that are wanted. */
  public static String of(Forecast forecast) {
    return text(
        "forecast for %,d rows, with 95 %% intervals: %s rounds, %s compositions, %s calls, $%s",
        forecast.rows(),
        range("%,.0f", forecast.rounds()),
        range("%,.0f", forecast.compositions()),
        range("%,.0f", forecast.calls()),
        range("%,.4f", forecast.cost()));
  }

  private static String range(String format, Forecast.Range range) {
    return text(format, range.expected())
        + " ("
        + text(format, range.low())
        + " to "
        + text(format, range.high())
        + ")";
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
