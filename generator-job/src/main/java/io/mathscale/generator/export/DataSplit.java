package io.mathscale.generator.export;

import java.util.Locale;

/** A part of the data for one use, named as the hub names splits. */
public enum DataSplit {
  /** To train on. */
  TRAIN,
  /** To choose models by. */
  VALIDATION,
  /** To judge the model by that was chosen. */
  TEST;

  /** The name in paths. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
