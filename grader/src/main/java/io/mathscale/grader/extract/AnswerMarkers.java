package io.mathscale.grader.extract;

import io.mathscale.grader.choices.ChoiceLetters;
import io.mathscale.grader.parse.WordAnswers;
import io.mathscale.grader.text.AnswerText;
import io.mathscale.grader.text.Retractions;
import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds answers after words and signs that announce them, in several languages. */
final class AnswerMarkers {
  private static final MarkerSet MARKERS =
      MarkerSet.of(
          "answer is",
          "answers are",
          "answer was",
          "answer:",
          "answer :",
          "answer：",
          "answer**:",
          "answer*:",
          "answer =",
          "answer -",
          "answers:",
          "final answer",
          "final answers",
          "####",
          "\na:",
          "\nans:",
          "\nans.",
          "solution is",
          "solution set is",
          "solutions are",
          "result is",
          "i choose",
          "i pick",
          "i select",
          "we choose",
          "correct option is",
          "correct choice is",
          "correct options are",
          "correct choices are",
          "答案",
          "故选",
          "应选",
          "正确选项",
          "réponse",
          "réponses",
          "respuesta",
          "respuestas",
          "antwort",
          "antworten",
          "risposta",
          "risposte",
          "resposta",
          "respostas",
          "ответ",
          "ответы",
          "答え",
          "정답",
          "đáp án");

  /** Those that announce the answer so clearly that it counts more than a box before it. */
  private static final MarkerSet CLEAR =
      MarkerSet.of(
          "the answer is",
          "final answer",
          "final answer is",
          "correct answer is",
          "correct option is",
          "correct choice is",
          "answer:",
          "answer：",
          "answer**:",
          "####",
          "答案",
          "故选");

  /** A heading or word that may announce an answer, where nothing above does. */
  private static final MarkerSet WEAK = MarkerSet.of("answer", "answers");

  /** Words in front of an answer that is only looked at again. */
  private static final List<String> CHECKS =
      List.of("check our", "check the", "check this", "check my", "verify", "confirm", "test our");

  private static final int LONGEST_CHECK = 40;
  private static final int MOST_TRIES = 12;

  private static final String NOUN = "answer";

  /** Behind the noun they tell where the answer goes. */
  private static final List<String> PLACES = List.of(" here", " ici", " aquí", " hier");

  /** A sign of two characters and a value of one. */
  private static final int SHORTEST_STATEMENT = 3;

  private static final int LONGEST_SEARCH = 20_000;
  private static final String[] COPULAS = {
    " is ", " are ", "=", " equals ", "是", "为", " est ", " ist ", " es "
  };

  /** Those that stand in no formula. */
  private static final String[] VERBS = {" is ", " are ", " equals ", "是", "为"};

  private AnswerMarkers() {}

  /** Whether the text announces an answer instead of being one. */
  static boolean announces(String text) {
    String lower = AnswerText.lower("\n" + text);
    return WEAK.isIn(lower) || MARKERS.isIn(lower);
  }

  /**
   * The answer after the last marker that one follows.
   *
   * @param text the text
   * @param from where the search starts
   * @param directOnly whether only a value that follows at once counts
   * @param wanted what is known of the answer
   */
  static Optional<FoundAnswer> last(String text, int from, boolean directOnly, Wanted wanted) {
    int start = Math.max(from, text.length() - LONGEST_SEARCH);
    if (directOnly && text.length() - start < SHORTEST_STATEMENT) {
      return Optional.empty();
    }
    String searched = "\n" + text.substring(start);
    String lower = AnswerText.lower(searched);
    List<Integer> ends = ends(lower, directOnly ? CLEAR : MARKERS);
    Optional<FoundAnswer> found = last(searched, ends, directOnly, wanted);
    return found.isPresent() || directOnly
        ? found
        : last(searched, ends(lower, WEAK), false, wanted);
  }

