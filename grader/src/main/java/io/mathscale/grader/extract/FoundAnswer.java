package io.mathscale.grader.extract;

import io.mathscale.grader.verdict.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer that was found in a text.
 *
 * @param ending where it was found
 * @param readings what the answer may be, from the widest to the narrowest; at least one
 * @param whole texts that are the answer only if they are the same as the reference: all that
 *     follows a marker
 * @param isHedged whether the text denies the value, or offers others beside it
 */
public record FoundAnswer(
    Ending ending, List<String> readings, List<String> whole, boolean isHedged) {
  /** Copies the lists. */
  public FoundAnswer {
    readings = List.copyOf(readings);
    whole = List.copyOf(whole);
  }

  static FoundAnswer of(Ending ending, String answer) {
    return new FoundAnswer(ending, List.of(answer), List.of(), false);
  }

  FoundAnswer withReadings(List<String> others) {
    List<String> all = new ArrayList<>(readings);
    all.addAll(others);
    return new FoundAnswer(ending, all, whole, isHedged);
  }

  /** This answer, with the readings of another behind its own. */
  FoundAnswer followedBy(Optional<FoundAnswer> other) {
    return other.map(next -> withReadings(next.readings())).orElse(this);
  }

  FoundAnswer with(List<String> others) {
    if (others.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(whole);
    all.addAll(others);
    return new FoundAnswer(ending, readings, all, isHedged);
  }
}
