package io.mathscale.generator.validate;

import io.mathscale.core.config.ValidateConfig;
import io.mathscale.core.config.ValidateConfig.Rule;
import io.mathscale.core.data.ValidationVerdict;
import java.io.Serializable;
import java.util.Locale;

/**
 * Tells when a pair has enough fresh solutions: a function of the votes alone.
 *
 * @param rule the kind of rule
 * @param most the most fresh solutions of a pair
 */
public record StoppingRule(Rule rule, int most) implements Serializable {
  /** The configured rule. */
  public static StoppingRule of(ValidateConfig config) {
    return new StoppingRule(config.rule(), config.maxSolutions());
  }

  /** Whether more fresh solutions of a pair are asked for; never where it has no answer. */
  public boolean isOpen(AskedPair pair) {
    return pair.hasAnswer() && !isDecided(CountedVotes.of(pair).votes());
  }

  /** Whether no more are asked for. */
  boolean isDecided(Votes votes) {
    if (votes.tries() >= most) {
      return true;
    }

    return switch (rule) {
      case SEQUENTIAL -> votes.verdict() == ValidationVerdict.AGREED || votes.isClearlyOutvoted();
      case MAJORITY -> votes.isSettled(most - votes.tries());
      case FIXED -> false;
    };
  }

  /**
   * How many more can be asked for at once: with fewer of them the votes would not be decided,
   * whatever they say.
   *
   * @return 0 where they are decided
   */
  int next(Votes votes) {
    if (isDecided(votes)) {
      return 0;
    }

    Votes agreeing = votes;
    Votes other = votes;
    int more = 0;
    do {
      agreeing = agreeing.withAgreeing();
      other = other.withOther(0);
      more++;
    } while (!isDecided(agreeing) && !isDecided(other));
    return more;
  }

  /** Name and bound, as they stand in the table. */
  String text() {
    return rule.name().toLowerCase(Locale.ROOT) + "-" + most;
  }
}
