package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.ArithmeticSolver;
import io.mathscale.teacher.families.PosedProblem;
import io.mathscale.teacher.families.Repertoire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers prompts by rules: the same request always gets the same answer.
 *
 * <p>A question that no rule can solve is answered with {@link #UNSOLVED}; nothing is made up.
 * Solutions are wrong as often as the options say.
 */
public final class TeacherAnswers {
  /** The answer to a question that the teacher cannot solve. */
  public static final String UNSOLVED = "I cannot solve this question.";

  /** What TAL-SCQ has before and after every number and formula. */
  private static final String TAL_FORMULA = "$$";

  /**
   * Out of this many answers with concepts one is fenced JSON and one a list, the rest plain JSON.
   */
  private static final int FORMATS = 4;

  private static final ConceptRules RULES = ConceptRules.load();
  private static final Repertoire REPERTOIRE = new Repertoire();
  private static final Proofs PROOFS = Proofs.load();
  private final KnownSolutions known;
  private final AnswerOptions options;
  private final SolutionJudge judge;

  /** Makes a teacher that answers as the options say. */
  public TeacherAnswers(AnswerOptions options) {
    this.options = options;
    this.known = KnownSolutions.of(options.known());
    this.judge = new SolutionJudge(this::solved, PROOFS, options.misjudged());
  }

  /**
   * Returns the answer to a request.
   *
   * @param request what is asked
   * @param sample which of the answers to the same request this is, from 0
   */
  public String answer(AskedPrompt request, int sample) {
    Task task = Tasks.of(request);
    if (task instanceof Task.Extract extract) {
      return concepts(extract.question(), request.jsonOnly());
    }

    if (task instanceof Task.Generate generate) {
      return newQuestion(generate, request, sample);
    }

    if (task instanceof Task.Judge judged) {
      long seed = hash(request.model(), request.seed() * 31 + sample);
      return judge.verdict(judged, new SplittableRandom(hash(judged.solution(), seed)));
    }

    return solution(((Task.Solve) task).question(), request, sample);
  }

  /** Returns the question with its right solution, empty if the teacher cannot solve it. */
  public Optional<PosedProblem> solved(String question) {
    return REPERTOIRE
        .solve(question)
        .or(() -> REPERTOIRE.solve(question.replace(TAL_FORMULA, "")))
        .or(() -> ArithmeticSolver.solve(question))
        .or(() -> known.of(question));
  }

  private String concepts(String question, boolean jsonOnly) {
    NamedConcepts concepts = RULES.conceptsOf(question);
    String json =
        JsonObject.of("topics", concepts.topics(), "knowledge_points", concepts.knowledgePoints())
            .encode();
    long format = jsonOnly ? 0 : Math.floorMod(hash(question, 1), FORMATS);
    if (format == 1) {
      return "```json\n" + json + "\n```";
    }

    if (format == 2) {
      return "Topics:\n"
          + numbered(concepts.topics())
          + "\nKnowledge points:\n"
          + numbered(concepts.knowledgePoints());
    }

    return json;
  }

  private String newQuestion(Task.Generate wanted, AskedPrompt request, int sample) {
    long seed = hash(request.prompt(), request.seed() * 31 + sample);
    Optional<Proofs.Proof> proof = PROOFS.posed(wanted, new SplittableRandom(seed));
    if (proof.isPresent()) {
      return pair(proof.get().question(), proof(proof.get(), request.model(), seed));
    }

    PosedProblem problem =
        REPERTOIRE.pose(wanted.topics(), wanted.knowledgePoints(), new SplittableRandom(seed));
    return pair(problem.question(), given(problem, request.model(), seed).solution());
  }

  private static String pair(String question, String solution) {
    return "Question: " + question + "\nSolution: " + solution;
  }

  private String solution(String question, AskedPrompt request, int sample) {
    long seed = request.seed() * 31 + sample;
    return solved(question)
        .map(problem -> given(problem, request.model(), seed))
        .map(problem -> problem.solution() + " The answer is $" + problem.answer() + "$.")
        .or(() -> PROOFS.of(question).map(proof -> proof(proof, request.model(), seed)))
        .orElse(UNSOLVED);
  }

  /** Returns a proof as a model writes it in one try, as often wrong as it is at hard questions. */
  private String proof(Proofs.Proof proof, String model, long seed) {
    SplittableRandom random = new SplittableRandom(hash(proof.question(), hash(model, seed)));
    return proof.any(random.nextDouble() < options.errorsOf(model).hard(), random);
  }

  /** Returns the problem as a model solves it in one try: rightly or wrongly, in some wording. */
  private PosedProblem given(PosedProblem right, String model, long seed) {
    ErrorRates errors = options.errorsOf(model);
    SplittableRandom random = new SplittableRandom(hash(right.question(), hash(model, seed)));
    boolean isWrong = random.nextDouble() < (right.isHard() ? errors.hard() : errors.easy());
    PosedProblem solved = isWrong ? slip(right, random) : right;
    return options.phrasings() ? REPERTOIRE.inOtherWords(solved, random) : solved;
  }

  /** Returns the question with a wrong solution: the usual one, or one of the others. */
  private PosedProblem slip(PosedProblem right, SplittableRandom random) {
    List<PosedProblem> slips = REPERTOIRE.slips(right);
    int usual = Math.floorMod(hash(right.question(), slips.size()), slips.size());
    if (random.nextDouble() < options.coincide() || slips.size() == 1) {
      return slips.get(usual);
    }

    return slips.get((usual + random.nextInt(1, slips.size())) % slips.size());
  }

  private static String numbered(List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(i -> (i + 1) + ". " + names.get(i) + "\n")
        .collect(Collectors.joining());
  }

  /** Returns 64 bits that depend on every character: FNV-1a with a last mix. */
  private static long hash(String text, long seed) {
    long hash = 0xcbf29ce484222325L ^ seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }

    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return hash ^ hash >>> 32;
  }
}