  private static Optional<FoundAnswer> last(
      String text, List<Integer> ends, boolean directOnly, Wanted wanted) {
    List<String> whole = new ArrayList<>();
    FoundAnswer words = null;
    for (int i = 0; i < Math.min(ends.size(), MOST_TRIES); i++) {
      String rest = text.substring(ends.get(i));
      whole.add(rest);
      if (i == 0) {
        whole.add(text.substring(ends.get(ends.size() - 1)));
      }
      Optional<FoundAnswer> letters =
          wanted.isChoice() ? letters(rest, directOnly) : Optional.empty();
      if (letters.isPresent()) {
        String said = letters.get().readings().get(0);
        FoundAnswer stated = letters.get().with(whole);
        boolean isTakenBack = Retractions.isTakenBack(text, ends.get(i), said);
        return Optional.of(isTakenBack ? stated.doubtedBy(Rule.HEDGE) : stated);
      }
      Optional<LeadingValue.Reading> reading = LeadingValue.of(rest, wanted);
      if (reading.isEmpty() || Placeholders.isOne(reading.get().readings().get(0))) {
        continue;
      }
      LeadingValue.Reading read = reading.get();
      boolean isHedged = read.tone() != LeadingValue.Tone.PLAIN;
      Optional<FoundAnswer> found =
          read.isDirect()
              ? Optional.of(new FoundAnswer(Ending.MARKER, read.readings(), List.of(), isHedged))
              : directOnly ? Optional.empty() : inWords(read, wanted);
      if (found.isPresent()) {
        List<String> readings = found.get().readings();
        String value = readings.get(readings.size() - 1);
        int valueEnd = ends.get(i) + Math.max(0, rest.indexOf(value)) + value.length();
        if (Retractions.isAsked(text, valueEnd)) {
          continue;
        }
        boolean isTakenBack =
            Retractions.isTakenBack(text, valueEnd, value)
                || Retractions.isDraft(text, ends.get(i));
        FoundAnswer stated = found.get().with(whole);
        return Optional.of(isTakenBack ? stated.doubtedBy(Rule.HEDGE) : stated);
      }
      String sentence = read.readings().get(0);
      if (words == null && !sentence.isBlank() && !sentence.contains("\\boxed")) {
        words = new FoundAnswer(Ending.MARKER, read.readings(), whole, isHedged);
      }
    }

    return directOnly ? Optional.empty() : Optional.ofNullable(words).map(last -> last.with(whole));
  }

  private static Optional<FoundAnswer> letters(String rest, boolean directOnly) {
    String segment = AnswerSegment.of(rest);
    String bare = segment.substring(segment.startsWith(":") ? 1 : 0);
    return ChoiceLetters.letters(bare)
        .or(() -> ChoiceLetters.leading(bare))
        .or(() -> directOnly ? Optional.empty() : ChoiceLetters.firstIn(segment))
        .map(letters -> FoundAnswer.of(Ending.MARKER, letters));
  }

  /** The first value in a sentence that begins with words. */
  private static Optional<FoundAnswer> inWords(LeadingValue.Reading read, Wanted wanted) {
    String sentence = read.readings().get(0);
    if (sentence.contains("\\boxed")) {
      // a box with an answer would have been found before
      return Optional.empty();
    }
    boolean isHedged = read.tone() != LeadingValue.Tone.PLAIN;
    Optional<FoundAnswer> said = afterCopula(sentence, COPULAS, isHedged, wanted);
    if (said.isPresent()) {
      return said;
    }
    boolean hedges = isHedged || Hedges.doubts(sentence);
    return FormulasInText.firstOrNumber(sentence, wanted)
        .map(value -> new FoundAnswer(Ending.MARKER, List.of(sentence, value), List.of(), hedges));
  }

  /** The value that a sentence says something is: {@code The value of x is 2.} */
  static Optional<FoundAnswer> inSentence(String sentence, Wanted wanted) {
    return WordAnswers.hasProse(sentence)
        ? afterCopula(sentence, VERBS, false, wanted)
        : Optional.empty();
  }

