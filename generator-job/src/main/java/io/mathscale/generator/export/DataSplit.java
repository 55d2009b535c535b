package io.mathscale.generator.export;

import java.util.Arrays;
import java.util.Locale;

/** A part of the data for one use, named as the hub names splits. */
public enum DataSplit {
  /** To train on. */
  TRAIN(0),
  /** To choose models by. */
  VALIDATION(1),
  /** To judge the model by that was chosen. */
  TEST(2);

  private final int number;

  DataSplit(int number) {
    this.number = number;
  }

  /** The split of a number. */
  static DataSplit of(int number) {
    return Arrays.stream(values())
        .filter(split -> split.number == number)
        .findFirst()
        .orElseThrow();
  }

  /** What stands for it in columns, from 0. */
  int number() {
    return number;
  }

  /** The name in paths. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
