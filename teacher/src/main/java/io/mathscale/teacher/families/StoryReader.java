package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the story that a question tells, by the wordings of the families. */
final class StoryReader {
  /** No story is longer; it bounds the search. */
  private static final int MAX_PARTS = 4;

  private final List<ProblemFamily> families;

  StoryReader(List<ProblemFamily> families) {
    this.families = List.copyOf(families);
  }

  /** Returns the story, empty if no families tell this one. */
  Optional<Story> read(String question) {
    return rest(question, 0, List.of());
  }

  private Optional<Story> rest(String question, int start, List<StoryPart> before) {
    for (ProblemFamily family : families) {
      Optional<Story> story = rest(question, start, before, family);

      if (story.isPresent()) {
        return story;
      }
    }

    return Optional.empty();
  }

  private Optional<Story> rest(
      String question, int start, List<StoryPart> before, ProblemFamily family) {
    for (Quantity quantity : family.quantities()) {
      for (ProblemText whole : quantity.questions()) {
        ProblemFamily.Wording wording = new ProblemFamily.Wording(Set.of(), whole);

        for (List<StoryPart> parts : told(question, start, before, family, wording)) {
          Optional<Story> story =
              proven(question, wanting(parts, List.of(quantity)), Optional.of(whole));

          if (story.isPresent()) {
            return story;
          }
        }
      }
    }

    for (ProblemFamily.Wording wording : family.wordings()) {
      for (List<StoryPart> parts : told(question, start, before, family, wording)) {
        int end = wording.text().read(question, start).orElseThrow().end() + 1;
        Optional<Story> story = asked(question, end, parts);

        if (story.isEmpty() && parts.size() < MAX_PARTS && end < question.length()) {
          story = rest(question, end, parts);
        }

        if (story.isPresent()) {
          return story;
        }
      }
    }

    return Optional.empty();
  }

  /** Returns the parts with the one that the text at an index tells, for each way to go on. */
  private static List<List<StoryPart>> told(
      String question,
      int start,
      List<StoryPart> before,
      ProblemFamily family,
      ProblemFamily.Wording wording) {
    Optional<ProblemText.Reading> found = wording.text().read(question, start);
    List<List<StoryPart>> ways = new ArrayList<>();

    if (found.isEmpty()) {
      return ways;
    }

    ProblemText.Reading reading = found.get();
    Map<String, String> words = new HashMap<>();
    before.forEach(part -> words.putAll(part.setting().words()));
    words.putAll(reading.words());

    if (before.isEmpty()) {
      if (wording.begins() && reading.link().matches("(?:-?\\d{1,15})?")) {
        Setting setting = new Setting(reading.numbers(), words, "");
        add(
            ways,
            before,
            new StoryPart(
                family,
                wording.text(),
                reading.link().isEmpty()
                    ? setting
                    : setting.with(ProblemText.LINK, Fraction.of(Long.parseLong(reading.link()))),
                List.of(),
                Measure.VALUE));
      }

      return ways;
    }

    for (StoryPart previous : said(before.get(before.size() - 1), reading.link())) {
      if (wording.continues(previous.measure())) {
        List<StoryPart> parts = new ArrayList<>(before.subList(0, before.size() - 1));
        parts.add(previous);
        Setting setting =
            new Setting(reading.numbers(), words, previous.phrase())
                .with(ProblemText.LINK, previous.value());
        add(
            ways,
            parts,
            new StoryPart(family, wording.text(), setting, List.of(), previous.measure()));
      }
    }

    return ways;
  }

  /** Returns the part with each of its quantities that has the words, and all if there are none. */
  private static List<StoryPart> said(StoryPart part, String words) {
    List<StoryPart> said = new ArrayList<>();

    for (Quantity quantity : part.family().quantities()) {
      for (String phrase : List.of(words, "$" + words + "$")) {
        try {
          StoryPart wanted = completed(part.wanting(List.of(quantity)), phrase, 0);
          wanted.value();

          if (words.isEmpty() || wanted.phrase().equalsIgnoreCase(phrase)) {
            said.add(wanted);
          }
        } catch (ArithmeticException | IllegalArgumentException notThisQuantity) {
          // It has no value with these numbers, so the text does not go on with it.
        }
      }
    }

    return said;
  }

  /** Returns the part with the numbers that only the words for its quantities tell. */
  private static StoryPart completed(StoryPart part, String text, int start) {
    Map<String, Fraction> numbers = new HashMap<>();
    int end = start + (part.quantities().size() > 1 ? StoryPart.SUM.length() : 0);

    for (Quantity quantity : part.quantities()) {
      Optional<ProblemText.Reading> phrase = quantity.phrase().read(text, end);

      if (phrase.isEmpty()) {
        return part;
      }

      numbers.putAll(phrase.get().numbers());
      end = phrase.get().end() + StoryPart.AND.length();
    }

    Setting setting = part.setting();
    numbers.putAll(setting.numbers());

    return new StoryPart(
        part.family(),
        part.wording(),
        new Setting(numbers, setting.words(), setting.link()),
        part.quantities(),
        part.from());
  }

  private static void add(List<List<StoryPart>> ways, List<StoryPart> before, StoryPart part) {
    try {
      if (part.family().mayHave(part.setting())) {
        List<StoryPart> parts = new ArrayList<>(before);
        parts.add(part);
        ways.add(parts);
      }
    } catch (ArithmeticException notThisFamily) {
      // The numbers are none of the family's, so the text tells something else.
    }
  }

  private static Optional<Story> asked(String question, int start, List<StoryPart> parts) {
    for (List<Quantity> wanted : parts.get(parts.size() - 1).family().wanted()) {
      List<StoryPart> wanting = wanting(parts, wanted);
      StoryPart last = wanting.remove(parts.size() - 1);

      for (String asking : List.of(Story.WHAT_IS, Story.FIND)) {
        if (question.startsWith(asking, start)) {
          wanting.add(completed(last, question, start + asking.length()));
        }
      }

      Optional<Story> story =
          wanting.size() == parts.size()
              ? proven(question, wanting, Optional.empty())
              : Optional.empty();

      if (story.isPresent()) {
        return story;
      }
    }

    return Optional.empty();
  }

  private static List<StoryPart> wanting(List<StoryPart> parts, List<Quantity> wanted) {
    List<StoryPart> wanting = new ArrayList<>(parts);
    wanting.set(parts.size() - 1, parts.get(parts.size() - 1).wanting(wanted));

    return wanting;
  }

  /** Returns the story of the parts if it reads like the question and has an answer. */
  private static Optional<Story> proven(
      String question, List<StoryPart> parts, Optional<ProblemText> whole) {
    for (boolean imperative : new boolean[] {false, true}) {
      try {
        Story story = new Story(parts, whole, imperative);

        if (story.question().equals(question)) {
          story.problem();
          return Optional.of(story);
        }
      } catch (ArithmeticException | IllegalArgumentException hasNoAnswer) {
        // The quantity does not exist for these numbers.
      }
    }

    return Optional.empty();
  }
}
