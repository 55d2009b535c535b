package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule that the instructions of the prompt do not stand in the row. */
final class PromptEcho implements QualityRule {
  private static final long serialVersionUID = 1L;

  /** Headings and instructions of the paper's prompt and of ours, in any order of words around. */
  private static final List<String> KNOWN =
      List.of(
          "act as a mathematics teacher",
          "act as a math teacher",
          "create a new question and its solution",
          "create a new question based on",
          "the provided topics and knowledge points",
          "the given topics and knowledge points",
          "topics and knowledge points below",
          "selected topics",
          "selected knowledge points",
          "created question",
          "created solution",
          "combined use of the knowledge points",
          "adhere to the topics",
          "ending with boxed final answer",
          "its solution step by step");

  /** Shorter lines of a prompt are ordinary sentences. */
  private static final int MIN_WORDS = 6;

  private final PhraseSet phrases;

  /**
   * The rule for a prompt.
   *
   * @param template its text, with gaps
   */
  PromptEcho(String template) {
    List<String> lines = new ArrayList<>(KNOWN);
    for (String line : template.split("\\R")) {
      String unnumbered = line.replaceFirst("^[\\s\\d.)*-]+", "");
      if (!line.contains("{{") && Words.of(unnumbered).size() >= MIN_WORDS) {
        lines.add(unnumbered);
      }
    }

    this.phrases = PhraseSet.of(lines);
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    return phrases
        .firstIn(pair.questionWords())
        .or(() -> phrases.firstIn(pair.solutionWords()))
        .map(
            found ->
                new Violation(
                    RejectionReason.ECHO,
                    "no instruction of the prompt must be in a row: " + found));
  }
}
