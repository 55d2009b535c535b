package io.mathscale.grader.extract;

import io.mathscale.grader.choices.ChoiceLetters;
import io.mathscale.grader.limits.LimitReachedException;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.verdict.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the answer in a model's text, outside its thinking, by the first of these endings that it
 * has: a tag; a field of JSON; the last box, unless a value follows a later marker; what follows
 * the last marker, such as "the answer is"; words in bold in the last paragraph; the whole text, if
 * it is one formula; the last formula or number. Where a letter of a choice is wanted, letters are
 * looked for in place of the last three. Takes time that grows no faster than the text.
 */
public final class AnswerExtractor {
  private static final int LONGEST_SEGMENT = 2_000;
  private static final int LONGEST_TAIL = 4_000;
  private static final int MOST_LAYERS = 3;
  private static final int LONGEST_WORDS = 80;

  /** Short words that show that a line is a sentence and not a formula. */
  private static final Pattern SHORT_PROSE =
      Pattern.compile(
          "(?<![\\\\A-Za-z{])(?:[Ii]s|[Ss]o|[Ww]e|[Ii]t|[Hh]e|[Aa]s|of|[Ii]f|be|[Bb]y|[Aa]t|[Oo]n)(?![A-Za-z}])");

  private AnswerExtractor() {}

  /**
   * What the model says, or empty if it never ends to think.
   *
   * @param completion what the model wrote
   * @param form the form that is prescribed
   */
  public static Optional<String> spoken(String completion, PrescribedForm form) {
    return SpokenText.of(completion, form.thinkingTags());
  }

  /**
   * The answer, or empty if the text has none.
   *
   * @param text what the model says
   * @param wanted what is known of the answer
   * @param isCut whether the text was cut at the limit of tokens, so that nothing is guessed
   * @param form the form that is prescribed
   * @throws LimitReachedException if an expression that is prescribed takes too many steps
   */
  public static Optional<FoundAnswer> extract(
      String text, Wanted wanted, boolean isCut, PrescribedForm form) {
    if (form.isStrict()) {
      return form.answer(text).map(found -> inside(Ending.PRESCRIBED, found, wanted));
    }
    Optional<FoundAnswer> stated = stated(text, wanted, 0);
    if (PartAnswers.areLabelled(wanted.reference())) {
      Optional<FoundAnswer> parts = PartAnswers.of(text);
      stated = stated.map(found -> found.followedBy(parts));
    }
    if (stated.isPresent() || isCut) {
      return stated.map(found -> found.with(BoldAnswers.atEnd(text)));
    }
    return guessed(text, wanted).map(found -> found.with(BoldAnswers.atEnd(text)));
  }

  /**
   * The answer that the text states explicitly: in a tag, a field of JSON, a box or after a marker.
   */
  public static Optional<FoundAnswer> stated(String text) {
    return stated(text, Wanted.any(false), 0);
  }

  /** Whether the text announces an answer instead of being one. */
  public static boolean hasPhrase(String text) {
    return AnswerMarkers.announces(text);
  }

  private static Optional<FoundAnswer> stated(String text, Wanted wanted, int layer) {
    Optional<String> tagged = TaggedAnswers.last(text);
    if (tagged.isPresent()) {
      return Optional.of(inside(Ending.TAG, tagged.get(), wanted, layer));
    }
    Optional<FoundAnswer> field = JsonAnswers.last(text);
    if (field.isPresent()) {
      List<String> values = field.get().readings();
      FoundAnswer first = inside(Ending.JSON, values.get(0), wanted, layer);
      return Optional.of(first.withReadings(values.subList(1, values.size())));
    }
    BoxedAnswers.BoxGroup boxes = BoxedAnswers.lastGroup(text);
    if (boxes.contents().isEmpty()) {
      return AnswerMarkers.last(text, 0, false, wanted);
    }
    if (boxes.start() < 0) {
      return Optional.of(FoundAnswer.of(Ending.BOX, boxes.answer()));
    }
    int after = text.indexOf('}', boxes.start());
    Optional<FoundAnswer> later =
        AnswerMarkers.last(text, Math.max(boxes.start(), after), true, wanted);
    if (later.isPresent()) {
      return later;
    }
    FoundAnswer inside = inside(Ending.BOX, boxes.answer(), wanted, layer);
    return Optional.of(
        boxes.labelled().isEmpty()
            ? inside
            : inside.withReadings(List.of(String.join(", ", boxes.labelled()))));
  }

  private static FoundAnswer inside(Ending ending, String content, Wanted wanted) {
    return inside(ending, content, wanted, 0);
  }

