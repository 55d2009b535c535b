package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.Optional;

/** The rule that the row does not speak of the examples in the prompt, which its readers lack. */
final class PromptExample implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final PhraseSet PHRASES =
      PhraseSet.of(
          "examples above",
          "example above",
          "above example",
          "above examples",
          "examples provided",
          "provided example",
          "provided examples",
          "given examples",
          "example problems",
          "example questions",
          "previous example",
          "previous examples",
          "similar to the example",
          "similar to example",
          "similar to the examples",
          "unlike the example",
          "unlike the examples",
          "based on the example",
          "based on the examples",
          "based on example",
          "inspired by example",
          "inspired by the example",
          "different from the example",
          "different from the examples",
          "as in the example",
          "as in the examples",
          "as in example",
          "like in example",
          "like in the example",
          "from example 1",
          "from example 2",
          "from example 3",
          "see example",
          "refer to example",
          "in example 1",
          "in example 2",
          "in example 3",
          "in example 4",
          "in example 5",
          "in the first example",
          "in the second example",
          "in the third example",
          "as the example question",
          "of the example question");

  @Override
  public String name() {
    return "prompt-example";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    return PHRASES
        .firstIn(pair.questionWords())
        .or(() -> hasExamples(pair) ? Optional.empty() : PHRASES.firstIn(pair.solutionWords()))
        .map(
            found ->
                new Violation(
                    RejectionReason.PROMPT_EXAMPLE,
                    "a row must not speak of examples that are not in it: " + found));
  }

  /** Whether the question has examples of its own. */
  private static boolean hasExamples(PairText pair) {
    return pair.questionWords().contains("example") || pair.questionWords().contains("examples");
  }
}
