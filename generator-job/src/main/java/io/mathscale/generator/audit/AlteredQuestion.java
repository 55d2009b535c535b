package io.mathscale.generator.audit;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.text.NormalForm;
import io.mathscale.generator.audit.ProseText.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Alters questions; the result is a function of the texts and of the random numbers. */
final class AlteredQuestion {
  private static final String MARKS = ",;:.?!，。？！；：、";
  private static final int FIRST_DIGITS = 9;
  private static final int DIGITS = 10;

  private final String text;
  private final String other;
  private final SplittableRandom random;
  private final ProseText prose;

  private AlteredQuestion(String text, String other, SplittableRandom random) {
    this.text = text;
    this.other = other;
    this.random = random;
    prose = new ProseText(text);
  }

  /**
   * A question of the kind.
   *
   * @param text what is altered
   * @param other another question, of which words or the last sentence may be taken
   * @return nothing where the question has no place for such a change
   */
  static Optional<String> of(AuditKind kind, String text, String other, SplittableRandom random) {
    AlteredQuestion question = new AlteredQuestion(text, other, random);
    String altered =
        switch (kind) {
          case CASE -> question.inOtherCase();
          case PUNCTUATION -> question.withOtherMarks();
          case ONE_WORD -> question.withWords(1);
          case TWO_WORDS -> question.withWords(2);
          case REORDERED -> question.reordered();
          case NUMBERS, OWN_ROW -> question.withOtherNumbers();
          case OTHER_TASK -> question.withOtherTask();
        };
    return altered.equals(text) ? Optional.empty() : Optional.of(altered);
  }

  private String inOtherCase() {
    boolean isUpper = random.nextBoolean();
    StringBuilder altered = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (prose.isProse(i)) {
        boolean isTurned = isUpper || Character.isLowerCase(letter);
        altered.setCharAt(
            i, isTurned ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
      }
    }

    return altered.toString();
  }

  /** Marks that belong to a number stay. */
  private String withOtherMarks() {
    StringBuilder altered = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean isMark =
          prose.isProse(i)
              && MARKS.indexOf(text.charAt(i)) >= 0
              && i > 0
              && Character.isLetter(text.charAt(i - 1))
              && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
      if (!isMark) {
        altered.append(text.charAt(i));
      } else if (random.nextBoolean()) {
        altered.append(" — ");
      }
    }

    return altered.toString();
  }

  private String withWords(int count) {
    List<Part> places = new ArrayList<>(prose.words());
    if (places.size() < count) {
      return text;
    }

    List<Part> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      chosen.add(places.remove(random.nextInt(places.size())));
    }

    chosen.sort(Comparator.comparingInt(Part::start).reversed());
    StringBuilder altered = new StringBuilder(text);
    for (Part part : chosen) {
      List<String> words = otherWords(part.of(text));
      if (words.isEmpty()) {
        return text;
      }

      altered.replace(part.start(), part.end(), words.get(random.nextInt(words.size())));
    }

    return altered.toString();
  }

  /** Words of the other question that may take the place of a word: of its script. */
  private List<String> otherWords(String word) {
    ProseText theirs = new ProseText(other);
    return theirs.isIdeographic() != prose.isIdeographic()
        ? List.of()
        : theirs.words().stream()
            .map(part -> part.of(other))
            .filter(each -> !fold(each).equals(fold(word)))
            .toList();
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private String reordered() {
    List<Part> sentences = prose.sentences();
    if (sentences.size() < 2) {
      return text;
    }

    Part first = sentences.get(0);
    Part second = sentences.get(1);
    String moved = second.of(text).strip();
    if (Character.isLetterOrDigit(moved.charAt(moved.length() - 1))) {
      return text; // Without a mark at its end it would be one with the other.
    }

    String altered = (moved + " " + first.of(text) + text.substring(second.end())).strip();
    return NormalForm.of(altered).equals(NormalForm.of(text)) ? text : altered;
  }

  /** The same number becomes the same other one, of as many digits; powers and indices stay. */
  private String withOtherNumbers() {
    Map<String, String> others = new HashMap<>();
    StringBuilder altered = new StringBuilder();
    int place = 0;
    while (place < text.length()) {
      int end = place;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }

      if (end == place) {
        altered.append(text.charAt(place++));
      } else {
        String number = text.substring(place, end);
        boolean isBound = place > 0 && "^_".indexOf(text.charAt(place - 1)) >= 0;
        altered.append(isBound ? number : others.computeIfAbsent(number, this::otherNumber));
        place = end;
      }
    }

    return altered.toString();
  }

  private String otherNumber(String number) {
    StringBuilder other = new StringBuilder();
    int first = number.charAt(0) - '0';
    int drawn = 1 + random.nextInt(FIRST_DIGITS - (first == 0 ? 0 : 1));
    other.append(first != 0 && drawn >= first ? drawn + 1 : drawn);
    while (other.length() < number.length()) {
      other.append(random.nextInt(DIGITS));
    }

    return other.toString();
  }

  /** The facts of the question with the last sentence of the other. */
  private String withOtherTask() {
    List<Part> mine = prose.sentences();
    List<Part> theirs = new ProseText(other).sentences();
    if (!endsWithItsOnlyTask(mine, text) || !endsWithItsOnlyTask(theirs, other)) {
      return text;
    }

    Part last = mine.get(mine.size() - 1);
    String task = theirs.get(theirs.size() - 1).of(other);
    boolean isWhole =
        2 * task.length() > other.length(); // It may be the problem without its story.
    return isWhole || isAlike(task, last.of(text)) ? text : text.substring(0, last.start()) + task;
  }

  /** Whether two tasks share more than half of the words of either: they may ask the same. */
  private static boolean isAlike(String task, String other) {
    Set<String> tokens = new HashSet<>(NormalForm.of(task).tokens());
    Set<String> others = new HashSet<>(NormalForm.of(other).tokens());
    int least = Math.min(tokens.size(), others.size());
    tokens.retainAll(others);
    return 2 * tokens.size() > least;
  }

  /** What stands before the last sentence must be facts alone, else what is left is a leak. */
  private static boolean endsWithItsOnlyTask(List<Part> sentences, String text) {
    return sentences.size() > 1
        && sentences.stream()
            .filter(sentence -> isAsked(sentence.of(text)))
            .toList()
            .equals(sentences.subList(sentences.size() - 1, sentences.size()));
  }

  private static boolean isAsked(String sentence) {
    String stripped = sentence.strip();
    return stripped.endsWith("?") || stripped.endsWith("？");
  }
}
