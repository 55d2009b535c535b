package io.mathscale.generator.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.RefineConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.prompts.PromptTemplate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityRulesTest {
  private static final String ASKED = "How many apples are there in the three boxes of Ann?";
  private static final String WORKED =
      "Each box has 4 apples, so there are $3 \\cdot 4 = 12$ apples.";

  private static final String[] FLAG_ALL = {
    "refine.quality.refusal=flag",
    "refine.quality.placeholder=flag",
    "refine.quality.echo=flag",
    "refine.quality.prompt-example=flag",
    "refine.quality.absent-figure=flag",
    "refine.quality.question-in-solution=flag",
    "refine.quality.length=flag",
    "refine.quality.truncated=flag",
    "refine.quality.repetition=flag",
    "refine.quality.latex=flag",
    "refine.quality.language=flag",
    "refine.quality.missing-answer=flag",
    "refine.quality.answer-in-solution=flag",
    "refine.quality.answer-agreement=flag",
    "refine.quality.false-arithmetic=flag"
  };

  @Test
  void keepsACleanRowAndMeasuresIt() {
    JudgedPair judged = judge(ASKED, WORKED, "12");

    assertThat(judged.violation()).isEmpty();
    assertThat(judged.quality())
        .isEqualTo(
            new Quality(List.of(), ASKED.length(), WORKED.length(), "en", 0, 1, List.of(), ""));
  }

  @Test
  void thatASolutionFollowsIsNoAnswer() {
    String cut = "The solution is as follows. Each of the boxes has some apples in it.";

    assertThat(judge(ASKED, cut, "").violation())
        .map(Violation::reason)
        .contains(RejectionReason.NO_FINAL_ANSWER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REFUSAL | I'm sorry, but as an AI language model I cannot help with this request.",
        "REFUSAL | Unfortunately, I am not able to provide a solution to this problem.",
        "PLACEHOLDER | The solution is [insert your solution here] and the answer is 12.",
        "PLACEHOLDER | <its solution, step by step> and so there are 12 apples.",
        "PLACEHOLDER | There are 12 apples, so the result is \\boxed{}.",
        "ECHO | 3. The question must be complete, solvable and different from the examples. It is 12.",
        "PROMPT_EXAMPLE | As in example 2, we multiply the numbers and get 12 apples.",
        "QUESTION_IN_SOLUTION | How many apples are there in the three boxes of Ann? There are 12.",
        "TRUNCATED | First we find $\\boxed{4}$ apples for a box, and then we multiply the",
        "TRUNCATED | There are 4 apples in a box and 12 in all, so we only have to sho",
        "TRUNCATED | In total, they have 3 * 4 = <<3*4=12",
        "TRUNCATED | In total, they have 3 * 4 = <<3*4=12>>",
        "TRUNCATED | We have \\begin{align*} x &= 3 \\cdot 4 \\\\ &= 12.",
        "TRUNCATED | This is what we multiply: \\[ 3 \\cdot 4 = 12,\\]",
        "TRUNCATED | Each box has 4, so 12 are in all. Ann then counts them. After that she eats two of"
            + " them. The rest is for her sister.",
        "TRUNCATED | There are $\\boxed{12}$ apples. Then we take those away that she eats.",
        "TRUNCATED | First we find $\\boxed{12}$ for the boxes, and then we take one away.",
        "TRUNCATED | First we draw it. [asy] draw((0,0)--(12,0)).",
        "UNBALANCED_LATEX | There are $3 \\cdot 4 apples in all the boxes, that is $12$ or $x$.",
        "UNBALANCED_LATEX | There are \\(\\frac{12}{1\\) apples in all. That makes 12.",
        "UNBALANCED_LATEX | We get \\[ \\left( 3 \\cdot 4 \\] so 12 apples.",
        "UNBALANCED_LATEX | \\begin{align*} x &= 12 \\end{align} So there are 12 apples.",
        "OTHER_LANGUAGE | Zuerst zählen wir die Äpfel in einer Kiste und nehmen sie dann mal drei: 12.",
        "OTHER_LANGUAGE | Primero contamos las manzanas de una caja y luego multiplicamos: 12.",
        "OTHER_LANGUAGE | 每个箱子有四个苹果，所以一共有12个苹果。",
        "ANSWER_NOT_IN_SOLUTION | We count the apples in each of the boxes and add them: 13.",
        "ANSWERS_DISAGREE | There are 12 and 1, so the answer is $\\boxed{13}$.",
        "FALSE_ARITHMETIC | There are $3 \\cdot 4 = 14$ apples, which is near 12.",
        "TOO_SHORT | It is 12."
      })
  void rejectsASolution(RejectionReason reason, String solution) {
    assertThat(judge(ASKED, solution, "12").violation())
        .as(solution)
        .map(Violation::reason)
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ABSENT_FIGURE | In the figure below, how many apples are there in the boxes?",
        "TRUNCATED | There are three boxes of apples. How many apples does",
        "OTHER_LANGUAGE | Combien de pommes y a-t-il dans les trois boîtes de la petite Anne ?",
        "UNBALANCED_LATEX | How many apples are $x + 3 if $x$ is the number of them in each box?",
        "ECHO | Create a new question and its solution from the topics below.",
        "TOO_SHORT | Why?"
      })
  void rejectsAQuestion(RejectionReason reason, String question) {
    assertThat(judge(question, WORKED, "12").violation())
        .as(question)
        .map(Violation::reason)
        .contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"I can't believe it,\" said Tom, \"I cannot eat 12 apples!\"",
        "He pays $5 for the first and $7 for the second, so he pays $12 in all.",
        "The pens cost $5 and the notebook $7, so it is $12 in total. So it is $\\boxed{12}$.",
        "A box was $5 and a lid $7, and that is $12 in all, or $5 + 7 = 12$ for $x$ and $y$.",
        "The answer for $n$ boxes at $4 each, which cost more, is $12$.",
        "We have \\[ \\left\\{ 3, 4 \\right. \\] so the product is \\(12\\)",
        "So $x = 12$ where $x \\in (0, 20]$, as shown in the table of values.",
        "Natalia sold 3*4 = <<3*4=12>>12 clips in May\n#### 12",
        "\\begin{align*} x &= 3 \\cdot 4 \\\\ &= \\boxed{12} \\end{align*}",
        "Add 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 12.",
        "For example, three times four is twelve: 12.00 apples",
        "Thus the number of apples is = \\boxed{12} apples",
        "Each of the 4 boxes is 3 in, so the length of all is 12 in",
        "All the boxes have 12 apples and the price is 12 a can"
      })
  void keepsASolution(String solution) {
    assertThat(judge(ASKED, solution, "12").violation()).as(solution).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Then we add the number to the sum. ",
        "We count and count and count again. ",
        "So it is so that it is so as it is. ",
        "No and no and no and no and yes. "
      })
  void rejectsALoop(String block) {
    for (int rounds : List.of(8, 30)) {
      JudgedPair judged = judge(ASKED, "We begin with 12. " + block.repeat(rounds), "12");

      assertThat(judged.violation()).map(Violation::reason).contains(RejectionReason.REPETITION);
      assertThat(judged.quality().repetition()).isGreaterThan(0.7);
    }
  }

  @Test
  void measuresALoopThatIsNearlyTheWholeSolution() {
    String solution = "We begin with 12. " + "We count and count and count again. ".repeat(100);

    assertThat(judge(ASKED, solution, "12").quality().repetition()).isGreaterThan(0.98);
  }

  @Test
  void rejectsWhatStatesNoAnswerUnlessItIsAProof() {
    String proof = "Every apple is in a box, and every box is Ann's; this completes the proof.";

    assertThat(judge(ASKED, proof, "").violation())
        .map(Violation::reason)
        .contains(RejectionReason.NO_FINAL_ANSWER);
    assertThat(rules().judge(pair(ASKED, proof, "", "PROOF")).violation()).isEmpty();
  }

  @Test
  void flagsOrLeavesAloneWhereItIsToldTo() {
    String wrong = "There are $3 \\cdot 4 = 14$ apples, which is near 12.";

    JudgedPair flagged =
        rules("refine.quality.false-arithmetic=flag").judge(pair(ASKED, wrong, "12", ""));
    JudgedPair off =
        rules("refine.quality.false-arithmetic=off").judge(pair(ASKED, wrong, "12", ""));

    assertThat(flagged.violation()).isEmpty();
    assertThat(flagged.quality().flags()).containsExactly("false-arithmetic");
    assertThat(flagged.quality().falseEqualities()).containsExactly("3 \\cdot 4 = 14");
    assertThat(off.quality().equalities()).isZero();
    assertThat(
            rules("refine.quality.max-false-equalities=1")
                .judge(pair(ASKED, wrong, "12", ""))
                .violation())
        .isEmpty();
    assertThat(
            rules("refine.quality.languages=[de,en]")
                .judge(pair("Wie viele Äpfel sind in den drei Kisten von Anna?", WORKED, "12", ""))
                .violation())
        .isEmpty();
  }

  @Test
  void everyRuleTakesAnyText() {
    String whole =
        "So $\\left\\{ x_1 \\right. = \\frac{1}{2}$, [asy] <<3*4=12>> \\text{ cm}^2 \\[ 1,000 = 10^3 \\]"
            + " \\begin{cases} a \\end{cases} – 3 = … 5!= 7% x 4 ≠ 答案 \uD835\uDC65 \\boxed{}\n#### -1|>";
    List<String> texts =
        new ArrayList<>(List.of("", " ", "$", "\\", "=", "|>", "{", "\\boxed{", "."));
    for (int i = 0; i < whole.length(); i++) {
      texts.add(whole.substring(i));
      texts.add(whole.substring(0, i));
    }

    QualityRules flagging = rules(FLAG_ALL);
    for (String text : texts) {
      assertThat(flagging.judge(pair(text, text, text, "")).violation()).as(text).isEmpty();
      assertThat(flagging.judge(pair(ASKED, text, "12", "")).violation()).as(text).isEmpty();
    }
  }

  @Test
  void takesTimeInProportionToTheLength() {
    List<String> texts = new ArrayList<>();
    for (String part :
        List.of("[asy]", "<<", "$", "{", "\\[", "\\left", "a b ", "(((", "12", "[a")) {
      texts.add(part.repeat(60_000 / part.length()));
    }

    for (String text : texts) {
      for (QualityRule rule :
          List.of(
              new LatexBalance(),
              new Truncation(),
              new Placeholder(),
              new RepetitionLoop(1),
              new WantedLanguage(List.of("en")),
              new QuestionInSolution())) {
        PairText pair = new PairText(text, text, "12", "");
        assertThat(rule.violation(pair, new Measurements())).isNotNull();
      }
    }
  }

  private static JudgedPair judge(String question, String solution, String answer) {
    return rules().judge(pair(question, solution, answer, ""));
  }

  private static QualityRules rules(String... settings) {
    List<String> overrides = new ArrayList<>(List.of(settings));
    overrides.add("workspace=w");
    RefineConfig config = Settings.parse("", "test", overrides).config().refine();
    return QualityRules.of(config, PromptTemplate.load("generate").text());
  }

  private static QaPair pair(String question, String solution, String answer, String type) {
    return new QaPair(
        "1",
        "generated",
        "",
        "c",
        List.of(),
        List.of(),
        question,
        solution,
        answer,
        "m",
        0,
        "",
        "",
        BigDecimal.ZERO,
        type,
        "",
        "",
        "",
        Quality.NONE);
  }
}
