package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.RealData;
import io.mathscale.generator.replies.ParseResult.Parsed;
import io.mathscale.generator.replies.ParseResult.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairReplyTest {
  @ParameterizedTest
  @MethodSource("shapes")
  void readsTheShapesThatModelsGive(String reply) {
    assertThat(read(reply))
        .isInstanceOfSatisfying(
            Parsed.class,
            read -> {
              PairReply pair = (PairReply) read.value();
              assertThat(pair.question()).isEqualTo("What is 2 + 3?");
              assertThat(pair.solution()).isEqualTo("Add. $2 + 3 = \\boxed{5}$.");
              assertThat(pair.answer()).isEqualTo("5");
              assertThat(pair.reasoning().contains("9 + 9")).isEqualTo(reply.contains("9 + 9"));
            });
  }

  static List<String> shapes() {
    return Shapes.in("pairs.txt");
  }

  @Test
  void keepsAnAnswerUnderItsOwnHeading() {
    String reply = "Question: What is 2 + 3?\nSolution: Add them.\n\n**Final Answer:** 5";

    assertThat(read(reply))
        .isEqualTo(pair("What is 2 + 3?", "Add them.\n\n**Final Answer:** 5", "5", "MARKER"));
  }

  @Test
  void keepsParagraphsThatOnlyLookLikeSmallTalk() {
    String solution = "Let $x = 2$.\n\nThis question is about sums, so the answer is 5.";

    assertThat(read("Question: What?\nSolution: " + solution))
        .isEqualTo(pair("What?", solution, "5", "MARKER"));
  }

  @Test
  void keepsLatexThatJsonWouldSwallow() {
    String reply =
        "{\"question\": \"Find \\(\\frac{6}{2} \\times 1\\).\\nNow!\","
            + " \"solution\": \"\\text{It is } \\boxed{3}.\"}";

    assertThat(read(reply))
        .isEqualTo(
            pair(
                "Find \\(\\frac{6}{2} \\times 1\\).\nNow!",
                "\\text{It is } \\boxed{3}.", "3", "BOX"));
  }

  @Test
  void findsPlacesInTextWhoseSmallLettersAreLonger() {
    String name = "\u0130".repeat(60);
    String solution = name + " adds: $3+4=\\boxed{7}$. As a check, $7-4=\\boxed{3}$.";

    assertThat(read("Question: What is 3+4?\nSolution: " + solution))
        .isEqualTo(pair("What is 3+4?", solution, "7", "BOX"));
  }

  @Test
  void readsThePairBehindManySets() {
    StringBuilder sets = new StringBuilder("We think of sets first.\n\n");
    for (int i = 0; i < 60; i++) {
      sets.append("Let $S_{").append(i).append("} = {x : x > ").append(i).append("}$ be one.\n");
    }

    String json = "{\"question\": \"What is 2 + 3?\", \"solution\": \"It is $\\\\boxed{5}$.\"}";
    String headings = "Question: What is 2 + 3?\nSolution: It is $\\boxed{5}$.";

    for (String written : List.of(json, headings)) {
      assertThat(read(sets + written))
          .isEqualTo(pair("What is 2 + 3?", "It is $\\boxed{5}$.", "5", "BOX"));
    }
  }

  @Test
  void tellsWhyAPairWithoutAnAnswerIsRefused() {
    assertThat(read("Question: Why?\nSolution: Because."))
        .isEqualTo(
            new Refused<>(
                RejectionReason.NO_FINAL_ANSWER,
                "a solution must state its final answer, as in \\boxed{}: it states none"
                    + " (generate.final-answer = required)"));
  }

  @Test
  void refusesWhatIsNoPair() {
    assertRefused("", RejectionReason.UNREADABLE_REPLY);
    assertRefused("I am sorry, I cannot do that.", RejectionReason.REFUSAL);
    assertRefused("Question:\nSolution: It is \\boxed{5}.", RejectionReason.UNREADABLE_REPLY);
    assertRefused("Question: What is 2 + 3?", RejectionReason.NO_SOLUTION);
    assertRefused("Question: What is 2 + 3?\nSolution:\n", RejectionReason.NO_SOLUTION);
    assertRefused("{\"question\": \"What is 2 + 3?\"}", RejectionReason.NO_SOLUTION);
    assertRefused("Question: Why?\nSolution: Because.", RejectionReason.NO_FINAL_ANSWER);
  }

  @Test
  void readsRealPairsWithoutTheirMarkdown() {
    for (JsonNode row : RealData.rows(RealData.file("concepts/generated_qa.llm.jsonl"))) {
      // What was cut at its headings, put together again; the box makes each answer a final one.
      String mark = row.get("question").asText().startsWith("**") ? "**" : "";
      String reply =
          "%sQuestion:%s%sSolution:%s\n\n\\boxed{7}"
              .formatted(
                  mark,
                  row.get("question").asText(),
                  row.get("question").asText().endsWith("**") ? "" : "\n" + mark,
                  row.get("answer").asText());

      assertThat(read(reply))
          .as(reply)
          .isInstanceOfSatisfying(
              Parsed.class,
              read -> {
                PairReply pair = (PairReply) read.value();
                assertThat(pair.question()).matches("(?s)[^*\\s].*[^*#\\s]");
                assertThat(pair.solution()).matches("(?s)(?!\\*\\*\\s)\\S.*\\\\boxed\\{7\\}");
                assertThat(pair.answer()).isEqualTo("7");
              });
    }
  }

  private static ParseResult<PairReply> read(String reply) {
    return PairReply.read(reply, Answers.REQUIRED);
  }

  private static ParseResult<PairReply> pair(
      String question, String solution, String answer, String rule) {
    return new Parsed<>(new PairReply(question, solution, answer, rule, QuestionType.VALUE, ""));
  }

  private static void assertRefused(String reply, RejectionReason reason) {
    assertThat(read(reply))
        .as(reply)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
