package io.mathscale.core.calls;

import java.io.Serializable;

/** Tells of an answer, as it comes, whether the stage that asked can use it. */
public interface AnswerCheck extends Serializable {
  /** Takes every answer. */
  AnswerCheck NONE = content -> true;

  /** Whether the stage's own reader can make anything of the answer. */
  boolean isUsable(String content);
}
