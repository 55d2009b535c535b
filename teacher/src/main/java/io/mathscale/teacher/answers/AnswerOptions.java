package io.mathscale.teacher.answers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the teacher answers. Each answer is a function of these options, the question, the name of
 * the model and the seed of the request.
 *
 * @param canned true if every answer is the same completion, at full speed
 * @param errors how often a solution is wrong
 * @param errorsByModel the same for models of certain names
 * @param coincide the share of wrong answers to a question, from 0 to 1, that all models and tries
 *     have in common; the others are spread over all that one can do wrong there
 * @param phrasings true to write equal answers in several ways
 * @param misjudged the share of verdicts on solutions, from 0 to 1, that are the opposite of the
 *     right one
 * @param known files of questions with worked solutions, for what no rule can solve
 */
public record AnswerOptions(
    boolean canned,
    ErrorRates errors,
    Map<String, ErrorRates> errorsByModel,
    double coincide,
    boolean phrasings,
    double misjudged,
    List<Path> known) {
  /** The right answer always, written in one way. */
  public static final AnswerOptions RIGHT =
      new AnswerOptions(false, ErrorRates.NONE, Map.of(), 0, false, 0, List.of());

  /** The same answer to everything. */
  public static final AnswerOptions CANNED =
      new AnswerOptions(true, ErrorRates.NONE, Map.of(), 0, false, 0, List.of());

  /** Checks the shares. */
  public AnswerOptions {
    ErrorRates.requireShare("coincide", coincide);
    ErrorRates.requireShare("misjudged", misjudged);
    errorsByModel = Map.copyOf(errorsByModel);
    known = List.copyOf(known);
  }

  /** Returns these options with rates of errors for all models that have none of their own. */
  public AnswerOptions withErrors(ErrorRates rates) {
    return new AnswerOptions(canned, rates, errorsByModel, coincide, phrasings, misjudged, known);
  }

  /** Returns these options with a share of wrong answers that coincide. */
  public AnswerOptions withCoincide(double share) {
    return new AnswerOptions(canned, errors, errorsByModel, share, phrasings, misjudged, known);
  }

  /** Returns these options with rates of errors for a model of a name. */
  public AnswerOptions withErrors(String model, ErrorRates rates) {
    Map<String, ErrorRates> more = new HashMap<>(errorsByModel);
    more.put(model, rates);
    return new AnswerOptions(canned, errors, more, coincide, phrasings, misjudged, known);
  }

  /** Returns these options with equal answers written in several ways. */
  public AnswerOptions withPhrasings() {
    return new AnswerOptions(canned, errors, errorsByModel, coincide, true, misjudged, known);
  }

  /** Returns these options with a share of verdicts that are the opposite of the right one. */
  public AnswerOptions withMisjudged(double share) {
    return new AnswerOptions(canned, errors, errorsByModel, coincide, phrasings, share, known);
  }

  /** Returns these options with files of questions and their worked solutions. */
  public AnswerOptions withKnown(List<Path> files) {
    return new AnswerOptions(canned, errors, errorsByModel, coincide, phrasings, misjudged, files);
  }

  /** Returns how often a model is wrong. */
  ErrorRates errorsOf(String model) {
    return errorsByModel.getOrDefault(model, errors);
  }
}
