package io.mathscale.graph.imported;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.Provenance;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.source.SourceRow;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedRowReaderTest {
  @Test
  void readsAllFields() {
    ImportedRow row =
        read(
            """
            {"id": "7", "dataset": "MATH", "question": "What is 1 + 1?", "answer": 2,
             "solution": "Count.", "model": "gpt", "topics": ["Arithmetic", " Arithmetic", ""],
             "knowledgePoints": ["Addition", "Counting"], "other": {}}
            """);

    assertThat(row.concepts())
        .isEqualTo(
            new ExtractedConcepts(
                "7",
                "MATH",
                List.of("Arithmetic"),
                List.of("Addition", "Counting"),
                new Provenance("", "", "gpt", 0, 0, BigDecimal.ZERO)));
    assertThat(row.seed())
        .isEqualTo(new SeedQuestion("7", "MATH", "What is 1 + 1?", "2", "Count."));
    assertThat(row.rejected()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 7, \"topics\": [\"A\"], \"knowledge_points\": [\"x\", \"y\"]}",
        "{\"question_number\": \"7\", \"topic\": \"A\", \"kps\": [\"x\", \"y\"]}",
        "{\"id\": \"7\", \"topics\": \"A\", \"knowledge_point\": [\"x\", null, \"y\"]}"
      })
  void fieldsGoBySeveralNames(String text) {
    ImportedRow row = read(text);

    assertThat(row.concepts().id()).isEqualTo("7");
    assertThat(row.concepts().topics()).containsExactly("A");
    assertThat(row.concepts().knowledgePoints()).containsExactly("x", "y");
    assertThat(row.seed()).isNull();
  }

  @Test
  void aRowWithoutAnIdHasThatOfItsQuestionOrElseOfItsPlace() {
    String concepts = "\"topics\": [\"A\"], \"knowledgePoints\": [\"x\"]";

    assertThat(read("{\"question\": \" Find\\u00a0 n. \", " + concepts + "}").concepts().id())
        .isEqualTo(StableHash.contentId("Find n."));
    assertThat(read("{" + concepts + "}").concepts().id())
        .isEqualTo(StableHash.contentId("file:/a.jsonl", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"1\"}",
        "{\"id\": \"1\", \"topics\": [\"A\"], \"knowledge_points\": []}",
        "{\"id\": \"1\", \"topics\": [\" \"], \"knowledge_points\": [\"x\"]}",
        "{\"id\": \"1\", \"topics\": null, \"knowledge_points\": [\"x\"]}"
      })
  void aRowMustHaveATopicAndAKnowledgePoint(String text) {
    Rejected rejected = read(text).rejected();

    assertThat(rejected.reason()).isEqualTo(RejectionReason.NO_CONCEPTS);
    assertThat(rejected.detail()).startsWith("a row must have a topic and a knowledge point: ");
    assertThat(rejected.origin()).isEqualTo("file:/a.jsonl, row 3");
    assertThat(rejected.stage()).isEqualTo("build");
    assertThat(rejected.content()).isEqualTo(text);
  }

  @Test
  void tellsWhatIsWrongWithARow() {
    assertThat(rejection("{\"topics\"")).startsWith("NOT_JSON a row must be JSON: ");
    assertThat(rejection("[1]")).isEqualTo("WRONG_TYPE a row must be an object: ARRAY");
    assertThat(rejection("{\"topics\": [1], \"kps\": [\"x\"]}"))
        .isEqualTo("WRONG_TYPE topics must be texts: 1");
    assertThat(rejection("{\"topics\": [\"A\"], \"kps\": {}}"))
        .isEqualTo("WRONG_TYPE knowledgePoints must be texts: {}");
    assertThat(rejection("{\"id\": true, \"topics\": [\"A\"], \"kps\": [\"x\"]}"))
        .isEqualTo("WRONG_TYPE id must be a text: true");
  }

  private static ImportedRow read(String text) {
    return new ImportedRowReader("build").call(new SourceRow("file:/a.jsonl", 3, text, null, ""));
  }

  private static String rejection(String text) {
    Rejected rejected = read(text).rejected();
    return rejected.reason() + " " + rejected.detail();
  }
}
