package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What fresh solutions of a pair's question say of its answer, and judges where those leave it
 * open.
 *
 * @param id id of the pair
 * @param verdict what they say
 * @param answer the majority answer, as it was written; empty if none has a majority
 * @param agreement share of the largest group among the fresh solutions that have an answer, from 0
 *     to 1
 * @param passRate share of fresh solutions that have the pair's own answer, estimated without bias
 *     for the stopping rule; null where none was asked for
 * @param tries fresh solutions asked for
 * @param rule name of the stopping rule
 * @param votes the answers, the most frequent first
 * @param solution the fresh solution that takes the place of the pair's own where it is outvoted
 *     and refine replaces it; empty where it is not outvoted
 * @param cost US dollars that the fresh solutions and the judges took
 * @param call key of the call that wrote the pair
 * @param judgements what judges say, in the order of their names
 * @param isJudged whether the verdict is the judges'
 */
public record Validation(
    String id,
    ValidationVerdict verdict,
    String answer,
    double agreement,
    Double passRate,
    int tries,
    String rule,
    List<VoteGroup> votes,
    String solution,
    BigDecimal cost,
    String call,
    List<PairJudgement> judgements,
    boolean isJudged) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Validation> ENCODER = RecordEncoders.of(Validation.class);

  /** Copies the lists. */
  public Validation {
    votes = List.copyOf(votes);
    judgements = List.copyOf(judgements);
  }

  /** The same with what judges say, which costs more and decides nothing. */
  public Validation withJudgements(List<PairJudgement> said, BigDecimal more) {
    return new Validation(
        id,
        verdict,
        answer,
        agreement,
        passRate,
        tries,
        rule,
        votes,
        solution,
        cost.add(more),
        call,
        said,
        isJudged);
  }

  /**
   * The same with the verdict of judges.
   *
   * @param decided what they say
   * @param stands the answer that stands by it; empty where none does
   * @param replacement the solution that takes the place of the pair's own; empty where none does
   */
  public Validation judged(ValidationVerdict decided, String stands, String replacement) {
    return new Validation(
        id,
        decided,
        stands,
        agreement,
        passRate,
        tries,
        rule,
        votes,
        replacement,
        cost,
        call,
        judgements,
        true);
  }
}
