package io.mathscale.eval.report;

import io.mathscale.core.data.StrictVerdict;
import io.mathscale.eval.score.GradedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graded answer with its texts, shown in the report.
 *
 * @param grades the answer with what the graders say
 * @param level how hard the problem is; empty where it is not known
 * @param subject what the problem is about; empty where it is not known
 * @param question the question; empty where it is not known
 * @param completion what the model wrote
 * @param reasoning what the model thought, apart from that; empty where it is not known
 */
record SampleAnswer(
    GradedRow grades,
    String level,
    String subject,
    String question,
    String completion,
    String reasoning) {
  /** Answers of one group follow each other. */
  static final Comparator<SampleAnswer> ORDER =
      Comparator.comparing(SampleAnswer::group, Group.ORDER)
          .thenComparing((SampleAnswer answer) -> answer.grades.id())
          .thenComparingInt(answer -> answer.grades.sample());

  /**
   * What answers are filtered by.
   *
   * @param model the model
   * @param dataset {@code data_topic}
   * @param strict what the strict grader says
   * @param mwpbench whether the released rules call them right
   * @param rule the rule that decided
   * @param isTruncated whether they were truncated at the token limit
   */
  record Group(
      String model,
      String dataset,
      StrictVerdict strict,
      boolean mwpbench,
      String rule,
      boolean isTruncated) {
    /** Wrong answers before right ones: they are looked for more often. */
    static final Comparator<Group> ORDER =
        Comparator.comparing(Group::model)
            .thenComparing(Group::dataset)
            .thenComparing(Group::strict, Comparator.reverseOrder())
            .thenComparing(Group::mwpbench)
            .thenComparing(Group::rule)
            .thenComparing(Group::isTruncated);
  }

  /** What it is found by beside its group: level, subject and length. */
  List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (!level.isEmpty()) {
      kinds.add(GroupAccuracy.filter("level", level));
    }

    if (!subject.isEmpty()) {
      kinds.add(GroupAccuracy.filter("subject", subject));
    }

    kinds.add(GroupAccuracy.filter("length", GroupAccuracies.lengthKind(grades.length())));
    return kinds;
  }

  /** The group that it belongs to. */
  Group group() {
    return new Group(
        grades.model(),
        grades.dataset(),
        grades.strict(),
        grades.mwpbench(),
        grades.rule(),
        grades.isTruncated());
  }
}
