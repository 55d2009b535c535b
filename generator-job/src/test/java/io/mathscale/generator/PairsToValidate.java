package io.mathscale.generator;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.JobCommandLine;
import io.mathscale.core.data.GeneratedPair;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.Validation;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import io.mathscale.generator.replies.ScriptedAnswers;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.families.PosedProblem;
import io.mathscale.teacher.families.Repertoire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A workspace with pairs to validate, and the command that does. */
final class PairsToValidate {
  /** Takes a while to read. */
  private static final Repertoire REPERTOIRE = new Repertoire();

  private final Path folder;
  private final Set<String> wrong = new HashSet<>();
  private final SparkSession spark;
  private final Workspace workspace;

  PairsToValidate(SparkSession spark, Path folder) {
    this.folder = folder;
    this.spark = spark;
    this.workspace = Workspace.at(spark, folder.resolve("w").toString());
  }

  Workspace workspace() {
    return workspace;
  }

  /** The ids of the pairs that are wrong. */
  Set<String> wrong() {
    return wrong;
  }

  List<Validation> validations() {
    return workspace.read(Tables.VALIDATIONS).collectAsList();
  }

  /**
   * Pairs of the teacher's questions, as often wrong as it is, the ids of those in {@link
   * #wrong()}.
   */
  List<GeneratedPair> posed(int count) {
    SplittableRandom random = new SplittableRandom(11);
    List<GeneratedPair> pairs = new ArrayList<>();
    Set<String> questions = new HashSet<>();
    int hard = 0;
    while (pairs.size() < count) {
      PosedProblem right = pose(random);
      boolean isWanted = right.isHard() ? hard < count / 2 : pairs.size() - hard < count / 2;
      if (!isWanted || !questions.add(right.question())) {
        continue;
      }

      hard += right.isHard() ? 1 : 0;
      String id = "p" + pairs.size();
      boolean isWrong = random.nextDouble() < (right.isHard() ? 0.30 : 0.05);
      List<PosedProblem> slips = slips(right);
      PosedProblem problem = isWrong ? slips.get(random.nextInt(slips.size())) : right;
      if (isWrong) {
        wrong.add(id);
      }

      pairs.add(
          pair(id, problem.question(), problem.solution(), problem.answer(), QuestionType.VALUE));
    }

    return pairs;
  }

  /** What a teacher may do wrong at a problem. */
  static List<PosedProblem> slips(PosedProblem problem) {
    return REPERTOIRE.slips(problem);
  }

  static PosedProblem pose(SplittableRandom random) {
    List<String> points = List.copyOf(REPERTOIRE.knowledgePoints());
    List<String> wanted =
        List.of(
            points.get(random.nextInt(points.size())), points.get(random.nextInt(points.size())));
    return REPERTOIRE.pose(List.of(), wanted.subList(0, random.nextInt(1, 3)), random);
  }

  static GeneratedPair pair(
      String id, String question, String solution, String answer, QuestionType type) {
    return new GeneratedPair(
        id,
        "c" + id,
        0,
        List.of("t"),
        List.of("k"),
        question,
        solution,
        answer,
        ScriptedAnswers.provenance(id, "generate@1"),
        "",
        type,
        answer.isEmpty() ? "NONE" : "BOX");
  }

  void write(List<GeneratedPair> pairs) {
    workspace.write(
        Tables.PAIRS,
        spark.createDataset(pairs, GeneratedPair.ENCODER),
        new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
  }

  static Teacher teacher(AnswerOptions answers) {
    return Teacher.start(TeacherOptions.defaults().withAnswers(answers));
  }

  ExitCode validate(Teacher teacher, String settings, String... overrides) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("validate"));
    for (String override : overrides) {
      arguments.addAll(List.of("--set", override));
    }

    return run(teacher, settings, arguments);
  }

  ExitCode run(Teacher teacher, String settings, List<String> command) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.conf"),
            """
            workspace = "%s"
            model { base-url = "%s", name = teacher, pool = teacher, price { input = 0.5, output = 1.5 } }
            %s
            """
                .formatted(folder.resolve("w"), teacher.baseUrl(), settings));
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--config", config.toString()));
    return JobCommandLine.of(new GeneratorJob()).execute(arguments.toArray(String[]::new));
  }

  static GeneratedPair posed(
      String id, PosedProblem problem, String solution, String answer, QuestionType type) {
    return pair(id, problem.question(), solution, answer, type);
  }
}
