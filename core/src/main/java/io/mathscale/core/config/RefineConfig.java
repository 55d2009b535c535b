package io.mathscale.core.config;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.Serializable;
import java.util.List;

/**
 * From pairs to training data.
 *
 * @param minSolutionChars a shorter solution is rejected
 * @param includeSeeds whether the seeds that have a solution are training data too
 * @param includeSolved whether the solutions of {@code solve} are training data too
 * @param decontaminate which questions must not be in it
 * @param nearDuplicates which questions are too much alike
 * @param sameTemplate how many rows may differ in nothing but their numbers; 0 for any number
 * @param quality the quality rules
 * @param audit how many altered questions of the benchmark, and how many clean ones, are planted to
 *     learn what decontamination finds; 0 for none
 * @param minAgreement the least agreement of fresh solutions, from 0 to 1; 0 where rows need none
 */
public record RefineConfig(
    int minSolutionChars,
    boolean includeSeeds,
    boolean includeSolved,
    Decontaminate decontaminate,
    NearDuplicates nearDuplicates,
    int sameTemplate,
    QualityConfig quality,
    int audit,
    double minAgreement) {
  /** All of them are held in memory. */
  private static final int MAX_AUDIT = 100_000;

  public RefineConfig {
    Check.between("audit", 0, MAX_AUDIT, audit);
    Check.atLeast("min-solution-chars", 0, minSolutionChars);
    Check.that(
        minSolutionChars <= quality.maxSolutionChars(),
        "min-solution-chars",
        "be at most refine.quality.max-solution-chars = " + quality.maxSolutionChars(),
        minSolutionChars);
    Check.atLeast("same-template", 0, sameTemplate);
    Check.between("min-agreement", 0, 1, minAgreement);
  }

  /**
   * Which questions are too much alike.
   *
   * @param threshold Jaccard index of shingles from which two of equal numbers are; 0 for equal
   *     questions alone
   */
  public record NearDuplicates(double threshold) {
    public NearDuplicates {
      Check.that(
          threshold == 0 || (threshold >= 0.5 && threshold <= 1),
          "threshold",
          "be 0, or from 0.5 to 1",
          threshold);
    }
  }

  /**
   * Which questions must not be in the training data.
   *
   * @param against benchmark files; none means the benchmark of the run
   * @param nearLeaks questions of the benchmark with words changed, or within longer questions
   * @param numberSwaps what becomes of questions of the benchmark with other numbers
   * @param embeddings questions of the benchmark in other words
   */
  public record Decontaminate(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> against,
      NearLeaks nearLeaks,
      LeakAction numberSwaps,
      Embeddings embeddings) {
    /** Leaves out what is blank. */
    public Decontaminate {
      against = against.stream().filter(file -> !file.isBlank()).toList();
    }
  }

  /** What becomes of a row that is like a question of the benchmark. */
  public enum LeakAction {
    /** The table of contamination tells of it, and it stays. */
    REPORT,
    /** It is not in the training data. */
    REMOVE
  }

  /**
   * When a question is one of the benchmark in other words.
   *
   * @param action what becomes of it
   * @param threshold cosine of both embeddings from which it is
   */
  public record Embeddings(EmbeddingAction action, double threshold) implements Serializable {
    /** Below this, questions of one topic are alike. */
    private static final double LEAST = 0.5;

    public Embeddings {
      Check.between("threshold", LEAST, 1, threshold);
    }
  }

  /** What becomes of a row that asks a question of the benchmark in other words. */
  public enum EmbeddingAction {
    /** Nothing is embedded. */
    OFF,
    /** The table of contamination tells of it, and it stays. */
    REPORT,
    /** It is not in the training data. */
    REMOVE
  }

  /**
   * When a question is one of the benchmark though words are changed, all numbers and operators
   * being equal.
   *
   * @param action what becomes of it
   * @param minTokens questions of the benchmark with fewer tokens must be equal
   * @param tokensPerEdit one token of so many may be changed, and one of any question
   * @param tokensPerEditSameAnswer the same where the answers agree
   * @param containedTokens questions of so many tokens count wherever they stand; shorter ones only
   *     where what stands around them is little or the answers agree
   */
  public record NearLeaks(
      LeakAction action,
      int minTokens,
      int tokensPerEdit,
      int tokensPerEditSameAnswer,
      int containedTokens)
      implements Serializable {
    public NearLeaks {
      Check.atLeast("min-tokens", 6, minTokens);
      Check.atLeast("tokens-per-edit", 4, tokensPerEdit);
      Check.atLeast("tokens-per-edit-same-answer", 4, tokensPerEditSameAnswer);
      Check.atLeast("contained-tokens", minTokens, containedTokens);
    }
  }
}