  private static Optional<FoundAnswer> afterCopula(
      String sentence, String[] copulas, boolean isHedged, Wanted wanted) {
    for (String copula : copulas) {
      int at = sentence.indexOf(copula);
      for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
        int end = at + copula.length();
        Optional<LeadingValue.Reading> after =
            LeadingValue.of(" " + sentence.substring(end), wanted);
        if (after.isPresent() && after.get().isDirect()) {
          List<String> readings = new ArrayList<>(List.of(sentence));
          readings.addAll(after.get().readings());
          boolean isUnsure = isHedged || after.get().tone() != LeadingValue.Tone.PLAIN;
          return Optional.of(new FoundAnswer(Ending.MARKER, readings, List.of(), isUnsure));
        }
        at = sentence.indexOf(copula, end);
      }
    }
    return Optional.empty();
  }

  /** "We can check our answer: …" goes back to an answer that was announced before. */
  private static boolean isChecked(String lower, int start) {
    int most = Math.max(0, start - LONGEST_CHECK);
    int begin = start;
    while (begin > most && !isSentenceEnd(lower, begin - 1, start)) {
      begin--;
    }
    String clause = lower.substring(begin, start);
    for (String check : CHECKS) {
      if (clause.contains(check)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSentenceEnd(String lower, int at, int end) {
    char c = lower.charAt(at);
    return c == '\n' || (c == '.' && at + 1 < end && lower.charAt(at + 1) == ' ');
  }

  /** "The answer isn't 41" goes on with what it is not. */
  private static boolean isContracted(String lower, int end) {
    return lower.startsWith("n't", end) || lower.startsWith("n’t", end);
  }

  /** {@code </answer>} announces nothing. */
  private static boolean isInTag(String lower, int start, int end) {
    boolean isClosed = end < lower.length() && ">]|".indexOf(lower.charAt(end)) >= 0;
    return isClosed && start > 0 && "</[|_".indexOf(lower.charAt(start - 1)) >= 0;
  }

  /**
   * "It can be answered" announces nothing, nor do {@code \\boxed{\\text{answer}}} and "your answer
   * here".
   */
  private static boolean isPartOfMore(String lower, int start, int end) {
    boolean isNoun =
        lower.startsWith(NOUN, end - NOUN.length())
            || lower.startsWith(NOUN + "s", end - NOUN.length() - 1);
    if (end >= lower.length() || !isNoun) {
      return false;
    }
    boolean isInBox =
        lower.startsWith("}}", end) || lower.startsWith("boxed{", start - "boxed{".length());
    return isLetter(lower.charAt(end))
        || (lower.charAt(end) == '}' && isInBox)
        || isPlace(lower, end);
  }

  /** "your answer here" and a bracket, which tells where the answer goes. */
  private static boolean isPlace(String lower, int end) {
    for (String place : PLACES) {
      int behind = end + place.length();
      if (lower.startsWith(place, end)) {
        return behind == lower.length() || "}])><*_.".indexOf(lower.charAt(behind)) >= 0;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Where markers end, from the last to the first, without those that another one goes on with. */
  private static List<Integer> ends(String lower, MarkerSet markers) {
    BitSet all =
        markers.ends(
            lower,
            (start, end) ->
                !isInTag(lower, start, end)
                    && !isContracted(lower, end)
                    && !isPartOfMore(lower, start, end)
                    && !isChecked(lower, start));
    List<Integer> ends = new ArrayList<>();
    int next = Integer.MAX_VALUE;
    for (int i = all.previousSetBit(lower.length()); i > 0; i = all.previousSetBit(i - 1)) {
      // "final answer" goes on to "final answer is"
      if (next - i > " is".length()) {
        ends.add(i);
        next = i;
      }
    }
    return ends;
  }
}
