package io.mathscale.eval.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamLayoutsTest {
  private static final String TAL_CHOICES =
      """
      {"queId": "t1", "problem": "What is $1+1$? ", "answer_option_list": [[{"aoVal": "A", "content": "$$1$$ "}], [{"aoVal": "B", "content": "$$2$$ "}]], "answer_value": "B"}
      {"queId": "t2", "problem": "Which of the following is even?", "answer_option_list": [[{"aoVal": "A", "content": "1"}], [{"aoVal": "B", "content": "2"}]], "answer_value": "B"}
      {"queId": "t3", "problem": "What is $1+1$?", "answer_option_list": [[{"aoVal": "A", "content": "1"}]], "answer_value": "C"}
      """;

  @TempDir private Path folder;

  @Test
  void readsGsm8k() {
    assertThat(
            problems(
                "gsm8k/test.jsonl",
                "{\"question\": \"q\", \"answer\": \"1 + 1 = <<1+1=2>>2\\n#### 1,002\"}"))
        .containsExactly(new Problem("gsm8k.test.0", "gsm8k", "gsm8k", "q", "1,002", 0));
  }

  @Test
  void readsMath() {
    assertThat(
            problems(
                "math/test.jsonl",
                """
                {"problem": "p", "level": "Level 1", "type": "Counting & Probability", "solution": "It is $\\\\boxed{\\\\frac{1}{2}}$.", "path": "test/counting/1.json"}
                {"problem": "q", "level": "Level 1", "type": "Algebra", "solution": "It is \\\\boxed{3}."}
                """))
        .containsExactly(
            new Problem(
                "test/counting/1",
                "MATH.Counting_&_Probability",
                "MATH",
                "p",
                "\\frac{1}{2}",
                0,
                "Level 1",
                "Counting & Probability",
                List.of()),
            new Problem(
                "math.test.1",
                "MATH.Algebra",
                "MATH",
                "q",
                "3",
                1,
                "Level 1",
                "Algebra",
                List.of()));
  }

  @Test
  void turnsChoicesOfTalIntoWords() {
    Benchmark benchmark = benchmark(ChoiceStyle.WORDS, "tal/test.jsonl", TAL_CHOICES);

    assertThat(benchmark.problems())
        .containsExactly(new Problem("t1", "tal", "TAL-SCQ5K-EN", "What is $1+1$?", "$$2$$", 0));
    assertThat(benchmark.rejected())
        .extracting(Rejected::reason, Rejected::detail)
        .containsExactly(
            tuple(RejectionReason.NEEDS_OPTIONS, "question must make sense without its options"),
            tuple(RejectionReason.NO_ANSWER, "answer must be the letter of one option: C"));
  }

  @Test
  void keepsChoicesWithTheirLetters() {
    Benchmark benchmark = benchmark(ChoiceStyle.LETTERS, "tal/test.jsonl", TAL_CHOICES);

    assertThat(benchmark.problems())
        .extracting(Problem::id, Problem::question, Problem::answer, Problem::options)
        .containsExactly(
            tuple("t1", "What is $1+1$?\n(A) $$1$$\n(B) $$2$$", "B", List.of("$$1$$", "$$2$$")),
            tuple("t2", "Which of the following is even?\n(A) 1\n(B) 2", "B", List.of("1", "2")));
  }

  @Test
  void tellsMath23kFromApe210kByThePath() {
    String object =
        """
        {
          "id": "35",
          "original_text": "周长",
          "equation": "x=44*20",
          "ans": "880"
        }
        """;

    assertThat(problems("math23k/test.json", object + object.replace("35", "36")))
        .extracting(Problem::id, Problem::dataset, Problem::answer)
        .containsExactly(
            tuple("math23k.35", "math23k_en", "880"), tuple("math23k.36", "math23k_en", "880"));
    assertThat(problems("x/test.ape.json", object))
        .extracting(Problem::id, Problem::dataset)
        .containsExactly(tuple("ape210k.35", "ape210k_en"));
    assertThat(problems("x/test.json", object))
        .as("the order of the fields")
        .extracting(Problem::dataset)
        .containsExactly("math23k_en");
  }

  @Test
  void readsGaokaoBench() {
    String file =
        """
        {
          "keywords": "k",
          "example": [
            {"question": "1. 则 $a$=\\nA. 1\\nB. 2\\nC. 3\\nD. 4\\n", "answer": ["C"], "analysis": "", "index": 0},
            {"question": "2. 下列正确的是\\nA. 1\\nB. 2\\nC. 3\\nD. 4\\n", "answer": ["C"], "analysis": "", "index": 1},
            {"question": "13. 为\\n", "answer": "$x$\\n", "analysis": "", "index": 7}
          ]
        }
        """;

    assertThat(problems("2010_Math_I.json", file))
        .extracting(Problem::id, Problem::question, Problem::answer)
        .containsExactly(
            tuple("2010_Math_I.0", "1. 则 $a$=", "3"), tuple("2010_Math_I.7", "13. 为", "$x$"));
  }

  @Test
  void readsAgiEval() {
    assertThat(
            problems(
                "agieval/sat-math.jsonl",
                """
                {"passage": "Given k.", "question": "What is k?", "options": ["(A)2", "(B)$x$"], "label": "B", "other": {}}
                """))
        .containsExactly(
            new Problem(
                "agieval.sat-math.0",
                "agieval.sat-math",
                "AGIEval",
                "Given k.\nWhat is k?",
                "$x$",
                0));
    assertThat(
            problems(
                "agieval/math.jsonl",
                """
                {"passage": null, "question": "q", "options": null, "label": null, "answer": "(3,4]"}
                """))
        .extracting(Problem::dataset, Problem::answer)
        .containsExactly(tuple("agieval.math", "(3,4]"));
    assertThat(
            problems(
                "agieval/gaokao-mathqa.jsonl",
                """
                {"passage": null, "question": "q", "options": ["(A)1", "(B)2"], "label": "AB", "answer": null}
                """))
        .isEmpty();
  }

  @Test
  void countsBesideThePaperAndFindsWhatIsRepeated() {
    BenchmarkCounts counts =
        BenchmarkCounts.of(
            List.of(
                new Problem("1", "MATH.Algebra", "", "What is  x?", "", 0),
                new Problem("2", "MATH.Geometry", "", "what is x?", "", 1),
                new Problem("3", "agieval.math", "", "What is x?", "", 2),
                new Problem("4", "other", "", "What is y?", "", 3)),
            Map.of());

    assertThat(counts.rows()).isEqualTo(Map.of("MATH", 2L, "agieval.math", 1L, "other", 1L));
    assertThat(counts.repeated()).isEqualTo(Map.of("MATH", 1L));
    assertThat(counts.shared()).isEqualTo(Map.of("MATH and agieval.math", 1L));
    assertThat(counts.text()).contains("1 questions stand in MATH and agieval.math");
  }

  @Test
  void agreesWithTheReleasedFormatOnRealSets() throws IOException {
    Path upstream = Runs.realData("upstream");
    assumeTrue(Files.exists(upstream), "needs " + upstream);
    Benchmark released = files().add(Runs.realData("mwpbench/full_test.json"));
    Map<String, Problem> byId =
        released.problems().stream().collect(Collectors.toMap(Problem::id, problem -> problem));

    for (String file : List.of("gsm8k/test.jsonl", "math/test.jsonl")) {
      Benchmark ours = files().add(upstream.resolve(file));

      assertThat(ours.rejected()).isEmpty();
      assertThat(ours.problems())
          .allSatisfy(
              problem -> {
                Problem theirs = byId.get(problem.id());
                assertThat(problem.dataset()).isEqualTo(theirs.dataset());
                assertThat(problem.question().strip()).isEqualTo(theirs.question().strip());
                assertThat(problem.answer()).isEqualTo(theirs.answer().strip());
              });
    }
  }

  @Test
  void readsEveryRealSet() throws IOException {
    Path upstream = Runs.realData("upstream");
    assumeTrue(Files.exists(upstream), "needs " + upstream);
    BenchmarkFixture files = files();
    try (Stream<Path> paths = Files.walk(upstream)) {
      paths.filter(UpstreamLayoutsTest::isTest).sorted().forEach(files::add);
    }

    Benchmark benchmark = files.benchmark();
    BenchmarkCounts counts = BenchmarkCounts.of(benchmark.problems(), Map.of());
    assertThat(counts.rows())
        .containsEntry("gsm8k", 1319L)
        .containsEntry("MATH", 5000L)
        .containsEntry("math23k_en", 1000L)
        .containsEntry("ape210k_en", 5000L)
        .containsEntry("agieval.math", 1000L)
        .containsEntry("tal", 1629L)
        .containsEntry("agieval.sat-math", 110L)
        .containsEntry("agieval.gaokao-math-en", 450L)
        .containsEntry("gaokao_bench_math_en", 576L)
        .containsEntry("FreshGaokaoMath2023", 30L);
    assertThat(counts.shared()).containsEntry("MATH and agieval.math", 1000L);
    assertThat(benchmark.rejected())
        .extracting(Rejected::reason)
        .containsOnly(RejectionReason.NEEDS_OPTIONS, RejectionReason.NO_ANSWER);
  }

  private static boolean isTest(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith("train");
  }

  private BenchmarkFixture files() {
    return new BenchmarkFixture(folder, ChoiceStyle.WORDS);
  }

  private List<Problem> problems(String file, String content) {
    return benchmark(ChoiceStyle.WORDS, file, content).problems();
  }

  private Benchmark benchmark(ChoiceStyle style, String file, String content) {
    return new BenchmarkFixture(folder, style).add(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
