package io.mathscale.graph.walks;

import io.mathscale.core.data.Composition;
import java.io.Serializable;
import java.util.function.IntFunction;

/** Makes compositions of walks, one after the other; for one task. */
public interface Composer {
  /**
   * The composition of a walk.
   *
   * @param position place of the walk among all walks
   * @param walk where it went
   * @param names names of its concepts, by their numbers
   */
  Composition compose(long position, Walk walk, IntFunction<String> names);

  /** Makes a composer for each task. */
  interface Factory extends Serializable {
    /** A composer for one task. */
    Composer create();
  }
}
