package io.mathscale.generator.refine;

import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.ValidateConfig.Replace;
import io.mathscale.core.data.PairValidation;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.ValidationVerdict;
import io.mathscale.core.data.VoteGroup;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rule that fresh solutions and judges do not contradict a generated row; the answers of others
 * are known.
 *
 * @param replace what becomes of a row that is outvoted
 * @param minAgreement the least agreement; 0 for any, and for rows that were never validated
 */
public record ValidationRule(Replace replace, double minAgreement) implements Serializable {
  /** The rule of a configuration. */
  public static ValidationRule of(MathscaleConfig config) {
    return new ValidationRule(config.validate().replace(), config.refine().minAgreement());
  }

  /**
   * The row with what was said of it, and with the answer of the majority where that takes the
   * place of its own.
   *
   * @param validation what was said; null if nothing was asked
   */
  QaPair applied(QaPair pair, Validation validation) {
    if (validation == null) {
      return pair;
    }

    QaPair validated = pair.withValidation(PairValidation.of(validation));
    return isReplaced(validation)
        ? validated.withAnswer(validation.answer(), validation.solution())
        : validated;
  }

  private boolean isReplaced(Validation validation) {
    return validation.verdict() == ValidationVerdict.OUTVOTED
        && replace == Replace.MAJORITY
        && !validation.solution().isEmpty();
  }

  /**
   * Why a row is rejected.
   *
   * @param validation what was said of it; null if nothing was asked
   */
  Optional<Rejected> rejection(QaPair pair, Validation validation) {
    if (!pair.origin().equals(Candidates.GENERATED)) {
      return Optional.empty();
    }

    if (validation != null
        && validation.verdict() == ValidationVerdict.OUTVOTED
        && !isReplaced(validation)) {
      return validation.isJudged()
          ? rejected(pair, RejectionReason.JUDGED_WRONG, judges(validation))
          : rejected(pair, RejectionReason.OUTVOTED, votes(validation));
    }

    if (minAgreement == 0 || isJudgedRight(validation)) {
      return Optional.empty();
    }

    if (validation == null || validation.tries() == 0) {
      return rejected(
          pair,
          RejectionReason.NOT_VALIDATED,
          "a row must be validated where refine.min-agreement is set: no fresh solution was asked for");
    }

    boolean hasMajority =
        validation.verdict() == ValidationVerdict.AGREED || isReplaced(validation);
    return hasMajority && validation.agreement() >= minAgreement
        ? Optional.empty()
        : rejected(
            pair,
            RejectionReason.LOW_AGREEMENT,
            String.format(
                Locale.ROOT,
                "a majority of %s must agree (refine.min-agreement): %s",
                minAgreement,
                votes(validation)));
  }

  /** What judges agree to has no majority of votes, and needs none. */
  private static boolean isJudgedRight(Validation validation) {
    return validation != null
        && validation.isJudged()
        && validation.verdict() == ValidationVerdict.AGREED;
  }

  private static String judges(Validation validation) {
    return validation.judgements().stream()
        .map(
            judgement ->
                "%s says %s: %s"
                    .formatted(judgement.judge(), judgement.verdict(), judgement.words()))
        .collect(Collectors.joining("; "));
  }

  private static Optional<Rejected> rejected(QaPair pair, RejectionReason reason, String detail) {
    return Optional.of(RejectedCandidate.of(pair, reason, detail));
  }

  private static String votes(Validation validation) {
    String answers =
        validation.votes().stream().map(ValidationRule::vote).collect(Collectors.joining(", "));
    return "of %d fresh solutions %s"
        .formatted(validation.tries(), answers.isEmpty() ? "none has an answer" : answers);
  }

  private static String vote(VoteGroup group) {
    return "%d have %s%s"
        .formatted(group.count(), group.answer(), group.isOriginal() ? " as the row" : "");
  }
}
