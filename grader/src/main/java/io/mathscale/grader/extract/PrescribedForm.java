package io.mathscale.grader.extract;

import io.mathscale.grader.limits.LimitReachedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a benchmark wants its answers.
 *
 * @param tag the name of the tag that holds the answer
 * @param regex an expression whose last match holds it
 * @param isBoxOnly whether only a box holds it
 * @param thinkingTags names of further tags that hold thinking
 */
public record PrescribedForm(
    Optional<String> tag, Optional<Pattern> regex, boolean isBoxOnly, List<String> thinkingTags) {
  /** No form. */
  public static final PrescribedForm NONE =
      new PrescribedForm(Optional.empty(), Optional.empty(), false, List.of());

  /** Characters that the expression may read; it reads each of a short text many times. */
  private static final int MOST_READS = 4_000_000;

  private static final int LONGEST_TEXT = 20_000;

  /** Copies the list. */
  public PrescribedForm {
    thinkingTags = List.copyOf(thinkingTags);
  }

  /** Whether the answer may stand in one form only. */
  boolean isStrict() {
    return tag.isPresent() || regex.isPresent() || isBoxOnly;
  }

  /**
   * The answer in the form that is prescribed.
   *
   * @throws LimitReachedException if the expression takes too many steps
   */
  Optional<String> answer(String text) {
    if (regex.isPresent()) {
      return lastMatch(text);
    }
    if (tag.isPresent()) {
      return TaggedAnswers.last(text, Set.of(tag.get().toLowerCase(java.util.Locale.ROOT)));
    }
    return BoxedAnswers.last(text);
  }

  private Optional<String> lastMatch(String text) {
    String tail = text.substring(Math.max(0, text.length() - LONGEST_TEXT));
    Matcher matcher = regex.orElseThrow().matcher(new CountedText(tail, MOST_READS));
    Optional<String> last = Optional.empty();
    try {
      while (matcher.find()) {
        last = Optional.ofNullable(matcher.group(matcher.groupCount() > 0 ? 1 : 0));
      }
    } catch (StackOverflowError tooDeep) {
      throw new LimitReachedException("depth of a regular expression");
    }
    return last.map(String::strip).filter(found -> !found.isEmpty());
  }
}
