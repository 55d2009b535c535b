package io.mathscale.generator.refine;

import io.mathscale.core.data.Difficulty;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Quality;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.generator.solve.SolutionIds;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;

/** Makes rows of training data out of generated pairs, of seeds, and of solutions. */
public final class Candidates {
  static final String GENERATED = "generated";
  static final String SEED = "seed";
  static final String SOLVED = SolutionIds.ORIGIN;

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

  /** A candidate for each solution of a question whose answer is known. */
  public static Dataset<Candidate> ofSolutions(Dataset<Solution> solutions) {
    MapFunction<Solution, Candidate> candidate = Candidates::of;
    return solutions.map(candidate, Candidate.ENCODER);
  }

  /**
   * The same candidates with what tries at their questions say.
   *
   * @param candidates seeds and solutions
   */
  public static Dataset<Candidate> rated(Dataset<Candidate> candidates, Dataset<PassRate> rates) {
    return QuestionRates.put(candidates, rates);
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
            null,
            Difficulty.ofSteps(SolutionSteps.of(pair.solution()), "")),
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
            null,
            Difficulty.ofSteps(SolutionSteps.of(seed.solution()), "")),
        null);
  }

  private static Candidate of(Solution solved) {
    return new Candidate(
        new QaPair(
            solved.id(),
            SOLVED,
            solved.dataset(),
            "",
            List.of(),
            List.of(),
            solved.text(),
            solved.solution(),
            solved.answer(),
            solved.provenance().model(),
            solved.sample(),
            solved.provenance().prompt(),
            solved.provenance().call(),
            solved.provenance().cost(),
            "",
            solved.license(),
            solved.source(),
            solved.reasoning(),
            Quality.NONE,
            null,
            Difficulty.ofSteps(SolutionSteps.of(solved.solution()), solved.graderRule())),
        null);
  }
}
