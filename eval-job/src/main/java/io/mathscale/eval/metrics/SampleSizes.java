package io.mathscale.eval.metrics;

import java.util.ArrayList;
import java.util.List;

/** The numbers of answers for which pass@k and maj@k are told. */
public final class SampleSizes {
  private SampleSizes() {}

  /** 1, 2, 4, 8 and so on, as far as the answers go. */
  public static List<Integer> upTo(int samples) {
    List<Integer> sizes = new ArrayList<>();
    for (int size = 1; size <= samples; size *= 2) {
      sizes.add(size);
    }

    return sizes;
  }
}
