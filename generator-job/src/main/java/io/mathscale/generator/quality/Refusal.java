package io.mathscale.generator.quality;

import io.mathscale.core.data.RejectionReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rule that the model does not decline to write a question or to solve it. */
final class Refusal implements QualityRule {
  private static final long serialVersionUID = 1L;

  private static final PhraseSet PHRASES =
      PhraseSet.of(
          "as an ai",
          "as a language model",
          "as a large language model",
          "as an artificial intelligence",
          "as an assistant",
          "i am an ai",
          "i'm an ai",
          "i'm just an ai",
          "sorry but i",
          "i apologize but",
          "i apologise but",
          "i apologize for",
          "i'm sorry but",
          "i am sorry but",
          "i'm sorry i",
          "i am sorry i",
          "don't have enough information",
          "do not have enough information",
          "i must decline",
          "i have to decline",
          "i respectfully decline",
          "i must refuse",
          "against my guidelines",
          "violates my guidelines",
          "not comfortable answering",
          "don't feel comfortable",
          "unable to fulfill",
          "unable to comply",
          "unable to assist",
          "unable to help with",
          "unable to generate",
          "unable to provide a",
          "unable to create",
          "cannot fulfill",
          "can't fulfill",
          "cannot comply",
          "can't comply",
          "can't assist",
          "cannot assist",
          "cannot help with",
          "can't help with",
          "beyond my capabilities",
          "outside my capabilities",
          "作为一个人工智能",
          "作为一个ai",
          "作为人工智能",
          "作为ai",
          "作为一个语言模型",
          "我无法",
          "抱歉我",
          "很抱歉");

  private static final Set<String> NEGATIONS =
      Set.of("cannot", "can't", "unable", "won't", "couldn't", "decline", "refuse", "not", "don't");

  private static final Set<String> DEEDS =
      Set.of(
          "fulfill",
          "fulfil",
          "assist",
          "help",
          "provide",
          "create",
          "generate",
          "complete",
          "comply",
          "answer",
          "solve",
          "write",
          "produce",
          "continue",
          "process",
          "respond",
          "give",
          "offer",
          "share",
          "engage",
          "proceed");

  private static final Set<String> SUBJECTS = Set.of("i", "i'm");
  private static final int REACH = 5;

  @Override
  public String name() {
    return "refusal";
  }

  @Override
  public Optional<Violation> violation(PairText pair, Measurements measures) {
    return in(pair.solutionWords()).or(() -> in(pair.questionWords()));
  }

  private static Optional<Violation> in(List<String> words) {
    return PHRASES
        .firstIn(words)
        .or(() -> declined(words))
        .map(
            found ->
                new Violation(RejectionReason.REFUSAL, "no refusal must be in a row: " + found));
  }

  /** {@code I am not able to provide}: who, a negation, and what is not done. */
  private static Optional<String> declined(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!SUBJECTS.contains(words.get(i))) {
        continue;
      }

      boolean isNegated = false;
      int end = Math.min(words.size(), i + 1 + REACH);
      for (int j = i + 1; j < end; j++) {
        isNegated |= NEGATIONS.contains(words.get(j));
        if (isNegated && DEEDS.contains(words.get(j))) {
          return Optional.of(String.join(" ", words.subList(i, j + 1)));
        }
      }
    }

    return Optional.empty();
  }
}
