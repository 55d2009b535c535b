package io.mathscale.grader;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A prediction and its reference.
 *
 * @param name what it is, for people
 * @param prediction the answer, or the text that holds it
 * @param gold the reference
 * @param isCompletion whether the answer must be found in the text
 * @param label whether the answer is right
 */
record LabelledPair(
    String name, String prediction, String gold, boolean isCompletion, boolean label) {

  /** The pair of a row of real data. */
  static LabelledPair of(String name, JsonNode row) {
    if (row.has("completion")) {
      return new LabelledPair(
          name,
          row.get("completion").asText(),
          row.get("reference").asText(),
          true,
          row.get("judge").asBoolean());
    }
    return new LabelledPair(
        name,
        row.get("prediction").asText(),
        row.get("gold").asText(),
        row.get("kind").asText().equals("completion"),
        row.get("label").asBoolean());
  }

  StrictGrade grade() {
    return isCompletion
        ? Graders.strict().grade(prediction, gold)
        : Graders.strict().gradeAnswer(prediction, gold);
  }
}
