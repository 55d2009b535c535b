package io.mathscale.grader.extract;

import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Rule;
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
 * @param doubt why it is not certain that the value is the answer; empty if it is
 */
public record FoundAnswer(
    Ending ending,
    List<String> readings,
    List<String> whole,
    boolean isHedged,
    Optional<Rule> doubt) {
  /** Copies the lists. */
  public FoundAnswer {
    readings = List.copyOf(readings);
    whole = List.copyOf(whole);
  }

  FoundAnswer(Ending ending, List<String> readings, List<String> whole, boolean isHedged) {
    this(ending, readings, whole, isHedged, Optional.empty());
  }

  static FoundAnswer of(Ending ending, String answer) {
    return new FoundAnswer(ending, List.of(answer), List.of(), false);
  }

  FoundAnswer withReadings(List<String> others) {
    List<String> all = new ArrayList<>(readings);
    all.addAll(others);
    return new FoundAnswer(ending, all, whole, isHedged, doubt);
  }

  /** The same answer, which the text does not state for certain. */
  FoundAnswer doubtedBy(Rule rule) {
    return new FoundAnswer(ending, readings, whole, isHedged, Optional.of(rule));
  }

  /** Whether the text states the value, and no other beside it. */
  public boolean isStated() {
    return !isHedged && doubt.isEmpty();
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
    return new FoundAnswer(ending, readings, all, isHedged, doubt);
  }
}
