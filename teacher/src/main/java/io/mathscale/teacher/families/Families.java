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
              SequenceFamilies.all(),
              FunctionFamilies.all(),
              PlaneGeometryFamilies.all(),
              CoordinateFamilies.all(),
              SolidGeometryFamilies.all(),
              NumberTheoryFamilies.all(),
              CountingFamilies.all(),
              ProbabilityFamilies.all(),
              StatisticsFamilies.all(),
              ExponentFamilies.all(),
              TrigonometryFamilies.all(),
              CalculusFamilies.all(),
              VectorFamilies.all())
          .flatMap(List::stream)
          .toList();

  private Families() {}
}
