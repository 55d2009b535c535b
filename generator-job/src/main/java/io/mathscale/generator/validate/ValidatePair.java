package io.mathscale.generator.validate;

import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.config.ValidateConfig.Replace;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.grader.Graders;
import io.mathscale.grader.StrictGrade;
import java.math.BigDecimal;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Tells what the fresh solutions of a pair's question say of its answer. */
public final class ValidatePair implements MapFunction<AskedPair, Validation> {
  private static final long serialVersionUID = 1L;

  private final StoppingRule rule;
  private final Replace replace;

  private ValidatePair(StoppingRule rule, Replace replace) {
    this.rule = rule;
    this.replace = replace;
  }

  /** A row for each pair. */
  public static Dataset<Validation> of(Dataset<AskedPair> pairs, ValidateConfig config) {
    return pairs.map(
        new ValidatePair(StoppingRule.of(config), config.replace()), Validation.ENCODER);
  }

  @Override
  public Validation call(AskedPair pair) {
    if (!pair.hasAnswer()) {
      return validation(pair, ValidationVerdict.UNDECIDED, "", "", CountedVotes.NONE);
    }

    CountedVotes counted = CountedVotes.of(pair);
    ValidationVerdict verdict = verdict(pair, counted);
    FreshVote first = counted.firsts().isEmpty() ? null : counted.firsts().get(0);
    return switch (verdict) {
      case AGREED -> validation(pair, verdict, pair.answer(), "", counted);
      case OUTVOTED ->
          validation(
              pair,
              verdict,
              first.answer(),
              replace == Replace.MAJORITY ? first.solution() : "",
              counted);
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

    StrictGrade own =
        Graders.strict()
            .gradeAnswer(counted.firsts().get(0).answer(), pair.answer(), pair.question());
    return own.isRight() || own.isWrong() ? verdict : ValidationVerdict.UNDECIDED;
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
        pair.call());
  }
}
