package io.mathscale.generator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.AuditKind;
import io.mathscale.core.text.NormalForm;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlteredQuestionTest {
  private static final String STORY =
      "Ann has $\\frac{a}{2}$ apples, and buys 12 more. Bob has none! How many apples are there?";
  private static final String OTHER =
      "The train goes to Rome at 3 pm and stops twice on its way. When does it come home?";
  private static final String CHINESE = "小明有12个苹果，给了小红3个。还剩多少个苹果？";
  private static final String OTHER_CHINESE = "一列火车从北京开往上海，速度是每小时80千米。";

  @ParameterizedTest
  @EnumSource(
      value = AuditKind.class,
      names = {"CASE", "PUNCTUATION"})
  void typographyLeavesTheNormalForm(AuditKind kind) {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(altered(kind, STORY, OTHER, seed))
          .hasValueSatisfying(
              text -> assertThat(NormalForm.of(text)).isEqualTo(NormalForm.of(STORY)));
    }
  }

  @Test
  void aWordOfAnotherQuestionTakesThePlaceOfOne() {
    for (int seed = 0; seed < 50; seed++) {
      String altered = altered(AuditKind.ONE_WORD, STORY, OTHER, seed).orElseThrow();
      assertThat(changed(STORY, altered)).as(altered).isEqualTo(1);
      assertThat(altered).contains("$\\frac{a}{2}$", "12");
      String two = altered(AuditKind.TWO_WORDS, STORY, OTHER, seed).orElseThrow();
      assertThat(changed(STORY, two)).as(two).isEqualTo(2);
    }
  }

  @Test
  void twoIdeographsAreAWord() {
    String altered = altered(AuditKind.ONE_WORD, CHINESE, OTHER_CHINESE, 1).orElseThrow();

    assertThat(changed(CHINESE, altered)).isBetween(1L, 2L);
    assertThat(altered(AuditKind.ONE_WORD, CHINESE, OTHER, 1)).isEmpty();
    assertThat(altered(AuditKind.CASE, CHINESE, OTHER_CHINESE, 1)).isEmpty();
  }

  @Test
  void theFirstTwoSentencesChangePlaces() {
    assertThat(altered(AuditKind.REORDERED, STORY, OTHER, 1))
        .hasValue(
            "Bob has none! Ann has $\\frac{a}{2}$ apples, and buys 12 more. How many apples are"
                + " there?");
    assertThat(altered(AuditKind.REORDERED, "T. Smith is 3 years old.", OTHER, 1)).isEmpty();
  }

  @Test
  void numbersBecomeOthersOfAsManyDigits() {
    String altered =
        altered(AuditKind.NUMBERS, "Add 12, 3.05 and 12; then take x^2.", "", 3).orElseThrow();

    assertThat(altered).matches("Add (\\d\\d), [^3]\\.\\d\\d and \\1; then take x\\^2\\.");
    assertThat(altered).doesNotContain("12");
    assertThat(altered(AuditKind.OWN_ROW, "Find x.", "", 1)).isEmpty();
  }

  @Test
  void anotherTaskFollowsTheStory() {
    assertThat(altered(AuditKind.OTHER_TASK, STORY, OTHER, 1))
        .hasValue(
            "Ann has $\\frac{a}{2}$ apples, and buys 12 more. Bob has none! When does it come"
                + " home?");
    assertThat(altered(AuditKind.OTHER_TASK, "How many? Count the 3 apples?", OTHER, 1)).isEmpty();
  }

  private static long changed(String one, String other) {
    List<String> tokens = NormalForm.of(one).tokens();
    List<String> others = NormalForm.of(other).tokens();
    assertThat(others).hasSameSizeAs(tokens);
    return IntStream.range(0, tokens.size())
        .filter(i -> !tokens.get(i).equals(others.get(i)))
        .count();
  }

  private static Optional<String> altered(AuditKind kind, String text, String other, int seed) {
    return AlteredQuestion.of(kind, text, other, new SplittableRandom(seed));
  }
}
