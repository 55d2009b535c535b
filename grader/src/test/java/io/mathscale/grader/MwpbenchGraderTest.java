package io.mathscale.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MwpbenchGraderTest {
  private final MwpbenchGrader grader = Graders.mwpbench();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "((7)/(15)); \\frac{7}{15}",
        "1,234; 1234",
        "11,\\!111; 11111",
        "\\\\frac{1}{2}; \\frac{1}{2}",
        "\\dfrac{1}{2}; \\frac{1}{2}",
        "\\tfrac12; \\frac{1}{2}",
        "\\frac1{72}; \\frac{1}{72}",
        "\\frac{72}1; \\frac{72}1",
        "\\left(1\\right); (1)",
        "90^{\\circ}; 90",
        "90^\\circ; 90",
        "\\$5; 5",
        "5\\text{ cm}; 5",
        "5\\text{cm}; 5\\text{cm}",
        "50\\%; 50",
        "50%; 50%",
        ".5; \\frac{1}{2}",
        "0.50; 0.50",
        "-.5; -.5",
        "(1 .5); (10.5)",
        "\\frac{.5}{2}; \\frac{0.5}{2}",
        "x=5; 5",
        "xy=5; 5",
        "xyz=5; xyz=5",
        "k =5; 5",
        "a=b=c; a=b=c",
        "\\sqrt3; \\sqrt{3}",
        "\\sqrt 3; \\sqrt{}3",
        "\\sqrt{3}\\sqrt5; \\sqrt{3}\\sqrt{5}",
        "1\\quad 2; 12",
        "3/4; \\frac{3}{4}",
        "-3/4; \\frac{-3}{4}",
        "03/4; 03/4",
        "3/-0; 3/-0",
        "1/2/3; 1/2/3",
        "x/2; x/2",
        "\\frac1; \\frac1",
      })
  void cleansAsTheOriginal(String answer, String clean) {
    assertThat(grader.gradeAnswer(answer, "0").prediction()).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // numbers as doubles
        "5.0; 5; true",
        "$5$; 5; true",
        "1e3; 1000; true",
        "1_000; 1000; true",
        "1__000; 1000; false",
        "nan; nan; false",
        "infinity; inf; true",
        "٥; 5; true",
        "9007199254740993; 9007199254740992; true",
        // a reference in dollars: substring
        "12\\sqrt{3}; $2\\sqrt{3}$; true",
        "2; $12$; false",
        "x2; $2$; true",
        // substring either way from three characters on
        "the cat; cat; true",
        "cat; the cat; true",
        "at; the cat; false",
        "the cat; at; false",
        "-x+1; x+1; false",
        "x+1; -x+1; false",
        "123x; 23x; true",
        "234; 1234x; false",
        // else equality
        "AB; ab; true",
        "3/4; 0.75; false",
      })
  void comparesAsTheOriginal(String prediction, String gold, boolean right) {
    assertThat(grader.gradeAnswer(prediction, gold).right()).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\\boxed{1} and \\boxed{ 2 }; 3; 2",
        "\\boxed{\\boxed{1}}; 3; 1",
        "\\boxed{1}, \\boxed{2; 3; 1",
        "\\boxed{\\frac{1}{2}}; 3; \\frac{1}{2}",
        "7 then 1,500; 3; 1500",
        "one is 3/4.; 3; \\frac{3}{4}",
        "it is 12.; 3; 12",
        "2-1; 3; -1",
        "The answer is: cats. The end; dogs; cats.theend",
        "The answer is b. So the answer is a.; dogs; a",
        "The solution is a; dogs; a",
        "It is a cat...; dogs; acat",
        "nothing here; dogs; failed extracting answer from completion",
      })
  void extractsAsTheOriginal(String completion, String reference, String prediction) {
    assertThat(grader.grade(completion, reference).prediction()).isEqualTo(prediction);
  }

  @Test
  void takesTheFirstSentenceOfSeveralLines() {
    assertThat(grader.grade("The answer is cats.\nIndeed. ", "cats"))
        .isEqualTo(new MwpbenchGrade(true, "cats", "cats", ""));
  }

  @Test
  void takesBareIsWhereNoPhraseStands() {
    assertThat(grader.grade("This: it is Cats", "cats"))
        .isEqualTo(new MwpbenchGrade(true, "cats", "cats", ""));
  }

  @Test
  void leavesTheReferenceUncleanedWhereNoNumberIsFound() {
    assertThat(grader.grade("none", "1,000")).isEqualTo(new MwpbenchGrade(false, "", "1,000", ""));
  }

  @Test
  void saysWhatTheOriginalRaisesOnAReference() {
    assertThat(grader.grade("The answer is 1", "1\\text{ a}\\text{ b}"))
        .isEqualTo(new MwpbenchGrade(false, "", "1\\text{ a}\\text{ b}", "AssertionError"));
    assertThat(grader.grade("The answer is 1", "\\SQRT").raises()).isEqualTo("IndexError");
    assertThat(grader.grade("The answer is 1", "\\frac").raises()).isEqualTo("IndexError");
  }

  @Test
  void comparesRawStringsWhereTheCleanUpOfAnAnswerRaises() {
    assertThat(grader.gradeAnswer("1,0\\sqrt", "1,0\\sqrt"))
        .isEqualTo(new MwpbenchGrade(true, "1,0\\sqrt", "1,0\\sqrt", ""));
    assertThat(grader.gradeAnswer("\\frac", "1,0"))
        .isEqualTo(new MwpbenchGrade(false, "\\frac", "1,0", ""));
  }

  @Test
  void countsCharactersAsPythonDoes() {
    assertThat(grader.gradeAnswer("\uD835\uDC65\uD835\uDC66=1", "1").right()).isTrue();
    assertThat(grader.gradeAnswer("\\sqrt\uD835\uDC65", "0").prediction())
        .isEqualTo("\\sqrt{\uD835\uDC65}");
    assertThat(grader.gradeAnswer("\\frac\uD835\uDC652", "0").prediction())
        .isEqualTo("\\frac{\uD835\uDC65}{2}");
  }

  @Test
  void findsLongStringsInEachOther() {
    String text = "a".repeat(5000);

    assertThat(grader.gradeAnswer(text + "b" + text, text + "b").right()).isTrue();
    assertThat(grader.gradeAnswer(text + "c" + text, text + "b").right()).isFalse();
  }
}
