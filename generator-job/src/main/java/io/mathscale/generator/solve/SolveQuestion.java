package io.mathscale.generator.solve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.mathscale.core.data.PassRate;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.data.Solution;
import io.mathscale.core.data.TryOutcome;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;

/** Makes rows of all tries of a model at a question. */
public final class SolveQuestion implements MapFunction<SolveQuestion.AllTries, SolvedQuestion> {
  private static final long serialVersionUID = 1L;

  private final String command;
  private final String model;
  private final SolveRule rule;

  private SolveQuestion(String command, String model, SolveRule rule) {
    this.command = command;
    this.model = model;
    this.rule = rule;
  }

  /**
   * A question with all tries.
   *
   * @param question the question
   * @param tries all tries at it, in any order
   */
  public record AllTries(SeedQuestion question, List<SolutionTry> tries) {
    static final Encoder<AllTries> ENCODER = RecordEncoders.of(AllTries.class);

    /** Copies the list. */
    public AllTries {
      tries = List.copyOf(tries);
    }
  }

  /** The rows of questions that none of the models has solved. */
  public static Dataset<Rejected> neverSolved(Dataset<SolvedQuestion> solved) {
    Dataset<Row> once =
        solved.where(col("rejected").isNull()).select(col("passRate.question").as("id"));
    return solved
        .where(col("rejected").isNotNull())
        .select("rejected.*")
        .join(once, new String[] {"id"}, "left_anti")
        .as(Rejected.ENCODER);
  }

  /**
   * The tries that count as none: their calls failed, or their answers could not be read.
   *
   * @param command the command that asks
   * @param model name of the model that was asked
   */
  public static Dataset<Rejected> unread(Dataset<SolutionTry> tries, String command, String model) {
    FilterFunction<SolutionTry> isUnread = one -> !one.reason().isEmpty();
    MapFunction<SolutionTry, Rejected> rejected =
        one ->
            new Rejected(
                SolutionIds.of(one.question(), model, one.sample()),
                command,
                RejectionReason.valueOf(one.reason()),
                one.detail(),
                "question %s, try %d, by %s".formatted(one.question(), one.sample(), model),
                one.solution(),
                one.provenance() == null ? "" : one.provenance().call());
    return tries.filter(isUnread).map(rejected, Rejected.ENCODER);
  }

  /**
   * A row for each question that was tried.
   *
   * @param rule the rule by which tries ended
   * @param command the command that asks
   * @param model name of the model that was asked
   */
  public static Dataset<SolvedQuestion> of(
      Dataset<SeedQuestion> questions,
      Dataset<SolutionTry> tries,
      SolveRule rule,
      String command,
      String model) {
    Dataset<Row> grouped =
        tries.groupBy(col("question").as("of")).agg(collect_list(struct(col("*"))).as("tries"));
    return questions
        .select(struct(col("*")).as("question"))
        .join(grouped, col("question.id").equalTo(col("of")))
        .select("question", "tries")
        .as(AllTries.ENCODER)
        .map(new SolveQuestion(command, model, rule), SolvedQuestion.ENCODER);
  }

  @Override
  public SolvedQuestion call(AllTries all) {
    List<SolutionTry> tries = new ArrayList<>(all.tries());
    tries.sort(Comparator.comparingInt(SolutionTry::sample));
    Course course =
        Course.of(
            tries.stream().map(SolutionTry::outcome).toList(),
            rule.forQuestion(all.question().id()));
    Double passRate = course.passRate().isPresent() ? course.passRate().getAsDouble() : null;
    List<Solution> solutions = new ArrayList<>();
    for (SolutionTry right : kept(tries, course)) {
      solutions.add(solution(all.question(), right, passRate, course.tries()));
    }

    PassRate rate =
        new PassRate(
            all.question().id(),
            model,
            passRate,
            course.tries(),
            course.right(),
            course.undecided(),
            course.counted() - course.tries(),
            course.asked() - course.counted(),
            course.wanted(),
            solutions.size(),
            rule.label());
    return new SolvedQuestion(
        rate, solutions, course.right() == 0 ? unsolved(all.question(), rate) : null);
  }

  /** The first right ones that are wanted, each text once. */
  private static List<SolutionTry> kept(List<SolutionTry> tries, Course course) {
    Set<String> texts = new HashSet<>();
    return tries.stream()
        .limit(course.counted())
        .filter(one -> one.outcome() == TryOutcome.RIGHT)
        .filter(one -> texts.add(one.solution().replaceAll("\\s+", " ")))
        .limit(course.wanted())
        .toList();
  }

  private Solution solution(SeedQuestion question, SolutionTry right, Double passRate, int tries) {
    return new Solution(
        SolutionIds.of(question.id(), model, right.sample()),
        question.id(),
        question.dataset(),
        question.question(),
        question.answer(),
        right.solution(),
        right.reasoning(),
        model,
        right.sample(),
        right.found(),
        right.graderRule(),
        passRate,
        tries,
        rule.label(),
        question.source(),
        question.license(),
        right.provenance());
  }

  private Rejected unsolved(SeedQuestion question, PassRate rate) {
    return new Rejected(
        question.id(),
        command,
        RejectionReason.UNSOLVED,
        "a question must be solved once in %d tries: %s did not, %d undecided, %d calls failed"
            .formatted(rule.maxTries(), model, rate.undecided(), rate.unanswered()),
        "question " + question.id(),
        question.question());
  }
}
