package io.mathscale.eval.report;

/**
 * How a model does on problems or answers of one kind.
 *
 * @param model the model
 * @param property what the kind is told by: level, subject or length
 * @param kind the kind
 * @param position the place of the kind among those of its property
 * @param rows graded answers
 * @param right right answers
 */
record GroupAccuracy(
    String model, String property, String kind, int position, long rows, long right) {
  /** What the page finds answers of this kind by. */
  String filter() {
    return filter(property, kind);
  }

  /** What the page finds answers of a kind by. */
  static String filter(String property, String kind) {
    return property + ": " + kind;
  }
}
