package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.generator.RealData;
import io.mathscale.generator.replies.ParseResult.Parsed;
import io.mathscale.generator.replies.ParseResult.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replies in many shapes, with what should be read, that stand beside the repository. */
class SharedShapesTest {
  @Test
  void readsUsableRepliesRightAndKeepsNoRubbish() throws IOException {
    JsonNode rows = new ObjectMapper().readTree(RealData.file("replies/shapes.json").toFile());
    List<String> lost = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> rubbish = new ArrayList<>();
    int usable = 0;
    for (JsonNode row : rows) {
      boolean isExtract = row.get("stage").asText().equals("extract");
      boolean isUsable = !row.get(isExtract ? "topics" : "question").isNull();
      String outcome = isExtract ? concepts(row) : pair(row);
      usable += isUsable ? 1 : 0;
      if (outcome.startsWith("refused")) {
        if (isUsable) {
          lost.add(row.get("shape").asText() + ": " + outcome);
        }
      } else if (!isUsable) {
        rubbish.add(row.get("shape").asText() + ": " + outcome);
      } else if (!outcome.isEmpty()) {
        wrong.add(row.get("shape").asText() + ": " + outcome);
      }
    }

    assertThat(rubbish).as("rubbish kept").isEmpty();
    assertThat(wrong).as("read wrong of %s", usable).hasSizeLessThanOrEqualTo(usable / 100);
    assertThat(lost.size() + wrong.size())
        .as("lost of %s: %s %s", usable, lost, wrong)
        .isLessThanOrEqualTo(usable * 3 / 100);
  }

  /** What people wrote has drafts, blanks, money and formulas of every kind, and no talk. */
  @Test
  void losesNoPairThatPeopleWrote() {
    List<String> rejected = new ArrayList<>();
    int rows = 0;
    int whole = 0;
    for (String file : List.of("upstream/math/train.jsonl", "upstream/gsm8k/train.jsonl")) {
      for (JsonNode row : RealData.rows(RealData.file(file))) {
        String question = row.path("problem").asText(row.path("question").asText());
        String solution = row.path("solution").asText(row.path("answer").asText());
        ParseResult<PairReply> result =
            PairReply.read(
                "### Question\n\n" + question + "\n\n### Solution\n\n" + solution, Answers.FOUND);
        rows++;
        if (result instanceof Parsed<PairReply> pair) {
          whole +=
              bare(pair.value().question()).equals(bare(question))
                      && bare(pair.value().solution()).equals(bare(solution))
                  ? 1
                  : 0;
        } else {
          rejected.add(result + ": " + question);
        }
      }
    }

    // Two whose box is blank, one that ends in the middle of a formula.
    assertThat(rejected).hasSizeLessThanOrEqualTo(3);
    assertThat(whole).isGreaterThanOrEqualTo(rows * 995 / 1000);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  /** Empty where the reply is read right. */
  private static String concepts(JsonNode row) {
    ParseResult<ConceptsReply> result = ConceptsReply.read(row.get("reply").asText());
    if (result instanceof Refused<ConceptsReply> refused) {
      return "refused: " + refused;
    }

    ConceptsReply read = ((Parsed<ConceptsReply>) result).value();
    boolean isRight =
        folded(read.topics()).equals(folded(texts(row.get("topics"))))
            && folded(read.knowledgePoints()).equals(folded(texts(row.get("knowledge_points"))));
    return isRight ? "" : read.toString();
  }

  private static String pair(JsonNode row) {
    ParseResult<PairReply> result = PairReply.read(row.get("reply").asText(), Answers.FOUND);
    if (result instanceof Refused<PairReply> refused) {
      return "refused: " + refused;
    }

    PairReply read = ((Parsed<PairReply>) result).value();
    boolean isRight =
        same(row.get("question"), read.question())
            && same(row.get("solution"), read.solution())
            && same(row.get("answer"), read.answer());
    return isRight ? "" : read.toString();
  }

  private static boolean same(JsonNode expected, String read) {
    boolean isChecked = !expected.isNull() && !expected.asText().equals("?");
    return !isChecked || folded(expected.asText()).equals(folded(read));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static List<String> folded(List<String> texts) {
    return texts.stream().map(text -> folded(text).toLowerCase(Locale.ROOT)).toList();
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
