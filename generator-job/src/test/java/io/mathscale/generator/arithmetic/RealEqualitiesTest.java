package io.mathscale.generator.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.generator.RealData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

  /** Of the true equalities that show a result, one in a solution gets another digit. */
  @ParameterizedTest
  @CsvSource({
    "upstream/gsm8k/train.jsonl, answer, 6900",
    "upstream/math/train.jsonl, solution, 2900"
  })
  void findsAnotherDigitInAResult(String file, String field, int most) {
    SplittableRandom random = new SplittableRandom(7);
    int planted = 0;
    int found = 0;
    for (JsonNode row : RealData.rows(RealData.file(file))) {
      String solution = SolutionParts.of(row.path(field).asText()).get(0);
      List<ArithmeticToken> results = results(solution);
      if (!results.isEmpty()) {
        ArithmeticToken result = results.get(random.nextInt(results.size()));
        String changed = withAnotherDigit(solution, result, random);
        planted++;
        found += falseOnes(changed) > falseOnes(solution) ? 1 : 0;
      }
    }

    assertThat(planted).isGreaterThan(most);
    assertThat((double) found / planted).isGreaterThanOrEqualTo(0.99);
  }

  private static int falseOnes(String solution) {
    return NumberEqualities.in(solution).falseOnes().size();
  }

  /** The numbers that stand alone behind signs of equality and are right. */
  private static List<ArithmeticToken> results(String solution) {
    List<ArithmeticToken> results = new ArrayList<>();
    List<ArithmeticToken> tokens = ArithmeticLexer.tokens(solution);
    Doubts doubts = new Doubts(solution, tokens);
    for (int i = 1; i < tokens.size() - 1; i++) {
      Operand right = Operands.after(tokens, i, false);
      if (tokens.get(i).is(TokenKind.EQUALS)
          && right.isShown()
          && EqualityCheck.truth(tokens, i, doubts) == Truth.TRUE) {
        right.tokens().stream().filter(token -> token.is(TokenKind.NUMBER)).forEach(results::add);
      }
    }

    return results;
  }

  /** Another digit; the last one of a decimal, which may be rounded, by two at least. */
  private static String withAnotherDigit(
      String solution, ArithmeticToken number, SplittableRandom random) {
    StringBuilder changed = new StringBuilder(solution);
    while (true) {
      int at = number.start() + random.nextInt(number.end() - number.start());
      char old = solution.charAt(at);
      char other = (char) ('0' + random.nextInt(10));
      boolean isRounding = number.text().contains(".") && at == number.end() - 1;
      boolean isZeroInFront = at == number.start() && other == '0';
      if (Character.isDigit(old)
          && Math.abs(other - old) > (isRounding ? 1 : 0)
          && !isZeroInFront) {
        changed.setCharAt(at, other);
        return changed.toString();
      }
    }
  }
}
