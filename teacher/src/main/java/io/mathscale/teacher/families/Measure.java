package io.mathscale.teacher.families;

/** What a quantity measures: what may follow from it, and the unit in which it is asked for. */
enum Measure {
  /** A pure number, which may stand for any number in another problem. */
  NUMBER("", true),
  /** How many there are of something. */
  COUNT("", false),
  /** How many of the things that the story is about somebody has by now. */
  ITEMS("", false),
  MONEY(" in dollars", false),
  LENGTH(" in metres", false),
  AREA(" in square metres", false),
  VOLUME(" in cubic metres", false),
  DISTANCE(" in kilometres", false),
  MINUTES(" in minutes", false),
  HOURS(" in hours", false),
  WEIGHT(" in kilograms", false),
  LITRES(" in litres", false),
  SPEED(" in kilometres per hour", false),
  /** Any number, such as a score or a temperature, that says its unit itself. */
  VALUE("", true),
  ANGLE(" in degrees", false),
  CHANCE("", false),
  /** An answer that is no fraction, such as a point or a multiple of a root. */
  TEXT("", true),
  /** The measure of what the quantity is taken of. */
  SAME("", false);

  private final String unit;
  private final boolean mayBeNegative;

  Measure(String unit, boolean mayBeNegative) {
    this.unit = unit;
    this.mayBeNegative = mayBeNegative;
  }

  /** Returns the words that ask for the unit, empty if there is none to ask for. */
  String unit() {
    return unit;
  }

  /** Returns true if a quantity of this measure may have the value. */
  boolean allows(Fraction value) {
    boolean fits = value.numerator() > 0 || mayBeNegative;
    return switch (this) {
      case COUNT, ITEMS, MONEY -> fits && value.isWhole();
      default -> fits;
    };
  }

  /** Returns what a quantity of this measure measures that is taken of one of another. */
  Measure after(Measure other) {
    if (this != SAME) {
      return this;
    }

    return other == ITEMS || other.mayBeNegative ? COUNT : other;
  }

  /** Returns true if a sum of two quantities of this measure says something. */
  boolean isSummable() {
    return this != TEXT && this != SAME && this != CHANCE && this != SPEED;
  }

  /** Returns true if quantities of this measure are amounts, of which one may take a part. */
  boolean isAmount() {
    return !mayBeNegative && this != ANGLE && this != CHANCE && this != SPEED && this != SAME;
  }
}
