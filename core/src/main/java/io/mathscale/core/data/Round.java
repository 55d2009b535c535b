package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A round of {@code accept}: the next compositions in their order, asked for and refined against
 * what stands. It is written before it asks, so that a run that goes on after a stop takes the same
 * compositions.
 *
 * @param round number of the round, from 1
 * @param last place of its last composition in the order
 * @param compositions how many compositions it takes
 * @param of what tells these compositions from others: a content id of all that there are
 * @param callsBefore model calls for rows before it was begun, in all runs
 * @param costBefore US dollars that they took
 * @param isEnded whether it has been refined; what follows is empty until then
 * @param asked prompts for pairs
 * @param pairs pairs that the teacher's answers hold
 * @param rejected its rows that were rejected, by command and reason
 * @param accepted its rows that are training data
 * @param unrepeated those of them that no row repeats
 * @param calls model calls since it was begun
 * @param cost US dollars that they took
 * @param forecast what it takes to come to {@code accept.rows}, as seen at its end; null where no
 *     number is wanted or nothing was accepted
 * @param validated those of its pairs that fresh solutions were asked of
 * @param agreed those of them whose answer the fresh solutions agree with
 */
public record Round(
    int round,
    long last,
    long compositions,
    String of,
    long callsBefore,
    BigDecimal costBefore,
    boolean isEnded,
    long asked,
    long pairs,
    List<RejectedRows> rejected,
    long accepted,
    long unrepeated,
    long calls,
    BigDecimal cost,
    Forecast forecast,
    long validated,
    long agreed) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Round> ENCODER = RecordEncoders.of(Round.class);

  /** A round that is about to ask. */
  public static Round begun(
      int round, long last, long compositions, String of, long callsBefore, BigDecimal costBefore) {
    return new Round(
        round,
        last,
        compositions,
        of,
        callsBefore,
        costBefore,
        false,
        0,
        0,
        List.of(),
        0,
        0,
        0,
        BigDecimal.ZERO,
        null,
        0,
        0);
  }

  /** The same round at its end. */
  public Round ended(Counts counts) {
    return with(true, counts, calls, cost, forecast);
  }

  /** The same round with what its calls took. */
  public Round withCalls(long callsOfIt, BigDecimal costOfIt) {
    return with(isEnded, counts(), callsOfIt, costOfIt, forecast);
  }

  /** The same round with what was seen at its end of those to come. */
  public Round withForecast(Forecast seen) {
    return with(isEnded, counts(), calls, cost, seen);
  }

  private Counts counts() {
    return new Counts(asked, pairs, validated, agreed, rejected, accepted, unrepeated);
  }

  private Round with(
      boolean hasEnded, Counts counts, long callsOfIt, BigDecimal costOfIt, Forecast seen) {
    return new Round(
        round,
        last,
        compositions,
        of,
        callsBefore,
        costBefore,
        hasEnded,
        counts.asked,
        counts.pairs,
        counts.rejected,
        counts.accepted,
        counts.unrepeated,
        callsOfIt,
        costOfIt,
        seen,
        counts.validated,
        counts.agreed);
  }

  /**
   * What became of the rows of a round.
   *
   * @param asked prompts for pairs
   * @param pairs pairs that the answers hold
   * @param validated those of them that fresh solutions were asked of
   * @param agreed those of these whose answer the fresh solutions agree with
   * @param rejected rows that were rejected, by command and reason
   * @param accepted rows that are training data
   * @param unrepeated those of them that no row repeats
   */
  public record Counts(
      long asked,
      long pairs,
      long validated,
      long agreed,
      List<RejectedRows> rejected,
      long accepted,
      long unrepeated) {}

  /** Copies the list. */
  public Round {
    rejected = List.copyOf(rejected);
  }

  /**
   * Rows that were rejected for one reason.
   *
   * @param command the command that rejected them
   * @param reason why
   * @param rows how many they are
   */
  public record RejectedRows(String command, String reason, long rows) {}
}
