package io.mathscale.graph.network;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;

/** A list of numbers for each of many keys, all in two arrays. */
public final class CsrLists implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] starts;
  private final int[] items;

  private CsrLists(int[] starts, int[] items) {
    this.starts = starts;
    this.items = items;
  }

  /**
   * Puts entries under their keys; each list keeps the order of the entries.
   *
   * @param keys number of keys
   * @param entries number of entries
   * @param keyOf key of an entry
   * @param itemOf what an entry adds to the list of its key
   */
  public static CsrLists of(
      int keys, int entries, IntUnaryOperator keyOf, IntUnaryOperator itemOf) {
    int[] starts = new int[keys + 1];
    for (int entry = 0; entry < entries; entry++) {
      starts[keyOf.applyAsInt(entry) + 1]++;
    }

    for (int key = 0; key < keys; key++) {
      starts[key + 1] += starts[key];
    }

    int[] next = starts.clone();
    int[] items = new int[entries];
    for (int entry = 0; entry < entries; entry++) {
      items[next[keyOf.applyAsInt(entry)]++] = itemOf.applyAsInt(entry);
    }

    return new CsrLists(starts, items);
  }

  /** Where the list of a key begins. */
  public int start(int key) {
    return starts[key];
  }

  /** Where it ends. */
  public int end(int key) {
    return starts[key + 1];
  }

  /** What stands at a place between a start and an end. */
  public int item(int place) {
    return items[place];
  }
}
