package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.grader.verdict.Ending;
import io.mathscale.grader.verdict.Outcome;
import io.mathscale.grader.verdict.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictGraderTest {
  private final StrictGrader grader = Graders.strict();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // numbers
        "\\sqrt{3-2\\sqrt{2}}; \\sqrt{2}-1",
        "\\sqrt{\\sqrt{2}\\sqrt{3}-\\sqrt{6}}; 0",
        "\\sqrt[3]{\\pi-\\pi}; 0",
        "\\arcsin(\\sqrt{2}\\sqrt{2}/2); \\pi/2",
        "e^{i\\pi}; -1",
        "3^{\\text{rd}}; 3",
        "21^\\mathrm{st}; 21",
        "\\frac{70}{128}; 35/64",
        "1\\frac12; 1.5",
        "1 1/2; \\frac{3}{2}",
        "1,234; 1234",
        "11,\\! 111,\\! 111,\\! 100; 11111111100",
        "12\\,345\\,678; 12345678",
        "1.5e3; 1500",
        "7.8\\times 10^2; 780",
        "0.\\overline{3}; 1/3",
        "0.1\\overline{6}; 1/6",
        "\\text{13}; 13",
        "1,22; 1.22",
        "\\binom{5}{2}; 10",
        "5!; 120",
        "\\sqrt[3]{-8}; -2",
        "twenty-one; 21",
        // roundings
        "0.667; 2/3",
        "2.6667; \\frac{8}{3}",
        "1.414; \\sqrt{2}",
        "0.30000000000000004; 0.3",
        "3.14159; 3.14",
        // percent, money, units
        "33.5\\%; 0.335",
        "50; 50\\%",
        "\\$10; 10",
        "10\\text{ cm}^2; 10",
        "10weeks; 10",
        "5 km; 5000\\text{ m}",
        "2 hours; 120 minutes",
        "30^\\circ; 30",
        "90^\\circ; \\frac{\\pi}{2}",
        // formulas
        "x^2+2x+1; (x+1)^2",
        "\\frac{1}{x-1}-\\frac{1}{x+1}; \\frac{2}{x^2-1}",
        "(1+i)^2; 2i",
        "2\\pi r; 2*r*pi",
        "\\sqrt{8}; 2\\sqrt2",
        "\\frac{1}{\\sqrt{2}}; \\frac{\\sqrt{2}}{2}",
        "\\sin(90^{\\circ}-x); \\cos x",
        "\\ln 8; 3\\ln 2",
        "\\log_2 8; 3",
        "e^{i\\pi}; -1",
        "3^{\\text{rd}}; 3",
        "21^\\mathrm{st}; 21",
        "\\frac{n!}{k!(n-k)!}; \\binom{n}{k}",
        "\\tan^{-1} 1; \\pi/4",
        "\\sum_{k=0}^{n} a_k b_{n-k}; \\sum_{k=0}^{n} b_{n-k} a_k",
        // collections
        "3, 5, 7; 7, 3 and 5",
        "\\{1,2\\}; 2,1",
        "1 \\pm \\sqrt{2}; 1-\\sqrt2, 1+\\sqrt2",
        "(1,2),(3,4); (3,4),(1,2)",
        "(1, \\frac12); (1, 0.5)",
        "(-\\infty, 2) \\cup (3, \\infty); (3,\\infty)\\cup(-\\infty,2)",
        "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}; (1,2)",
        "\\begin{bmatrix}0.5&1\\end{bmatrix}; \\begin{pmatrix}\\frac12&1\\end{pmatrix}",
        // relations
        "x=5; 5",
        "5=x; x = 5",
        "x = 2+3 = 5; 5",
        "x \\approx 3.14; 3.14",
        "y = 2x+3; 2x - y = -3",
        "2x+4y=6; x+2y-3=0",
        "x < 1; -x > -1",
        "-2 \\le x < 7; [-2,7)",
        "|x| < 3; (-3,3)",
        "x \\in [-2,7]; [-2,7]",
        "\\{x \\mid x > 2\\}; (2,\\infty)",
        "x < -1 \\text{ or } x > 1; (-\\infty,-1)\\cup(1,\\infty)",
        "x \\ne 3; (-\\infty,3)\\cup(3,\\infty)",
        "\\mathbb{R} \\setminus \\{3\\}; (-\\infty,3)\\cup(3,\\infty)",
        "|2x-1| \\ge 3; (-\\infty,-1]\\cup[2,\\infty)",
        "|1-2x| < 3; (-1,2)",
        "2:4; 1:2",
        // words and choices
        "\\text{Even}; even",
        "The empty set; no solution",
        "Yes. It is.; yes",
        "(B); \\text{B}",
        "C Cecile; C",
      })
  void isRightWhereTheTwoMeanTheSame(String prediction, String gold) {
    assertThat(grader.gradeAnswer(prediction, gold).isRight()).isTrue();
    assertThat(grader.gradeAnswer(gold, prediction).isRight()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\\frac{1}{2004!}; \\frac{1}{2006!}",
        "4; 4\\sqrt{2}",
        "10^{-9}; 2 \\cdot 10^{-9}",
        "10^{-30}\\sqrt{2}; 10^{-30}\\sqrt{3}",
        "10^{105}+\\sqrt{2}; 10^{105}+\\sqrt{3}",
        "100000000001000000000; 100000000000000000000",
        "0.33; 1/3",
        "125.663; 40\\pi",
        "12.257; 12.25",
        "12.49; 12.5",
        "32, 349; 32349",
        "1001.5; 1001",
        "-5; 5",
        "3^{2025}; 2^{2025}",
        "10^{10^{10^{10}}}; 10^{10}",
        "e^{\\pi\\sqrt{163}}; 262537412640768744",
        "5 cm; 5 m",
        "|x|; x",
        "\\ln|x|; \\ln x",
        "(1,2); (2,1)",
        "(1,2); [1,2]",
        "12; (1,2)",
        "(3,1); \\{1,3\\}",
        "1,2; 1,3",
        "1,2,3; 1,2",
        "\\begin{pmatrix}1&2\\end{pmatrix}; \\begin{pmatrix}1\\\\2\\end{pmatrix}",
        "x=1, y=2; x=2, y=1",
        "x = 5; y = 5",
        "2x+z=1; 1",
        "y = 2x; y = 3x",
        "x > 5; x < 5",
        "x \\ge 5; x > 5",
        "|2x-1| \\ge 3; (-\\infty,-1)\\cup(2,\\infty)",
        "9_2; 9_3",
        "4343_6; 999",
        "100; 100_2",
        "-x > 1; x > -1",
        "x^2+1; x^2+2",
        "\\text{oddd}; odd",
        "yes; no",
        "(A) Cecile; C",
        "1:2:3; 1:4:9",
        "3:00; 3:30",
        "\\mathrm{E}*2; E",
        "11/2; 1 1/2",
        "2 3; 6",
      })
  void isNotRightWhereTheTwoDiffer(String prediction, String gold) {
    assertThat(grader.gradeAnswer(prediction, gold).isRight()).isFalse();
    assertThat(grader.gradeAnswer(gold, prediction).isRight()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\\boxed{10} and then \\boxed{42}; 42; 42",
        "Roots: $\\boxed{-2}$ and $\\boxed{1}$.; 1,-2; -2, 1",
        "So $x=\\boxed{2}$ or $x=\\boxed{3}$.; 2, 3; 2, 3",
        "It is $\\boxed{\\frac{1}{2}}$, not \\boxed{3; 0.5; \\frac{1}{2}",
        "The answer is 7. Final Answer: The final answer is $8$. I hope it is correct.; 8; $8$",
        "Thus the answer is $3,125$.; 3125; $3,125$",
        "The answer is $x=2$ and $y=3$.; x=2,y=3; $x=2$ and $y=3$",
        "16 - 3 = <<16-3=13>>13 left for $2 each, so $26.\\nA: 26; 26; 26",
        "48/2 = 24\\n#### 24; 24; 24",
        "Therefore $x \\geq 5$ is the solution.; x >= 5; $x \\geq 5$",
        "So \\(y\\) is \\[ 9 \\]; 9; \\[ 9 \\]",
        "In all there are 12 eggs; 12; 12",
        "She pays $1,234.50 in total; 1234.5; 1,234.50",
        "The chance is 2/3 for Alice.; 2/3; 2/3",
        "Alice wins with 25%.; 25\\%; 25%",
        "<think>is it \\boxed{1}?</think>It is \\boxed{2}; 2; 2",
        "It is not A, therefore I think it's B; B; B",
        "The answer is for sure D, it can't be A; D; D",
        "A. Because B is not valid; A; A",
      })
  void extractsByTheFirstRuleThatFinds(String completion, String reference, String extracted) {
    StrictGrade grade = grader.grade(completion.replace("\\n", "\n"), reference);

    assertThat(grade.isRight()).isTrue();
    assertThat(grade.extracted()).isEqualTo(extracted);
  }

  @Test
  void saysWhichRuleDecided() {
    assertThat(grader.gradeAnswer("\\frac12", "0.5"))
        .isEqualTo(new StrictGrade(Outcome.RIGHT, "\\frac12", Rule.EXACT_NUMBER, Ending.BARE));
    assertThat(grader.gradeAnswer("(x+1)^2", "x^2+2x+1").rule()).isEqualTo(Rule.RATIONAL_FORMULA);
    assertThat(grader.gradeAnswer("\\sqrt8", "2\\sqrt2").rule()).isEqualTo(Rule.NUMERIC_FORMULA);
    assertThat(grader.gradeAnswer("0.667", "2/3").rule()).isEqualTo(Rule.ROUNDED_DECIMAL);
    assertThat(grader.gradeAnswer("10^{10^{10^{10}}}", "7").rule()).isEqualTo(Rule.MAGNITUDE);
    assertThat(grader.grade("", "7"))
        .isEqualTo(new StrictGrade(Outcome.WRONG, "", Rule.NO_ANSWER, Ending.NONE));
  }

  @Test
  void saysWhenItCannotTell() {
    assertThat(grader.gradeAnswer("10^{10^{10^{10}}}", "10^{10^{10^{11}}}").outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(grader.gradeAnswer("\\unknown{5}", "5").outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(grader.gradeAnswer("\\sum_{k=1}^n k", "\\frac{n(n+1)}{2}").outcome())
        .isEqualTo(Outcome.UNDECIDED);
    assertThat(grader.gradeAnswer("(".repeat(200) + "1" + ")".repeat(200), "2").outcome())
        .isEqualTo(Outcome.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\\frac{1}{\\pi-\\pi}+1; \\frac{1}{\\pi-\\pi}",
        "\\ln(\\pi-\\pi)+1; \\ln(\\pi-\\pi)",
        "\\tan(90^\\circ); \\tan(90^\\circ)+5",
        "\\frac{1}{e^{\\ln 2}-2}+1; \\frac{1}{e^{\\ln 2}-2}",
        "10^{150}+\\sqrt{2}; 10^{150}+\\sqrt{3}",
      })
  void isUndecidedWhereAValueMayBeNothingButRoundingErrors(String prediction, String gold) {
    assertThat(grader.gradeAnswer(prediction, gold).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void usesTheBoxedAnswerOfAWorkedReference() {
    assertThat(grader.grade("The answer is 5.", "First 2, then 3, so \\boxed{5}.").isRight())
        .isTrue();
  }

  @Test
  void wantsTheFormThatTheQuestionAsksFor() {
    String factored = "$(x+1)(x+2)$";
    String expanded = "$x^2+3x+2$";

    assertThat(form("Factor $x^2+3x+2$.", "\\boxed{x^2+3x+2}", factored)).isEqualTo(Rule.FORM);
    assertThat(form("Factor $x^2+3x+2$.", "\\boxed{(2+x)(1+x)}", factored)).isNotEqualTo(Rule.FORM);
    assertThat(form("Factorise it.", "y = (2+x)(1+x)", factored)).isNotEqualTo(Rule.FORM);
    assertThat(form("Expand $(x+1)(x+2)$.", "\\boxed{(x+2)(x+1)}", expanded)).isEqualTo(Rule.FORM);
    assertThat(form("Expand it.", "\\boxed{2+3x+x^2}", expanded)).isNotEqualTo(Rule.FORM);
    assertThat(form("展开", "\\boxed{(x+1.5)^2-0.25}", expanded)).isEqualTo(Rule.FORM);
    assertThat(form("Find the scale factor.", "\\boxed{x^2+3x+2}", factored))
        .isNotEqualTo(Rule.FORM);
    assertThat(form("Expand, then factor $p$.", "\\boxed{x^2+3x+2}", factored))
        .isNotEqualTo(Rule.FORM);
    assertThat(form("", "\\boxed{x^2+3x+2}", factored)).isNotEqualTo(Rule.FORM);
  }

  @Test
  void wantsLowestTermsOnlyWhereTheReferenceHasThem() {
    String question = "Give the fraction in lowest terms.";

    assertThat(form(question, "\\boxed{4/8}", "1/2")).isEqualTo(Rule.LOWEST_TERMS);
    assertThat(form(question, "\\boxed{1/2}", "4/8")).isNotEqualTo(Rule.LOWEST_TERMS);
    assertThat(form(question, "\\boxed{4/8}", "4/8")).isNotEqualTo(Rule.LOWEST_TERMS);
    assertThat(form(question, "\\boxed{2/4}", "\\frac{4}{8}")).isNotEqualTo(Rule.LOWEST_TERMS);
  }

  private static Rule form(String question, String completion, String reference) {
    return Graders.strict()
        .grade(GradingRequest.of(completion, reference).withQuestion(question))
        .rule();
  }
}
