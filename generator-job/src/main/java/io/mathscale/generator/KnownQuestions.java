package io.mathscale.generator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;

import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.Tables;
import io.mathscale.generator.benchmark.BenchmarkChoice;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import io.mathscale.generator.seeds.SeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;

/** The questions to be solved: those of {@code solve.path}, the table of seeds, or the seeds. */
final class KnownQuestions implements AutoCloseable {
  private static final String PATH_KEY = "solve.path";
  private static final Column HAS_ANSWER = trim(col("answer")).notEqual("");

  private final Dataset<SeedQuestion> all;
  private final Dataset<Rejected> unreadable;
  private final Optional<SeedInput> input;
  private final List<Table<?>> inputs;
  private final String command;

  private KnownQuestions(
      Dataset<SeedQuestion> all,
      Dataset<Rejected> unreadable,
      Optional<SeedInput> input,
      List<Table<?>> inputs,
      String command) {
    this.all = all;
    this.unreadable = unreadable;
    this.input = input;
    this.inputs = List.copyOf(inputs);
    this.command = command;
  }

  /**
   * Reads the questions.
   *
   * @param command the command that reads
   * @throws ConfigException when there are none, or none has an answer
   */
  static KnownQuestions read(StageContext context, String command) {
    KnownQuestions questions = readAny(context, command);
    if (questions.rows().isEmpty()) {
      questions.close();
      throw new ConfigException(
          "%s must have questions with known answers: none of %,d has one"
              .formatted(questions.place(context.config()), questions.all.count()));
    }

    return questions;
  }

  /** The files that are read whatever stands in the workspace. */
  static List<UserFiles> files(MathscaleConfig config) {
    if (config.solve().path().isBlank()) {
      return List.of();
    }

    List<UserFiles> files =
        new ArrayList<>(List.of(new UserFiles(PATH_KEY, config.solve().path())));
    if (config.seeds().decontaminate()) {
      files.addAll(BenchmarkChoice.filesOf(config));
    }

    return files;
  }

  private static KnownQuestions readAny(StageContext context, String command) {
    MathscaleConfig config = context.config();
    boolean hasTable = context.workspace().has(Tables.SEEDS);
    if (config.solve().path().isBlank() && hasTable) {
      return new KnownQuestions(
          context.workspace().read(Tables.SEEDS),
          context.spark().emptyDataset(Rejected.ENCODER),
          Optional.empty(),
          List.of(Tables.SEEDS),
          command);
    }

    ConfiguredBenchmark benchmark =
        config.seeds().decontaminate()
            ? ConfiguredBenchmark.of(context.spark(), context.workspace(), config)
            : ConfiguredBenchmark.NONE;
    SeedInput input =
        config.solve().path().isBlank()
            ? SeedInput.read(context.spark(), config.seeds(), benchmark, command)
            : SeedInput.readQuestions(
                PATH_KEY,
                context.spark(),
                config.solve().path(),
                config.seeds(),
                benchmark,
                command);
    List<Table<?>> inputs = new ArrayList<>(benchmark.inputs());
    return new KnownQuestions(input.seeds(), input.rejected(), Optional.of(input), inputs, command);
  }

  private String place(MathscaleConfig config) {
    return inputs.contains(Tables.SEEDS)
        ? "table " + Tables.SEEDS.name()
        : config.solve().path().isBlank() ? "seeds.path" : PATH_KEY;
  }

  /** Those with known answers. */
  Dataset<SeedQuestion> rows() {
    return all.where(HAS_ANSWER);
  }

  /** The rows that are no questions, and the questions without answers. */
  Dataset<Rejected> rejected() {
    MapFunction<SeedQuestion, Rejected> withoutAnswer = withoutAnswer(command);
    return unreadable.union(all.where(not(HAS_ANSWER)).map(withoutAnswer, Rejected.ENCODER));
  }

  private static MapFunction<SeedQuestion, Rejected> withoutAnswer(String command) {
    return question ->
        new Rejected(
            question.id(),
            command,
            RejectionReason.NO_ANSWER,
            "a question must have a known answer to be solved: it has none",
            "question " + question.id(),
            question.question());
  }

  /** The tables that they were read from. */
  List<Table<?>> inputs() {
    return inputs;
  }

  /** Releases the rows. */
  @Override
  public void close() {
    input.ifPresent(SeedInput::close);
  }
}
