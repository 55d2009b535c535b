package io.mathscale.generator.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.generator.RealData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked solutions of GSM8K and MATH hold some wrong equalities. Each that was found has been
 * read: these are so many, and no true one is among them.
 */
@Tag("slow")
class RealEqualitiesTest {
  @ParameterizedTest
  @CsvSource({
    "upstream/gsm8k/train.jsonl, answer, 46000, 27",
    "upstream/math/train.jsonl, solution, 10000, 20"
  })
  void callsNoTrueEqualityOfRealSolutionsFalse(String file, String field, int most, int wrong) {
    int checked = 0;
    int falseOnes = 0;
    for (JsonNode row : RealData.rows(RealData.file(file))) {
      CheckedEqualities found = NumberEqualities.in(row.path(field).asText());
      checked += found.checked();
      falseOnes += found.falseOnes().size();
    }

    assertThat(checked).isGreaterThan(most);
    assertThat(falseOnes).isBetween(1, wrong);
  }
}
