package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.RealData;
import io.mathscale.generator.replies.ParseResult.Parsed;
import io.mathscale.generator.replies.ParseResult.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConceptsReplyTest {
  private static final ConceptsReply EXPECTED =
      new ConceptsReply(List.of("Algebra", "Word problems"), List.of("Ratios", "Linear equations"));

  @ParameterizedTest
  @MethodSource("shapes")
  void readsTheShapesThatModelsGive(String reply) {
    assertThat(ConceptsReply.read(reply)).isEqualTo(new Parsed<>(EXPECTED));
  }

  static List<String> shapes() {
    return Shapes.in("concepts.txt");
  }

  @Test
  void keepsCommasInsideAnItem() {
    String reply =
        "Topics:\n- Rates\n\nKnowledge points:\n- Relationship between rate, work, and time\n"
            + "- Value of y = mx + b (slope, intercept)";

    assertThat(ConceptsReply.read(reply))
        .isEqualTo(
            new Parsed<>(
                new ConceptsReply(
                    List.of("Rates"),
                    List.of(
                        "Relationship between rate, work, and time",
                        "Value of y = mx + b (slope, intercept)"))));
  }

  @Test
  void decodesReferencesOnce() {
    String reply =
        "{\"topics\": [\"Inequalities\"], \"knowledge_points\":"
            + " [\"The sign &amp;lt; of HTML\", \"a &le; b and &Sigma;\", \"Sums&nbsp;of x\"]}";

    assertThat(ConceptsReply.read(reply))
        .isEqualTo(
            new Parsed<>(
                new ConceptsReply(
                    List.of("Inequalities"),
                    List.of("The sign &lt; of HTML", "a ≤ b and Σ", "Sums of x"))));
  }

  @Test
  void refusesWhatNamesNothing() {
    assertRefused("", RejectionReason.UNREADABLE_REPLY);
    assertRefused("I cannot help with that.", RejectionReason.REFUSAL);
    assertRefused("{\"answer\": 5}", RejectionReason.UNREADABLE_REPLY);
    assertRefused("{\"topics\": [], \"knowledge_points\": []}", RejectionReason.NO_CONCEPTS);
    assertRefused(
        "{\"topics\": [\"…\"], \"knowledge_points\": [\"a\"]}", RejectionReason.NO_CONCEPTS);
    assertRefused("Topics:\n1. Algebra", RejectionReason.NO_CONCEPTS);
  }

  @Test
  void refusesTheAbsurd() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i <= ConceptsReply.MAX_NAMES; i++) {
      many.add("\"law " + i + "\"");
    }

    String sentence = "\"" + "x".repeat(ConceptsReply.MAX_NAME_LENGTH + 1) + "\"";
    assertRefused(
        "{\"topics\": [\"a\"], \"knowledge_points\": " + many + "}",
        RejectionReason.UNREADABLE_REPLY);
    assertRefused(
        "{\"topics\": [\"a\"], \"knowledge_points\": [" + sentence + "]}",
        RejectionReason.UNREADABLE_REPLY);
  }

  @Test
  void readsRealConceptsInEveryRendering() {
    for (JsonNode row : RealData.rows(RealData.file("concepts/math100.llm.jsonl"))) {
      List<String> topics = texts(row.get("topics"));
      List<String> points = texts(row.get("knowledge_points"));
      points.removeAll(topics); // A concept is of one kind.
      ParseResult<ConceptsReply> expected = new Parsed<>(new ConceptsReply(topics, points));
      ObjectNode json = new ObjectMapper().createObjectNode();
      json.set("topics", row.get("topics"));
      json.set("knowledge_points", row.get("knowledge_points"));

      assertThat(ConceptsReply.read(json.toString())).isEqualTo(expected);
      assertThat(ConceptsReply.read("```json\n" + json.toPrettyString() + "\n```"))
          .isEqualTo(expected);
      assertThat(ConceptsReply.read("Of course.\n" + json + "\nI hope this helps!"))
          .isEqualTo(expected);
      for (String mark : List.of("%d. ", "%d) ", "(%d) ", "- ", "* ", "• ")) {
        String lists =
            "Topics:\n" + list(mark, topics) + "\nKnowledge points:\n" + list(mark, points);
        assertThat(ConceptsReply.read(lists)).as(lists).isEqualTo(expected);
        assertThat(ConceptsReply.read(lists.replaceAll("(?m)^(.*):$", "**$1:**")))
            .isEqualTo(expected);
      }
    }
  }

  private static String list(String mark, List<String> names) {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      list.append(mark.formatted(i + 1)).append(names.get(i)).append('\n');
    }

    return list.toString();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static void assertRefused(String reply, RejectionReason reason) {
    assertThat(ConceptsReply.read(reply))
        .as(reply)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
