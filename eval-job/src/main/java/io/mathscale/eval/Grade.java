package io.mathscale.eval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.command.StandaloneCommand;
import io.mathscale.core.config.AnswerConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.model.Json;
import io.mathscale.core.source.LocalRows;
import io.mathscale.core.source.SourceRows;
import io.mathscale.eval.grading.AnswerForm;
import io.mathscale.eval.grading.GradedCount;
import io.mathscale.eval.grading.GraderWarmUp;
import io.mathscale.eval.grading.PredictionGrader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Grades pairs of gold and prediction, row by row. Reads no table and writes none. */
@Command(name = "grade", description = "Grades pairs of gold and prediction.")
public final class Grade implements StandaloneCommand {
  private static final int MAX_ROW = (int) SourceRows.MAX_ROW;

  /** Options by the keys of the configuration that they stand for. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "tag", "--answer-tag",
          "regex", "--answer-regex",
          "thinking-tags", "--thinking-tag",
          "datasets", "--answer-dataset",
          "tag, regex and box-only", "--answer-tag, --answer-regex and --answer-box-only");

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = {
        "JSON lines of gold, prediction and kind (answer or completion), and where they are known",
        "question, options, finish_reason and dataset."
      })
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The same rows with strict, mwpbench, extracted, rule, micros and ending.")
  private Path output;

  @Option(
      names = "--answer-tag",
      paramLabel = "NAME",
      description =
          "Only this tag of a completion holds its answer: answer for <answer>...</answer>.")
  private String tag = "";

  @Option(
      names = "--answer-regex",
      paramLabel = "REGEX",
      description = {
        "Only the last match of this regular expression holds the answer, in its first group if it",
        "has one."
      })
  private String regex = "";

  @Option(names = "--answer-box-only", description = "Only \\boxed{...} holds the answer.")
  private boolean isBoxOnly;

  @Option(
      names = "--thinking-tag",
      paramLabel = "NAME",
      description = "A tag that holds thinking, beside those that are known; may be repeated.")
  private List<String> thinkingTags = new ArrayList<>();

  @Option(
      names = "--answer-dataset",
      paramLabel = "NAME",
      description = {
        "A data set whose answers have that form, as the field dataset of its rows names it (MATH",
        "for MATH.Algebra, too); may be repeated. Without it all have."
      })
  private List<String> datasets = new ArrayList<>();

  @Override
  public void run() {
    check();
    System.err.println(grade(input, output, form()).text(output));
  }

  private void check() {
    if (!Files.isRegularFile(input)) {
      throw new ConfigException("--input must name a file that is there: " + input);
    }

    Path folder = output.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || Files.isDirectory(output)) {
      throw new ConfigException("--output must name a file in a folder that is there: " + output);
    }
  }

  private AnswerForm form() {
    try {
      return AnswerForm.of(new AnswerConfig(tag, regex, isBoxOnly, thinkingTags, datasets));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(withOption(e.getMessage()), e);
    }
  }

  /** A message about a key of the configuration as one about the option that sets it. */
  private static String withOption(String message) {
    int end = message.indexOf(" must ");
    return OPTIONS.get(message.substring(0, end)) + message.substring(end);
  }

  /** Grades a file; the other is there when all of it is graded, or not at all. */
  static GradedCount grade(Path input, Path output, AnswerForm form) {
    Path beside = output.resolveSibling("_" + output.getFileName() + ".new");
    try {
      GradedCount count = gradeInto(input, beside, form);
      Files.move(beside, output, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot grade " + input + " into " + output, e);
    }
  }

  private static GradedCount gradeInto(Path input, Path output, AnswerForm form)
      throws IOException {
    GraderWarmUp.run();
    GradedCount count = new GradedCount(form.datasets());
    PredictionGrader grader = new PredictionGrader(form);
    try (LocalRows rows = LocalRows.of(input, MAX_ROW);
        Writer out = Files.newBufferedWriter(output)) {
      while (rows.hasNext()) {
        ObjectNode row = grader.graded(rows.next());
        out.write(Json.MAPPER.writeValueAsString(row));
        out.write('\n');
        count.add(row);
      }
    }

    return count;
  }
}
