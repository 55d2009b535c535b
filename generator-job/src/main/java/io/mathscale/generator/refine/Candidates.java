package io.mathscale.generator.refine;

import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.SeedQuestion;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Makes rows of training data out of generated pairs and of seeds. */
public final class Candidates {
  private static final String GENERATED = "generated";
  static final String SEED = "seed";

  private Candidates() {}

  /** A candidate for each generated pair. */
  public static Dataset<Candidate> ofPairs(Dataset<GeneratedPair> pairs) {
    MapFunction<GeneratedPair, Candidate> candidate = Candidates::of;
    return pairs.map(candidate, Candidate.ENCODER);
  }

  /** A candidate for each seed, with its own solution. */
  public static Dataset<Candidate> ofSeeds(Dataset<SeedQuestion> seeds) {
    MapFunction<SeedQuestion, Candidate> candidate = Candidates::of;
    return seeds.map(candidate, Candidate.ENCODER);
  }

  static Candidate of(GeneratedPair pair) {
    return new Candidate(
        new QaPair(
            pair.id(),
            GENERATED,
            "",
            pair.composition(),
            pair.topics(),
            pair.knowledgePoints(),
            pair.question(),
            pair.solution(),
            pair.answer(),
            pair.provenance().model(),
            pair.sample(),
            pair.provenance().prompt(),
            pair.provenance().call(),
            pair.provenance().cost(),
            pair.questionType().name(),
            "",
            "",
            pair.reasoning(),
            Quality.NONE,
            null),
        null);
  }

  private static Candidate of(SeedQuestion seed) {
    return new Candidate(
        new QaPair(
            seed.id(),
            SEED,
            seed.dataset(),
            "",
            List.of(),
            List.of(),
            seed.question(),
            seed.solution(),
            seed.answer(),
            "",
            0,
            "",
            "",
            BigDecimal.ZERO,
            "",
            seed.license(),
            seed.source(),
            "",
            Quality.NONE,
            null),
        null);
  }
}