  /** The content of a tag, field or box, and what it states if it is a text itself. */
  private static FoundAnswer inside(Ending ending, String content, Wanted wanted, int layer) {
    if (layer >= MOST_LAYERS || PlainFormula.is(content) || wanted.isReference(content.strip())) {
      return FoundAnswer.of(ending, content.strip());
    }
    List<String> readings = new ArrayList<>(List.of(content.strip()));
    String text = TextCommands.unwrapped(content);
    if (isReadable(text, wanted)) {
      return new FoundAnswer(ending, readings, List.of(), false);
    }
    Optional<FoundAnswer> inner = stated(text, wanted, layer + 1);
    if (inner.isEmpty()) {
      inner =
          LeadingValue.of(text, wanted)
              .filter(LeadingValue.Reading::isDirect)
              .map(
                  read ->
                      new FoundAnswer(
                          ending,
                          read.readings(),
                          List.of(),
                          read.tone() != LeadingValue.Tone.PLAIN));
    }
    if (inner.isEmpty()) {
      inner = text.length() > 40 ? guessed(text, wanted) : AnswerMarkers.inSentence(text, wanted);
    }
    inner.ifPresent(found -> readings.addAll(found.readings()));
    boolean isHedged = inner.isPresent() && inner.get().isHedged();
    List<String> whole = inner.isPresent() ? inner.get().whole() : List.of();
    return new FoundAnswer(ending, readings, whole, isHedged, inner.flatMap(FoundAnswer::doubt));
  }

  private static boolean isReadable(String text, Wanted wanted) {
    return !WordAnswers.hasProse(text) && wanted.isReadable(AnswerText.clean(text));
  }

  private static Optional<FoundAnswer> guessed(String text, Wanted wanted) {
    if (wanted.isChoice()) {
      Optional<String> letters = ChoiceLetters.letters(text);
      for (String bold : BoldAnswers.atEnd(text)) {
        letters = letters.or(() -> ChoiceLetters.letters(bold));
      }
      if (letters.isPresent()) {
        return letters.map(found -> FoundAnswer.of(Ending.LETTER, found));
      }
      String head = text.substring(0, Math.min(text.length(), LONGEST_TAIL));
      return ChoiceLetters.startingOrLast(head)
          .map(letter -> FoundAnswer.of(Ending.LETTER, letter))
          .or(() -> guessedValue(text, wanted));
    }
    return guessedValue(text, wanted);
  }

  private static Optional<FoundAnswer> guessedValue(String text, Wanted wanted) {
    if (isBareAnswer(text, wanted)) {
      return Optional.of(FoundAnswer.of(Ending.BARE, text.strip()));
    }
    Optional<FoundAnswer> bold = BoldAnswers.last(text, wanted);
    if (bold.isPresent()) {
      return bold;
    }
    String tail = text.substring(Math.max(0, text.length() - LONGEST_TAIL));
    Optional<FoundAnswer> last = LastValue.of(tail, wanted).or(() -> lastWords(tail));
    String line = tail.strip();
    line = line.substring(line.lastIndexOf('\n') + 1);
    if (WordAnswers.yesOrNo(line).isPresent()) {
      return Optional.of(FoundAnswer.of(Ending.LAST_VALUE, line).followedBy(last));
    }
    // a reading behind the others, since "no" ends sentences of all kinds
    String word = line.substring(line.lastIndexOf(' ') + 1);
    return WordAnswers.yesOrNo(word).isEmpty()
        ? last
        : last.map(found -> found.withReadings(List.of(word)));
  }

  /** The words after the last "is" of the last line, or all of a line of few words. */
  private static Optional<FoundAnswer> lastWords(String text) {
    String line = text.strip();
    line = line.substring(line.lastIndexOf('\n') + 1);
    int is = line.lastIndexOf(" is ");
    String words = is < 0 ? line : line.substring(is + " is ".length());
    boolean hasLetters =
        words.indexOf('<') < 0
            && !words.contains("\\boxed{}")
            && words.chars().anyMatch(Character::isLetter);
    return words.length() <= LONGEST_WORDS && hasLetters
        ? Optional.of(FoundAnswer.of(Ending.LAST_VALUE, words.strip()))
        : Optional.empty();
  }

  /** Whether the text is one line of mathematics, so that the answer is all of it. */
  private static boolean isBareAnswer(String text, Wanted wanted) {
    String line = text.strip();
    return line.length() <= LONGEST_SEGMENT
        && line.indexOf('\n') < 0
        && line.indexOf('$') < 0
        && !line.contains("\\(")
        && !line.contains("\\[")
        && !SHORT_PROSE.matcher(line).find()
        && !WordAnswers.hasProse(line)
        && wanted.isReadable(line);
  }
}
