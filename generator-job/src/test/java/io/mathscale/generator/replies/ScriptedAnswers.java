package io.mathscale.generator.replies;

import io.mathscale.core.data.Answer;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Provenance;
import java.math.BigDecimal;

/** Answers as the call engine hands them to a stage. */
public final class ScriptedAnswers {
  private ScriptedAnswers() {}

  /** An answer. */
  public static Answer complete(String id, int sample, String content) {
    Completion completion =
        new Completion(
            "key of " + id,
            content,
            "",
            "stop",
            "m-1",
            10,
            0,
            5,
            true,
            cost(),
            1,
            100,
            0,
            BigDecimal.ZERO,
            0);
    return new Answer(id, sample, completion, null);
  }

  /** A call without an answer. */
  public static Answer failed(String id, int sample) {
    CallFailure failure =
        new CallFailure(
            "key of " + id,
            FailureCause.SERVER_ERROR,
            503,
            "try later",
            0,
            0,
            cost(),
            6,
            100,
            0,
            BigDecimal.ZERO,
            0);
    return new Answer(id, sample, null, failure);
  }

  /** The provenance of the complete answer to a row. */
  public static Provenance provenance(String id, String prompt) {
    return new Provenance("key of " + id, prompt, "m-1", 10, 5, cost());
  }

  /** With as many decimals as Spark gives a decimal of Java. */
  private static BigDecimal cost() {
    return new BigDecimal("0.000012500000000000");
  }
}
