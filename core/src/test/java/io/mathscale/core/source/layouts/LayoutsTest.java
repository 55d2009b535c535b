package io.mathscale.core.source.layouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayoutsTest {
  private static final String TAL =
      """
      {"queId": "t1", "problem": "What is $1+1$? ", "answer_value": "B", "answer_analysis": ["Add."],
       "answer_option_list": [[{"aoVal": "A", "content": "1 "}], [{"aoVal": "B", "content": "2 "}]]}\
      """;

  @Test
  void readsMwpbench() throws RowException {
    assertThat(
            read(
                "f",
                """
                {"data_topic": "tal", "data_source": "TAL", "question": "q?", "answer": 2,
                 "question_number": "tal.7",
                 "license": "CC BY"}\
                """))
        .isEqualTo(free("tal.7", "tal.7", "tal", "TAL", "q?", "2", "", "CC BY"));
  }

  @Test
  void readsGsm8k() throws RowException {
    assertThat(
            read(
                "gsm8k/test.jsonl",
                "{\"question\": \"q?\", \"answer\": \"1 + 1 = <<1+1=2>>2\\n#### 1,002\"}"))
        .isEqualTo(free("", "gsm8k.test.2", "gsm8k", "gsm8k", "q?", "1,002", "1 + 1 = 2\n", "MIT"));
  }

  @Test
  void readsMath() throws RowException {
    String row =
        """
        {"problem": "p?", "level": "Level 1", "type": "Counting & Probability", "solution": "s"}\
        """;

    assertThat(read("math/train.jsonl", row))
        .isEqualTo(
            free("", "math.train.2", "MATH.Counting_&_Probability", "MATH", "p?", "", "s", "MIT"));
    assertThat(read("f", row.replace("}", ", \"path\": \"test/counting/1.json\"}")).id())
        .isEqualTo("test/counting/1");
  }

  @Test
  void readsTal() throws RowException {
    LaidOutProblem problem = read("f", TAL);

    assertThat(problem)
        .isEqualTo(
            new LaidOutProblem(
                "t1",
                "t1",
                "tal",
                "TAL-SCQ5K-EN",
                "What is $1+1$?",
                "B",
                "Add.",
                List.of(new AnswerOption("A", "1"), new AnswerOption("B", "2")),
                "MIT"));
    assertThat(read("f", TAL.replace("Add.", "N.A")).solution()).isEmpty();
  }

  @Test
  void tellsMath23kFromApe210kByThePathOrElseTheOrderOfTheFields() throws RowException {
    String row =
        "{\"id\": \"35\", \"original_text\": \"周长\", \"equation\": \"x=2\", \"ans\": \"2\"}";

    assertThat(read("math23k/test.json", row))
        .isEqualTo(free("35", "math23k.35", "math23k_en", "math23k (Chinese)", "周长", "2", "", ""));
    assertThat(read("x/test.ape.json", row).dataset()).isEqualTo("ape210k_en");
    assertThat(read("x/test.json", row).dataset()).isEqualTo("math23k_en");
    assertThat(read("landscape/paper/test.json", row).dataset()).isEqualTo("math23k_en");
    assertThat(read("APE210K/test.json", row).dataset()).isEqualTo("ape210k_en");
    assertThat(
            read("x/test.json", "{\"original_text\": \"q\", \"ans\": \"2\", \"equation\": \"x=2\"}")
                .dataset())
        .isEqualTo("ape210k_en");
  }

  @Test
  void readsGaokaoBench() throws RowException {
    String choice =
        """
        {"question": "1. 则 $a$=\\nA. 1\\nB. 2\\nC. 3\\nD. 4\\n", "answer": ["C"], "analysis": "解", "index": 3}\
        """;

    LaidOutProblem problem = read("2010_Math_I.json", choice);

    assertThat(problem.id()).isEqualTo("2010_Math_I.3");
    assertThat(problem.question()).isEqualTo("1. 则 $a$=");
    assertThat(problem.solution()).isEqualTo("解");
    assertThat(problem.options()).hasSize(4).contains(new AnswerOption("C", "3"));
    assertThat(read("f.json", choice.replace("[\"C\"]", "\"$x$\\n\"")).answer()).isEqualTo("$x$");
    assertRefused(
        () -> read("f.json", choice.replace("[\"C\"]", "[\"A\", \"C\"]")),
        RejectionReason.NO_ANSWER);
  }

  @Test
  void readsAgiEval() throws RowException {
    String choice =
        """
        {"passage": "Given k.", "question": "What is k?", "options": ["(A)2", "(B)$x$"], "label": "B",
         "answer": null, "other": {"solution": "So."}}\
        """;

    assertThat(read("agieval/sat-math.jsonl", choice))
        .isEqualTo(
            new LaidOutProblem(
                "",
                "agieval.sat-math.2",
                "agieval.sat-math",
                "AGIEval",
                "Given k.\nWhat is k?",
                "B",
                "So.",
                List.of(new AnswerOption("A", "2"), new AnswerOption("B", "$x$")),
                "MIT"));
    assertThat(
            read(
                    "agieval/math.jsonl",
                    """
                    {"passage": null, "question": "q", "options": null, "label": null, "answer": "(3,4]"}\
                    """)
                .answer())
        .isEqualTo("(3,4]");
    assertRefused(() -> read("agieval/lsat-ar.jsonl", choice), RejectionReason.NO_QUESTION);
    assertThat(read("other.jsonl", choice).dataset()).isEmpty();
  }

  @Test
  void recognisesALayoutByItsFields() throws RowException {
    assertThat(Layouts.recognised(row("f", TAL, NamedFields.NONE)))
        .containsInstanceOf(TalLayout.class);
    assertThat(Layouts.recognised(row("f", "{\"question\": \"q?\"}", NamedFields.NONE))).isEmpty();
  }

  @Test
  void theExactSpellingOfAFieldWins() throws RowException {
    String row =
        "{\"answer\": \"1\", \"ANSWER\": \"2\", \"question\": \"a?\", \"Question\": \"b?\"}";
    NamedFields named = new NamedFields("", "Question", "ANSWER", "", "", "", "");

    LaidOutProblem problem = Layouts.read(row("f", row, named));

    assertThat(problem.question()).isEqualTo("b?");
    assertThat(problem.answer()).isEqualTo("2");
    assertThat(read("f", row).question()).isEqualTo("a?");
  }

  @Test
  void namedFieldsGoBeforeALayout() throws RowException {
    NamedFields named = new NamedFields("", "", "right", "", "", "", "");
    String row = "{\"problem\": \"p?\", \"type\": \"Algebra\", \"solution\": \"s\", \"right\": 3}";

    assertThat(Layouts.recognised(row("f", row, named))).isEmpty();
    assertThat(Layouts.read(row("f", row, named)))
        .isEqualTo(free("", "", "", "", "p?", "3", "s", ""));
  }

  @Test
  void makesAWordProblemOfAChoice() throws RowException {
    LaidOutProblem problem = MultipleChoice.inWords(read("f", TAL));

    assertThat(problem.question()).isEqualTo("What is $1+1$?");
    assertThat(problem.answer()).isEqualTo("2");
    assertThat(problem.options()).isEmpty();
    assertRefused(
        () ->
            MultipleChoice.inWords(read("f", TAL.replace("What is", "Which of the following is"))),
        RejectionReason.NEEDS_OPTIONS);
    assertRefused(
        () ->
            MultipleChoice.inWords(
                read("f", TAL.replace("\"answer_value\": \"B\"", "\"answer_value\": \"C\""))),
        RejectionReason.NO_ANSWER);
  }

  @Test
  void keepsAChoiceWithItsLetters() throws RowException {
    LaidOutProblem problem = MultipleChoice.withLetters(read("f", TAL));

    assertThat(problem.question()).isEqualTo("What is $1+1$?\n(A) 1\n(B) 2");
    assertThat(problem.answer()).isEqualTo("B");
  }

  private static void assertRefused(ThrowingCallable reading, RejectionReason reason) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(RowException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static LaidOutProblem free(
      String givenId,
      String id,
      String dataset,
      String source,
      String question,
      String answer,
      String solution,
      String license) {
    return new LaidOutProblem(
        givenId, id, dataset, source, question, answer, solution, List.of(), license);
  }

  private static LaidOutProblem read(String file, String text) throws RowException {
    return Layouts.read(row(file, text, NamedFields.NONE));
  }

  /** The third row of a file. */
  private static LayoutRow row(String file, String text, NamedFields named) throws RowException {
    return LayoutRow.of(new SourceRow(file, 3, text, null, ""), named);
  }
}
