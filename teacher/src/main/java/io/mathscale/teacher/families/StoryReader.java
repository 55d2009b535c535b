package io.mathscale.teacher.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the story that a question tells, by the wordings of the families. */
final class StoryReader {
  /** No story is longer; it bounds the search. */
  private static final int MAX_PARTS = 4;

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

  private final List<Telling> tellings = new ArrayList<>();

  /**
   * One way to tell a situation.
   *
   * @param family the family of the situation
   * @param wording the sentences
   * @param asked the quantity that the sentences ask for, empty if they ask for none
   */
  private record Telling(
      ProblemFamily family, ProblemFamily.Wording wording, List<Quantity> asked) {}

  StoryReader(List<ProblemFamily> families) {
    for (ProblemFamily family : families) {
      for (Quantity quantity : family.quantities()) {
        for (ProblemText question : quantity.questions()) {
          ProblemFamily.Wording whole = new ProblemFamily.Wording(Set.of(), question);
          tellings.add(new Telling(family, whole, List.of(quantity)));
        }
      }

      family.wordings().forEach(wording -> tellings.add(new Telling(family, wording, List.of())));
    }
  }

  /** Returns the story, empty if no families tell this one. */
  Optional<Story> read(String question) {
    return read(question, 0, List.of());
  }

  /** Returns the story that begins with some parts and goes on with the text at an index. */
  private Optional<Story> read(String question, int start, List<StoryPart> before) {
    for (Telling telling : tellings) {
      Optional<ProblemText.Reading> reading = telling.wording().text().read(question, start);
      if (reading.isPresent()) {
        Optional<Story> story =
            told(telling, reading.get(), before)
                .map(parts -> goingOn(question, telling, reading.get().end() + 1, parts))
                .flatMap(Optional::stream)
                .findFirst();
        if (story.isPresent()) {
          return story;
        }
      }
    }

    return Optional.empty();
  }

  /** Returns the story of the parts, of which the text at an index goes on with the last. */
  private Optional<Story> goingOn(
      String question, Telling telling, int end, List<StoryPart> parts) {
    if (!telling.asked().isEmpty()) {
      List<StoryPart> wanting = replacingLast(parts, last(parts).wanting(telling.asked()));
      return proven(question, wanting, Optional.of(telling.wording().text()));
    }

    Optional<Story> asked = asked(question, end, parts);
    return asked.isEmpty() && parts.size() < MAX_PARTS && end < question.length()
        ? read(question, end, parts)
        : asked;
  }

  /** Returns the parts with the one that was read, for each way to go on. */
  private static Stream<List<StoryPart>> told(
      Telling telling, ProblemText.Reading reading, List<StoryPart> before) {
    Map<String, String> words = new HashMap<>();
    before.forEach(part -> words.putAll(part.setting().words()));
    words.putAll(reading.words());
    if (before.isEmpty()) {
      Setting setting = new Setting(reading.numbers(), words, "");
      if (WHOLE.matcher(reading.link()).matches()) {
        Fraction number = Fraction.of(Long.parseLong(reading.link()));
        setting = setting.with(ProblemText.LINK, number);
      } else if (!reading.link().isEmpty()) {
        return Stream.empty();
      }

      return telling.wording().begins()
          ? adding(before, telling, setting, Measure.VALUE)
          : Stream.empty();
    }

    return said(last(before), reading.link()).stream()
        .filter(previous -> telling.wording().continues(previous.measure()))
        .flatMap(
            previous ->
                adding(
                    replacingLast(before, previous),
                    telling,
                    new Setting(reading.numbers(), words, previous.phrase())
                        .with(ProblemText.LINK, previous.value()),
                    previous.measure()));
  }

  /** Returns the parts with another one, if it has numbers that its family may have. */
  private static Stream<List<StoryPart>> adding(
      List<StoryPart> before, Telling telling, Setting setting, Measure from) {
    List<StoryPart> parts = new ArrayList<>(before);
    parts.add(new StoryPart(telling.family(), telling.wording().text(), setting, List.of(), from));
    try {
      return telling.family().mayHave(setting) ? Stream.of(parts) : Stream.empty();
    } catch (ArithmeticException notThisFamily) {
      return Stream.empty();
    }
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
    return part.with(new Setting(numbers, setting.words(), setting.link()));
  }

  private static Optional<Story> asked(String question, int start, List<StoryPart> parts) {
    Optional<String> asking =
        Stream.of(Story.WHAT_IS, Story.FIND)
            .filter(begins -> question.startsWith(begins, start))
            .findFirst();
    if (asking.isEmpty()) {
      return Optional.empty();
    }

    int end = start + asking.get().length();
    return last(parts).family().wanted().stream()
        .map(wanted -> completed(last(parts).wanting(wanted), question, end))
        .flatMap(last -> proven(question, replacingLast(parts, last), Optional.empty()).stream())
        .findFirst();
  }

  /** Returns the story of the parts if it reads like the question and has an answer. */
  private static Optional<Story> proven(
      String question, List<StoryPart> parts, Optional<ProblemText> whole) {
    return Stream.of(false, true)
        .map(imperative -> new Story(parts, whole, imperative))
        .filter(story -> isProven(story, question))
        .findFirst();
  }

  private static boolean isProven(Story story, String question) {
    try {
      return story.question().equals(question) && story.problem() != null;
    } catch (ArithmeticException | IllegalArgumentException hasNoAnswer) {
      // The quantity does not exist for these numbers.
      return false;
    }
  }

  private static StoryPart last(List<StoryPart> parts) {
    return parts.get(parts.size() - 1);
  }

  /** Returns the parts with another one in place of the last. */
  static List<StoryPart> replacingLast(List<StoryPart> parts, StoryPart last) {
    List<StoryPart> replaced = new ArrayList<>(parts);
    replaced.set(parts.size() - 1, last);
    return replaced;
  }
}
