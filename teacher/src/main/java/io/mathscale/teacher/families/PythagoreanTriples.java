package io.mathscale.teacher.families;

/** Right triangles whose three sides are whole numbers. */
final class PythagoreanTriples {
  private static final int LARGEST = 12;
  private static final int LARGEST_SCALE = 5;

  private PythagoreanTriples() {}

  /** Draws the two legs and the hypotenuse, by Euclid's formula. */
  static Values drawn(Draw draw) {
    long larger = draw.between(2, LARGEST);
    long smaller = draw.between(1, larger - 1);
    long scale = draw.between(1, LARGEST_SCALE);

    return Values.of(
        scale * (larger * larger - smaller * smaller),
        scale * 2 * larger * smaller,
        scale * (larger * larger + smaller * smaller));
  }
}
