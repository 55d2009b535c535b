package io.mathscale.core.data;

import java.util.Arrays;
import java.util.Optional;

/** What a model that judges says of a solution. */
public enum JudgeVerdict {
  /** It answers the question. */
  RIGHT,
  /** It does not. */
  WRONG,
  /** The judge cannot tell. */
  UNSURE;

  /** The verdict of a name; empty where there is none of that name. */
  public static Optional<JudgeVerdict> named(String name) {
    return Arrays.stream(values()).filter(verdict -> verdict.name().equals(name)).findFirst();
  }
}
