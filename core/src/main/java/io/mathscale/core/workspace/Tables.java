package io.mathscale.core.workspace;

import io.mathscale.core.data.AuditedQuestion;
import io.mathscale.core.data.Composition;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptEdge;
import io.mathscale.core.data.Contamination;
import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.ExtractedConcepts;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.Judgement;
import io.mathscale.core.data.ModelOutput;
import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.QaPair;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.Round;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.data.Validation;
import io.mathscale.core.data.Verdict;
import java.util.List;

/** The tables that the jobs write and read. */
public final class Tables {
  /** The distinct good seed questions. */
  public static final Table<SeedQuestion> SEEDS =
      new Table<>(
          "seeds", () -> SeedQuestion.ENCODER, 2, "extract", List.of(new AddSourceAndLicense()));

  /** What the teacher sees in each seed. */
  public static final Table<ExtractedConcepts> CONCEPTS =
      new Table<>("concepts", () -> ExtractedConcepts.ENCODER, 1, "extract");

  /** The nodes of the concept graph. */
  public static final Table<Concept> NODES =
      new Table<>("graph/nodes", () -> Concept.ENCODER, 1, "build");

  /** The edges of the concept graph. */
  public static final Table<ConceptEdge> EDGES =
      new Table<>("graph/edges", () -> ConceptEdge.ENCODER, 1, "build");

  /** Mixes of concepts to ask for. */
  public static final Table<Composition> COMPOSITIONS =
      new Table<>("compositions", () -> Composition.ENCODER, 1, "compose");

  /** What the teacher wrote for them. */
  public static final Table<GeneratedPair> PAIRS =
      new Table<>("pairs", () -> GeneratedPair.ENCODER, 2, "generate");

  /** What fresh solutions say of the pairs' answers. */
  public static final Table<Validation> VALIDATIONS =
      new Table<>(
          "validations", () -> Validation.ENCODER, 2, "validate", List.of(new AddPairJudgements()));

  /** Right solutions of questions whose answers are known. */
  public static final Table<Solution> SOLVED =
      new Table<>("solved", () -> Solution.ENCODER, 1, "solve");

  /** How often models solve questions whose answers are known. */
  public static final Table<PassRate> PASS_RATES =
      new Table<>("pass_rates", () -> PassRate.ENCODER, 1, "solve");

  /** The training data. */
  public static final Table<QaPair> MATHSCALEQA =
      new Table<>("mathscaleqa", () -> QaPair.ENCODER, 3, "refine");

  /** Rows that are not in it since another asks the same. */
  public static final Table<Duplicate> DUPLICATES =
      new Table<>("duplicates", () -> Duplicate.ENCODER, 1, "refine");

  /** Rows that ask what a problem of the benchmark asks. */
  public static final Table<Contamination> CONTAMINATION =
      new Table<>(
          "contamination",
          () -> Contamination.ENCODER,
          2,
          "refine",
          List.of(new AddProblemQuestion()));

  /** Questions that were planted to learn what decontamination finds. */
  public static final Table<AuditedQuestion> AUDIT =
      new Table<>("audit", () -> AuditedQuestion.ENCODER, 1, "refine");

  /** Rounds of asking and refining. */
  public static final Table<Round> ROUNDS =
      new Table<>("rounds", () -> Round.ENCODER, 2, "accept", List.of(new AddValidatedPairs()));

  /** The problems to score on. */
  public static final Table<Problem> BENCHMARK =
      new Table<>(
          "benchmark", () -> Problem.ENCODER, 2, "prepare", List.of(new AddProblemDetails()));

  /** What the model answers to them. */
  public static final Table<ModelOutput> OUTPUTS =
      new Table<>("outputs", () -> ModelOutput.ENCODER, 3, "infer", List.of(new AddReasoning()));

  /** What the graders say of the answers. */
  public static final Table<Verdict> VERDICTS =
      new Table<>("verdicts", () -> Verdict.ENCODER, 2, "score");

  /** What judges say of the answers. */
  public static final Table<Judgement> JUDGEMENTS =
      new Table<>("judgements", () -> Judgement.ENCODER, 1, "judge");

  /** Folder of the tables of rejected rows, one a command. */
  public static final String REJECTED_FOLDER = "rejected";

  private Tables() {}

  /** The rows that a command rejected. */
  public static Table<Rejected> rejectedBy(String command) {
    return new Table<>(REJECTED_FOLDER + "/" + command, () -> Rejected.ENCODER, 2, command);
  }
}
