package io.mathscale.generator.audit;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.data.AuditedQuestion;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.text.NormalForm;

/**
 * A question before it is known what is found of it.
 *
 * @param id its id, which no row of training data has
 * @param kind how it was made
 * @param source id of the problem or row that it was made from
 * @param benchmark the file, or the table, of the problem; empty for a row of the run's own data
 * @param ideographic whether it is written in ideographs
 * @param question the question
 * @param answer the answer of what it was made from
 */
record PlantedQuestion(
    String id,
    AuditKind kind,
    String source,
    String benchmark,
    boolean ideographic,
    String question,
    String answer) {
  /** The question as a row without an answer. */
  SeedQuestion unanswered() {
    return new SeedQuestion(id, "", question, "", "");
  }

  /** The question as a row with its answer. */
  SeedQuestion answered() {
    return new SeedQuestion(answeredId(), "", question, answer, "");
  }

  String answeredId() {
    return id + " answered";
  }

  /** What was found of it. */
  AuditedQuestion audited(String method, boolean isRemoved, boolean isFoundWithAnswer) {
    return new AuditedQuestion(
        id,
        kind,
        source,
        benchmark,
        ideographic,
        NormalForm.of(question).tokens().size(),
        question,
        method,
        isRemoved,
        isFoundWithAnswer);
  }
}
