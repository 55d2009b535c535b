package io.mathscale.teacher.families;

import java.util.List;
import java.util.stream.Stream;

/** All families of problems. */
final class Families {
  /** Every family, in a fixed order. */
  static final List<WordedFamily> ALL =
      Stream.of(
              ArithmeticFamilies.all(),
              FractionFamilies.all(),
              PercentFamilies.all(),
              RateFamilies.all(),
              LinearFamilies.all(),
              QuadraticFamilies.all(),
              SequenceFamilies.all())
          .flatMap(List::stream)
          .toList();

  private Families() {}
}
