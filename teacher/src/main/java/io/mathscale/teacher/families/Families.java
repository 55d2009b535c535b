package io.mathscale.teacher.families;

import java.util.List;
import java.util.stream.Stream;

/** All families of problems. */
final class Families {
  /** Every family, in a fixed order. */
  static final List<WordedFamily> ALL =
      Stream.of(
              ArithmeticFamilies.all(),
              EverydayFamilies.all(),
              FractionFamilies.all(),
              DecimalFamilies.all(),
              PercentFamilies.all(),
              RateFamilies.all(),
              LinearFamilies.all(),
              QuadraticFamilies.all(),
              PolynomialFamilies.all(),
              SequenceFamilies.all(),
              FunctionFamilies.all(),
              PlaneGeometryFamilies.all(),
              TriangleFamilies.all(),
              FigureFamilies.all(),
              LineFamilies.all(),
              CoordinateFamilies.all(),
              ConicFamilies.all(),
              SolidGeometryFamilies.all(),
              SpaceFamilies.all(),
              NumberTheoryFamilies.all(),
              DigitFamilies.all(),
              CountingFamilies.all(),
              ArrangementFamilies.all(),
              PuzzleFamilies.all(),
              ProbabilityFamilies.all(),
              StatisticsFamilies.all(),
              ExponentFamilies.all(),
              FormulaFamilies.all(),
              TrigonometryFamilies.all(),
              CalculusFamilies.all(),
              VectorFamilies.all())
          .flatMap(List::stream)
          .toList();

  private Families() {}
}
