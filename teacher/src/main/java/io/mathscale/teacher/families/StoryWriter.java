package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Draws the numbers, words and wordings of a story. */
final class StoryWriter {
  /** A longer search than this hardly ever finds numbers that fit together. */
  private static final int DRAWS = 300;

  /** The same for stories of several situations, instead of which others may do. */
  private static final int DRAWS_OF_SEVERAL = 50;

  /** Out of so many questions one is told in other words where a family has them. */
  private static final int OTHER_WORDS = 3;

  private final RandomGenerator random;

  StoryWriter(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a story of the situations, empty where no numbers that fit together were found. */
  Optional<Story> write(List<StoryPlans.Candidate> plan) {
    Map<String, String> words = words(plan);
    int draws = plan.size() == 1 ? DRAWS : DRAWS_OF_SEVERAL;
    for (int i = 0; i < draws; i++) {
      try {
        return Optional.of(draw(plan, words));
      } catch (ArithmeticException tryOtherNumbers) {
        // The next draw has other numbers.
      }
    }

    return Optional.empty();
  }

  private Story draw(List<StoryPlans.Candidate> plan, Map<String, String> words) {
    List<StoryPart> parts = new ArrayList<>();
    for (StoryPlans.Candidate candidate : plan) {
      StoryPart part = part(candidate, parts, words).wanting(candidate.quantities());
      if (candidate.quantities().get(0).formula().isPresent()) {
        part.value();
      }

      parts.add(part);
    }

    return new Story(parts, otherQuestion(parts), random.nextBoolean());
  }

  /** Returns, now and then, another question for what is wanted, if there is one that fits. */
  private Optional<ProblemText> otherQuestion(List<StoryPart> parts) {
    List<Quantity> wanted = parts.get(parts.size() - 1).quantities();
    if (wanted.size() > 1 || random.nextInt(OTHER_WORDS) > 0) {
      return Optional.empty();
    }

    boolean goesOn = parts.size() > 1 && parts.get(parts.size() - 2).measure() == Measure.NUMBER;
    List<ProblemText> questions =
        wanted.get(0).questions().stream()
            .filter(question -> parts.size() == 1 || (goesOn && question.isLinked()))
            .toList();
    return questions.isEmpty() ? Optional.empty() : Optional.of(oneOf(questions));
  }

  private StoryPart part(
      StoryPlans.Candidate candidate, List<StoryPart> before, Map<String, String> words) {
    ProblemFamily family = candidate.family();
    if (before.isEmpty()) {
      ProblemText wording = wording(family, ProblemFamily.Wording::begins);
      Setting setting = family.draw(words, "", Map.of(), random);
      return new StoryPart(family, wording, setting, List.of(), Measure.VALUE);
    }

    StoryPart previous = before.get(before.size() - 1);
    Measure from = previous.measure();
    ProblemText wording = wording(family, telling -> telling.continues(from));
    Map<String, Fraction> given = Map.of(ProblemText.LINK, previous.value());
    Setting setting = family.draw(words, previous.phrase(), given, random);
    return new StoryPart(family, wording, setting, List.of(), from);
  }

  private ProblemText wording(ProblemFamily family, Predicate<ProblemFamily.Wording> fits) {
    return oneOf(family.wordings().stream().filter(fits).toList()).text();
  }

  private Map<String, String> words(List<StoryPlans.Candidate> plan) {
    TreeSet<String> slots = new TreeSet<>();
    plan.forEach(candidate -> slots.addAll(candidate.family().wordSlots()));
    Map<String, String> words = new HashMap<>();
    slots.forEach(slot -> words.put(slot, oneOf(ProblemText.WORDS.get(slot))));
    return words;
  }

  private <T> T oneOf(List<T> elements) {
    return elements.get(random.nextInt(elements.size()));
  }
}
