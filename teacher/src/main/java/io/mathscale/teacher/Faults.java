package io.mathscale.teacher;

import io.mathscale.teacher.server.Hashes;
import io.mathscale.teacher.server.ReplyChoice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Decides which answers go wrong: a function of the seed, the body and the attempt at it. */
final class Faults {
  private final Map<Fault, Double> rates;
  private final long seed;

  Faults(Map<Fault, Double> rates, long seed) {
    this.rates = rates.isEmpty() ? Map.of() : new EnumMap<>(rates);
    this.seed = seed;
  }

  /** Returns the fault of an attempt, from 0, at the body with the hash; empty if all goes well. */
  Optional<Fault> of(long bodyHash, int attempt) {
    double drawn = Hashes.unit(Hashes.mix(bodyHash ^ Hashes.mix(seed), attempt));
    for (Map.Entry<Fault, Double> rate : rates.entrySet()) {
      drawn -= rate.getValue();
      if (drawn < 0) {
        return Optional.of(rate.getKey());
      }
    }

    return Optional.empty();
  }

  /** Returns the choice as it is sent, spoilt if the fault is one of content. */
  static ReplyChoice spoilt(ReplyChoice choice, Optional<Fault> fault) {
    if (fault.isEmpty()) {
      return choice;
    }

    String content = choice.content();
    return switch (fault.get()) {
      case REFUSAL -> new ReplyChoice("I cannot help with that.", "stop");
      case EMPTY -> new ReplyChoice("", "stop");
      case CONTENT_FILTER -> new ReplyChoice("", "content_filter");
      case LENGTH -> new ReplyChoice(content.substring(0, content.length() / 2), "length");
      default -> choice;
    };
  }
}
