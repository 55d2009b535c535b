package io.mathscale.eval.grading;

import io.mathscale.core.config.AnswerConfig;
import io.mathscale.eval.metrics.Average;
import io.mathscale.grader.AnswerSpecification;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of answers that a configuration prescribes, for the strict grader; the released rules
 * know no forms.
 *
 * @param tag name of the tag that holds the answer; empty: none is prescribed
 * @param regex expression whose last match holds the answer; null where none is prescribed
 * @param isBoxOnly whether only a box holds an answer
 * @param thinkingTags names of further tags that hold thinking
 * @param datasets the data sets that prescribe the form, their parts too; empty: all of them
 */
public record AnswerForm(
    String tag, Pattern regex, boolean isBoxOnly, List<String> thinkingTags, List<String> datasets)
    implements Serializable {
  /** Copies the lists. */
  public AnswerForm {
    thinkingTags = List.copyOf(thinkingTags);
    datasets = List.copyOf(datasets);
  }

  /** The form that is configured. */
  public static AnswerForm of(AnswerConfig config) {
    return new AnswerForm(
        config.tag(),
        config.regex().isEmpty() ? null : Pattern.compile(config.regex()),
        config.boxOnly(),
        config.thinkingTags(),
        config.datasets());
  }

  /**
   * What the strict grader is told of answers to a data set.
   *
   * @param dataset {@code data_topic}
   */
  public AnswerSpecification specification(String dataset) {
    AnswerSpecification specification = AnswerSpecification.none();
    if (!datasets.isEmpty() && datasets.stream().noneMatch(key -> Average.holds(key, dataset))) {
      return specification;
    }

    specification = specification.withThinkingTags(thinkingTags);
    specification = tag.isEmpty() ? specification : specification.withTag(tag);
    specification = regex == null ? specification : specification.withRegex(regex);
    return isBoxOnly ? specification.withBoxOnly() : specification;
  }

  /**
   * What users are told where names among its data sets stand for none of these: a name that is
   * misspelled would have no effect, and nobody would know. Empty where each stands for some.
   *
   * @param topics {@code data_topic}s of outputs
   */
  public Optional<String> warning(Collection<String> topics) {
    List<String> unmatched =
        datasets.stream()
            .filter(key -> topics.stream().noneMatch(topic -> Average.holds(key, topic)))
            .toList();
    return unmatched.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "WARNING: no output is of a data set that benchmark.answer.datasets names: "
                + String.join(", ", unmatched));
  }
}
