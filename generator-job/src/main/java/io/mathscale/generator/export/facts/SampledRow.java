package io.mathscale.generator.export.facts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that the page shows.
 *
 * @param id its id
 * @param origin what it is, or where a rejected row is from
 * @param reason why it was rejected; empty for a row of the training data
 * @param topics its topics
 * @param points its knowledge points
 * @param question the question, or the beginning of a rejected row
 * @param solution the solution
 * @param answer the final answer
 * @param model the model that wrote it
 * @param detail more about the reason
 */
public record SampledRow(
    String id,
    String origin,
    String reason,
    List<String> topics,
    List<String> points,
    String question,
    String solution,
    String answer,
    String model,
    String detail)
    implements Serializable {
  /** So much of a text is shown, in characters. */
  private static final int MOST_CHARS = 6_000;

  /** Keeps the beginning of long texts, and copies lists, which may belong to Spark. */
  public SampledRow {
    topics = new ArrayList<>(topics);
    points = new ArrayList<>(points);
    question = beginning(question, MOST_CHARS);
    solution = beginning(solution, MOST_CHARS);
  }

  /** The beginning of a text, whole characters only, with a sign where there is more. */
  public static String beginning(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + " …";
  }
}
