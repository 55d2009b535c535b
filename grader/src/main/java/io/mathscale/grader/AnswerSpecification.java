package io.mathscale.grader;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of answers that a benchmark prescribes; an answer in another form is none.
 *
 * @param tag the name of the tag that holds the answer, such as {@code answer}
 * @param regex an expression whose last match holds the answer, in its first group if it has one;
 *     where it takes too many steps or too deep a stack, the verdict is undecided
 * @param isBoxOnly whether only a box holds an answer
 * @param thinkingTags names of further tags that hold thinking, beside those that are known
 */
public record AnswerSpecification(
    Optional<String> tag, Optional<Pattern> regex, boolean isBoxOnly, List<String> thinkingTags) {
  /** Copies the list. */
  public AnswerSpecification {
    thinkingTags = List.copyOf(thinkingTags);
  }

  /**
   * No form is prescribed.
   *
   * @return the specification that every other one starts from
   */
  public static AnswerSpecification none() {
    return new AnswerSpecification(Optional.empty(), Optional.empty(), false, List.of());
  }

  /**
   * The same, with the answer in a tag.
   *
   * @param name the name of the tag, without brackets
   * @return the new specification
   */
  public AnswerSpecification withTag(String name) {
    return new AnswerSpecification(Optional.of(name), regex, isBoxOnly, thinkingTags);
  }

  /**
   * The same, with the answer where an expression matches last.
   *
   * @param expression the expression
   * @return the new specification
   */
  public AnswerSpecification withRegex(Pattern expression) {
    return new AnswerSpecification(tag, Optional.of(expression), isBoxOnly, thinkingTags);
  }

  /**
   * The same, with the answer in a box.
   *
   * @return the new specification
   */
  public AnswerSpecification withBoxOnly() {
    return new AnswerSpecification(tag, regex, true, thinkingTags);
  }

  /**
   * The same, with further tags that hold thinking.
   *
   * @param names their names, without brackets
   * @return the new specification
   */
  public AnswerSpecification withThinkingTags(List<String> names) {
    return new AnswerSpecification(tag, regex, isBoxOnly, names);
  }
}
