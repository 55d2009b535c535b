package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule that question and solution are in one of the languages that are wanted. */
final class WantedLanguage implements QualityRule {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> wanted;

  /**
   * The rule.
   *
   * @param wanted ISO 639-1 codes; none: any
   */
  WantedLanguage(List<String> wanted) {
    this.wanted = new ArrayList<>(wanted);
  }

  @Override
  public String name() {
    return "language";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    String question = Languages.of(pair.question());
    String solution = Languages.of(pair.solution());
    measures.language(solution.isEmpty() ? question : solution);
    return unwanted("question", question).or(() -> unwanted("solution", solution));
  }

  private Optional<Violation> unwanted(String place, String language) {
    return wanted.isEmpty() || language.isEmpty() || wanted.contains(language)
        ? Optional.empty()
        : Optional.of(
            new Violation(
                RejectionReason.OTHER_LANGUAGE,
                "the %s must be in %s: %s"
                    .formatted(place, String.join(" or ", wanted), language)));
  }
}
