package io.mathscale.generator.validate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.JudgeVerdict;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/**
 * Adds to what votes say of a pair what judges say. They decide only what the votes leave open, and
 * only where all of them say the same.
 */
public final class JudgePair implements MapFunction<Tuple2<VotedPair, JudgeVotes>, Validation> {
  private static final long serialVersionUID = 1L;

  private final int judges;

  private JudgePair(int judges) {
    this.judges = judges;
  }

  /**
   * A row for each pair.
   *
   * @param judges how many models were asked
   */
  public static Dataset<Validation> of(
      Dataset<VotedPair> pairs, Dataset<JudgeVote> votes, int judges) {
    Dataset<JudgeVotes> said =
        votes.groupBy("id").agg(collect_list(struct(col("*"))).as("votes")).as(JudgeVotes.ENCODER);
    return pairs
        .joinWith(said, pairs.col("validation.id").equalTo(said.col("id")), "left_outer")
        .map(new JudgePair(judges), Validation.ENCODER);
  }

  @Override
  public Validation call(Tuple2<VotedPair, JudgeVotes> row) {
    VotedPair pair = row._1();
    if (row._2() == null) {
      return pair.validation();
    }

    List<JudgeVote> votes =
        row._2().votes().stream().sorted(Comparator.comparing(JudgeVote::judge)).toList();
    BigDecimal cost = votes.stream().map(JudgeVote::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    Validation judged =
        pair.validation()
            .withJudgements(
                votes.stream()
                    .filter(vote -> vote.verdict() != null)
                    .map(JudgeVote::judgement)
                    .toList(),
                cost);
    if (!pair.isOpen()) {
      return judged;
    }

    return switch (common(judged).orElse(JudgeVerdict.UNSURE)) {
      case RIGHT -> judged.judged(ValidationVerdict.AGREED, pair.answer(), "");
      case WRONG -> judged.judged(ValidationVerdict.OUTVOTED, pair.reference(), pair.replacement());
      case UNSURE -> judged;
    };
  }

  /** What all judges say. */
  private Optional<JudgeVerdict> common(Validation judged) {
    List<JudgeVerdict> said =
        judged.judgements().stream().map(judgement -> judgement.verdict()).toList();
    return said.size() == judges && said.stream().distinct().count() == 1
        ? Optional.of(said.get(0))
        : Optional.empty();
  }
}
