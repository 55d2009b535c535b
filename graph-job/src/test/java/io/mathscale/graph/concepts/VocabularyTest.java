package io.mathscale.graph.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.data.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final ConceptKind TOPIC = ConceptKind.TOPIC;
  private static final ConceptKind POINT = ConceptKind.KNOWLEDGE_POINT;
  private static final ConceptIdentity LEXICAL = new ConceptIdentity(true, SimilarNames.NONE);

  @Test
  void aNameCountsOnceASeedAndAConceptUnderItsFirstName() {
    List<SeedNames> seeds =
        List.of(
            new SeedNames(List.of("Ratio", "RATIO", "Ratios"), List.of()),
            new SeedNames(List.of("Ratios", " "), List.of("x".repeat(301))));
    List<NameCount> counts = new ArrayList<>();

    new FindNames(LEXICAL).call(seeds.iterator()).forEachRemaining(counts::add);

    assertThat(counts)
        .containsExactly(
            new NameCount(TOPIC, "Ratio", 1, 1),
            new NameCount(TOPIC, "Ratios", 1, 0),
            new NameCount(TOPIC, "Ratios", 1, 1),
            new NameCount(TOPIC, "", 1, 0),
            new NameCount(POINT, "", 1, 0));
  }

  @Test
  void aConceptHasItsMostFrequentNameAndOfEquallyFrequentOnesTheFirst() {
    Vocabulary vocabulary =
        Vocabulary.of(
            List.of(
                new NameCount(TOPIC, "ratios", 2, 2),
                new NameCount(TOPIC, "Ratio", 5, 2),
                new NameCount(TOPIC, "Ratios", 1, 1),
                new NameCount(POINT, "Area", 3, 3),
                new NameCount(POINT, "area", 4, 4)),
            LEXICAL);

    assertThat(vocabulary.concepts())
        .containsExactly(
            new ConceptFrequency(TOPIC, LexicalKey.of("Ratio"), "Ratio", 5),
            new ConceptFrequency(POINT, LexicalKey.of("Area"), "area", 7));
    assertThat(vocabulary.merges())
        .containsExactlyInAnyOrder(
            new ConceptMerge(TOPIC, "ratios", "Ratio", ConceptMerge.Reason.LEXICAL, 1, 2),
            new ConceptMerge(TOPIC, "Ratios", "Ratio", ConceptMerge.Reason.LEXICAL, 1, 1));
  }

  @Test
  void rareConceptsHaveNoNumber() {
    Vocabulary vocabulary =
        Vocabulary.of(
            List.of(
                new NameCount(TOPIC, "Rare", 1, 1),
                new NameCount(TOPIC, "Algebra", 2, 2),
                new NameCount(TOPIC, "algebra", 1, 1),
                new NameCount(POINT, "Algebra", 2, 2)),
            ConceptIdentity.PLAIN);

    NameNumbers numbers = vocabulary.numbers(vocabulary.heldBy(2));

    assertThat(numbers.of(new SeedNames(List.of("algebra ", "ALGEBRA", "Rare"), List.of())))
        .containsExactly(0);
    assertThat(numbers.of(new SeedNames(List.of(), List.of("Rare", "Algebra")))).containsExactly(1);
    assertThat(vocabulary.counts(2)).isEqualTo(new ConceptCounts(0, 2, 1, 2, 1, 1, 1));
  }

  @Test
  void namesAreInTheOrderOfCodePoints() {
    assertThat(List.of("\ud835\udc00", "b", "\uffee", "ba", "B").stream().sorted(ConceptName.ORDER))
        .containsExactly("B", "b", "ba", "\uffee", "\ud835\udc00");
  }
}
