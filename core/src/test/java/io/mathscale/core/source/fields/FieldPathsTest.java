package io.mathscale.core.source.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FieldPathsTest {
  private static final String ROW =
      """
      {"messages": [{"role": "user", "content": "q?"}, {"role": "assistant", "content": "a"}],
       "Meta": {"R1-1.5B": 3, "answer.final": {"value": "5"}}, "answer": "x", "Answer": "y"}
      """;

  @Test
  void findsWhatIsNested() {
    assertThat(at("messages.1.content")).isEqualTo("a");
    assertThat(at("messages.-1.role")).isEqualTo("assistant");
    assertThat(at("messages.2.content")).isEqualTo("nothing");
    assertThat(at("messages.content")).isEqualTo("nothing");
    assertThat(at("messages.99999999999.content")).isEqualTo("nothing");
    assertThat(at("answer.deeper")).isEqualTo("nothing");
  }

  @Test
  void namesMayHoldDotsAndAnyCase() {
    assertThat(at("meta.R1-1.5B")).isEqualTo("3");
    assertThat(at("META.Answer.Final.value")).isEqualTo("5");
    assertThat(at("answer")).isEqualTo("x");
    assertThat(at("Answer")).isEqualTo("y");
    assertThat(at("ANSWER")).isEqualTo("x");
  }

  private static String at(String path) {
    try {
      return FieldPaths.find(new ObjectMapper().readTree(ROW), path).asText("nothing");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
