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
    Forecast forecast) {
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
        null);
  }

  /** The same round at its end. */
  public Round ended(Counts counts) {
    return new Round(
        round,
        last,
        compositions,
        of,
        callsBefore,
        costBefore,
        true,
        counts.asked,
        counts.pairs,
        counts.rejected,
        counts.accepted,
        counts.unrepeated,
        calls,
        cost,
        forecast);
  }

  /** The same round with what its calls took. */
  public Round withCalls(long callsOfIt, BigDecimal costOfIt) {
    return new Round(
        round,
        last,
        compositions,
        of,
        callsBefore,
        costBefore,
        isEnded,
        asked,
        pairs,
        rejected,
        accepted,
        unrepeated,
        callsOfIt,
        costOfIt,
        forecast);
  }

  /** The same round with what was seen at its end of those to come. */
  public Round withForecast(Forecast seen) {
    return new Round(
        round,
        last,
        compositions,
        of,
        callsBefore,
        costBefore,
        isEnded,
        asked,
        pairs,
        rejected,
        accepted,
        unrepeated,
        calls,
        cost,
        seen);
  }

  /**
   * What became of the rows of a round.
   *
   * @param asked prompts for pairs
   * @param pairs pairs that the answers hold
   * @param rejected rows that were rejected, by command and reason
   * @param accepted rows that are training data
   * @param unrepeated those of them that no row repeats
   */
  public record Counts(
      long asked, long pairs, List<RejectedRows> rejected, long accepted, long unrepeated) {}

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
