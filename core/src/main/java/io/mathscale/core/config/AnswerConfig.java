package io.mathscale.core.config;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The form of answers that a benchmark prescribes; an answer in another form is none.
 *
 * @param tag name of the tag that holds the answer, without brackets; empty: any form
 * @param regex regular expression (Java) whose last match holds the answer, in its first group if
 *     it has one; empty: any form
 * @param boxOnly whether only a box holds an answer
 * @param thinkingTags names of further tags that hold thinking, beside those that are known
 * @param datasets the data sets that prescribe the form, their parts too; empty: all of them
 */
public record AnswerConfig(
    String tag, String regex, boolean boxOnly, List<String> thinkingTags, List<String> datasets)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}_:.-]+");

  public AnswerConfig {
    thinkingTags = List.copyOf(thinkingTags);
    datasets = List.copyOf(datasets);
    Check.that(tag.isEmpty() || isTag(tag), "tag", "be the name of a tag without brackets", tag);
    Check.that(
        thinkingTags.stream().allMatch(AnswerConfig::isTag),
        "thinking-tags",
        "be names of tags without brackets",
        thinkingTags);
    Check.that(
        forms(tag, regex, boxOnly) <= 1,
        "tag, regex and box-only",
        "be set one at a time",
        "%s, %s, %s".formatted(tag, regex, boxOnly));
    Check.that(
        datasets.isEmpty() || forms(tag, regex, boxOnly) == 1 || !thinkingTags.isEmpty(),
        "datasets",
        "stand beside a form of answers",
        datasets);
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "regex must be a regular expression: %s in %s".formatted(e.getDescription(), regex), e);
    }
  }

  private static boolean isTag(String name) {
    return TAG.matcher(name).matches();
  }

  private static long forms(String tag, String regex, boolean boxOnly) {
    return Stream.of(!tag.isEmpty(), !regex.isEmpty(), boxOnly).filter(is -> is).count();
  }

  /** No form is prescribed. */
  public static AnswerConfig none() {
    return new AnswerConfig("", "", false, List.of(), List.of());
  }
}
