package io.mathscale.generator.validate;

import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.grader.Graders;
import io.mathscale.grader.StrictGrade;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/**
 * Tells what the fresh solutions of a pair's question say of its answer, and what of it is left to
 * judges.
 */
public final class ValidatePair implements MapFunction<AskedPair, VotedPair> {
  private static final long serialVersionUID = 1L;

  private final StoppingRule rule;

  private ValidatePair(StoppingRule rule) {
    this.rule = rule;
  }

  /** A row for each pair. */
  public static Dataset<VotedPair> of(Dataset<AskedPair> pairs, ValidateConfig config) {
    return pairs.map(new ValidatePair(StoppingRule.of(config)), VotedPair.ENCODER);
  }

  @Override
  public VotedPair call(AskedPair pair) {
    if (!pair.hasAnswer()) {
      return new VotedPair(
          validation(pair, ValidationVerdict.UNDECIDED, "", "", CountedVotes.NONE),
          true,
          "",
          pair.answer(),
          "");
    }

    CountedVotes counted = CountedVotes.of(pair);
    ValidationVerdict verdict = verdict(pair, counted);
    boolean hasMajority =
        verdict != ValidationVerdict.SPLIT && verdict != ValidationVerdict.UNSOLVED;
    FreshVote first = hasMajority ? counted.firsts().get(0) : null;
    return new VotedPair(
        validation(pair, verdict, counted),
        isOpen(pair, verdict, counted),
        hasMajority ? first.answer() : "",
        pair.answer(),
        hasMajority ? first.solution() : "");
  }

  /**
   * Whether judges are to decide: where the grader cannot tell the majority's answer from the
   * pair's own, or no answer has a majority and it cannot tell one of them from the pair's own.
   */
  private static boolean isOpen(AskedPair pair, ValidationVerdict verdict, CountedVotes counted) {
    return switch (verdict) {
      case UNDECIDED -> true;
      case SPLIT -> counted.firsts().stream().anyMatch(vote -> !isTold(pair, vote));
      case AGREED, OUTVOTED, UNSOLVED -> false;
    };
  }

  private Validation validation(AskedPair pair, ValidationVerdict verdict, CountedVotes counted) {
    FreshVote first = counted.firsts().isEmpty() ? null : counted.firsts().get(0);
    return switch (verdict) {
      case AGREED -> validation(pair, verdict, pair.answer(), "", counted);
      case OUTVOTED -> validation(pair, verdict, first.answer(), first.solution(), counted);
      case UNDECIDED -> validation(pair, verdict, first.answer(), "", counted);
      case SPLIT, UNSOLVED -> validation(pair, verdict, "", "", counted);
    };
  }

  /** What cannot be told from the pair's own answer does not outvote it. */
  private static ValidationVerdict verdict(AskedPair pair, CountedVotes counted) {
    ValidationVerdict verdict = counted.votes().verdict();
    if (verdict != ValidationVerdict.OUTVOTED) {
      return verdict;
    }

    return isTold(pair, counted.firsts().get(0)) ? verdict : ValidationVerdict.UNDECIDED;
  }

  /** Whether the grader can tell an answer from the pair's own. */
  private static boolean isTold(AskedPair pair, FreshVote vote) {
    StrictGrade own = Graders.strict().gradeAnswer(vote.answer(), pair.answer(), pair.question());
    return own.isRight() || own.isWrong();
  }

  private Validation validation(
      AskedPair pair,
      ValidationVerdict verdict,
      String answer,
      String solution,
      CountedVotes counted) {
    return new Validation(
        pair.id(),
        verdict,
        answer,
        counted.votes().agreement(),
        UnbiasedPassRate.of(rule, counted.votes()),
        counted.votes().tries(),
        rule.text(),
        counted.groups(),
        solution,
        pair.votes().stream().map(FreshVote::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
        pair.call(),
        List.of(),
        false);
  }
}
