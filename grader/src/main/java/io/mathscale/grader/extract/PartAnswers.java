package io.mathscale.grader.extract;

import io.mathscale.grader.extract.PartSections.Part;
import io.mathscale.grader.verdict.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the answers that the labelled parts of a text state, as {@code (a) 3; (b) 2}. */
public final class PartAnswers {
  private static final Pattern LABELLED =
      Pattern.compile("\\s*+\\$?+\\s*+(?:\\\\text\\{\\s*+)?(?:[(（]?[1ai][)）]|①).*", Pattern.DOTALL);
  private static final Pattern SECOND = Pattern.compile("[^\\w{^][(（]?(?:2|b|ii)[)）]|②");
  private static final Pattern SEPARATOR = Pattern.compile("[,;，；、]|\\s(?:and|or)\\s|和|或");

  private PartAnswers() {}

  /**
   * The answers of all parts that state one, each behind its label in brackets: of a part with
   * several boxes the last.
   *
   * @param text what the model says
   * @return empty where fewer than two parts state one, or where the last holds those of all
   */
  public static Optional<FoundAnswer> of(String text) {
    List<FoundAnswer> most = List.of();
    List<Part> parts = List.of();
    for (List<Part> way : PartSections.of(text)) {
      List<Part> answered = new ArrayList<>();
      List<FoundAnswer> answers = new ArrayList<>();
      for (Part part : way) {
        Optional<FoundAnswer> stated =
            AnswerExtractor.stated(part.text()).filter(FoundAnswer::isStated);
        if (stated.isPresent() && !value(stated.get()).isBlank()) {
          answered.add(part);
          answers.add(stated.get());
        }
      }
      if (answers.size() > most.size()) {
        most = answers;
        parts = answered;
      }
    }
    return most.size() < 2 || isJoint(most) ? Optional.empty() : Optional.of(joined(parts, most));
  }

  /** Whether an answer is that of several labelled parts. */
  static boolean areLabelled(String answer) {
    return LABELLED.matcher(answer).matches() && SECOND.matcher(answer).find();
  }

  private static FoundAnswer joined(List<Part> parts, List<FoundAnswer> answers) {
    List<String> labelled = new ArrayList<>();
    boolean areBoxed = true;
    for (int i = 0; i < parts.size(); i++) {
      labelled.add("(" + parts.get(i).label() + ") " + value(answers.get(i)));
      areBoxed &= answers.get(i).ending() == Ending.BOX;
    }
    return FoundAnswer.of(areBoxed ? Ending.BOX : Ending.MARKER, String.join("; ", labelled));
  }

  /** Whether the last answer is a list that has labels, or that goes through all the others. */
  private static boolean isJoint(List<FoundAnswer> answers) {
    String last = value(answers.get(answers.size() - 1));
    if (LABELLED.matcher(last).matches()) {
      return true;
    }
    int from = 0;
    for (FoundAnswer answer : answers.subList(0, answers.size() - 1)) {
      int at = last.indexOf(value(answer), from);
      int end = at + value(answer).length();
      if (at < 0 || !SEPARATOR.matcher(last).region(end, last.length()).find()) {
        return false;
      }
      from = end;
    }
    return true;
  }

  private static String value(FoundAnswer found) {
    List<String> readings = found.readings();
    boolean isNarrow =
        found.ending() == Ending.MARKER || AnswerExtractor.hasPhrase(readings.get(0));
    return readings.get(isNarrow ? readings.size() - 1 : 0).strip();
  }
}
