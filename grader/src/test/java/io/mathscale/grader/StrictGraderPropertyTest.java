package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Outcome;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StrictGraderPropertyTest {
  private static final List<String> FRAGMENTS =
      List.of(
          "1",
          "2",
          "17",
          "0.5",
          "x",
          "y",
          "\\pi",
          "+",
          "-",
          "*",
          "/",
          "^",
          "_",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "|",
          ",",
          ";",
          "=",
          "<",
          "\\le ",
          "\\frac",
          "\\sqrt",
          "\\sin ",
          "\\ln ",
          "!",
          "%",
          "\\infty",
          "\\cup ",
          "\\{",
          "\\}",
          "\\pm ",
          "\\text{",
          "cm",
          "and",
          " ",
          "\\\\",
          "&",
          "\\begin{pmatrix}",
          "\\end{pmatrix}",
          "\\boxed{",
          "$",
          "\\left",
          "\\right",
          "e",
          "i",
          ":",
          "\\sum",
          "\\binom",
          "^\\circ",
          ".",
          "\\mathbb{R}",
          "answer is ",
          "é",
          "\uD835\uDC65");

  private final StrictGrader grader = Graders.strict();

  @Property(tries = 300, seed = "42")
  void isReflexive(@ForAll("formulas") String formula) {
    assertThat(grader.gradeAnswer(formula, formula).outcome()).isEqualTo(Outcome.RIGHT);
  }

  @Property(tries = 300, seed = "42")
  void isSymmetric(@ForAll("formulas") String left, @ForAll("formulas") String right) {
    assertThat(grader.gradeAnswer(left, right).outcome())
        .isEqualTo(grader.gradeAnswer(right, left).outcome());
  }

  @Property(tries = 300, seed = "42")
  void ignoresLayout(@ForAll("formulas") String formula) {
    String other =
        formula
            .replace("\\frac", "\\dfrac")
            .replace("(", " \\left( ")
            .replace(")", " \\right) ")
            .replace("+", " + ");

    assertThat(grader.gradeAnswer("$" + other + "$", formula).outcome()).isEqualTo(Outcome.RIGHT);
    assertThat(grader.gradeAnswer("{" + formula + "}", formula).isRight()).isTrue();
  }

  @Property(tries = 300, seed = "42")
  void tellsAFormulaFromItsSuccessor(@ForAll("formulas") String formula) {
    assertThat(grader.gradeAnswer("(" + formula + ")+1", formula).outcome())
        .isNotEqualTo(Outcome.RIGHT);
  }

  @Property(tries = 500, seed = "42")
  void neverCallsARewrittenFormulaWrong(
      @ForAll("formulas") String formula, @ForAll("rewritings") String rewriting) {
    assertThat(grader.gradeAnswer(rewriting.formatted(formula), formula).outcome())
        .isNotEqualTo(Outcome.WRONG);
  }

  @Property(tries = 200, seed = "42")
  void readsIntegersExactly(@ForAll long left, @ForAll long right) {
    assertThat(grader.gradeAnswer(Long.toString(left), Long.toString(right)).isRight())
        .isEqualTo(left == right);
  }

  @Property(tries = 1500, seed = "42")
  void survivesAnyText(@ForAll("fragments") String left, @ForAll("fragments") String right) {
    assertThat(grader.gradeAnswer(left, right)).isNotNull();
    assertThat(grader.grade(left, right)).isNotNull();
    assertThat(Graders.mwpbench().grade(left, right)).isNotNull();
  }

  @Property(tries = 500, seed = "42")
  void answersTheSameTwice(@ForAll("fragments") String left, @ForAll("fragments") String right) {
    assertThat(grader.grade(left, right)).isEqualTo(grader.grade(left, right));
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(30).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> rewritings() {
    return Arbitraries.of(
        "2(%s)-(%1$s)",
        "\\frac{(%s)^2}{%1$s}",
        "\\frac{1}{\\frac{1}{%s}}",
        "(%s)+\\sqrt{2}-\\sqrt{2}",
        "e^{\\ln(%s)}",
        "(%s)(\\sin^2 1+\\cos^2 1)");
  }

  @Provide
  Arbitrary<String> formulas() {
    return RandomFormulas.any();
  }
}
