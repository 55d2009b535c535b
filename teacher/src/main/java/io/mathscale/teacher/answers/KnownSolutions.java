package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.PosedProblem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Worked solutions of questions that the teacher has read in files and could not find itself. */
final class KnownSolutions {
  private static final String BOX = "\\boxed{";

  private final Map<String, PosedProblem> byQuestion = new HashMap<>();

  /**
   * Reads solutions.
   *
   * @param files JSON lines with {@code question} and {@code solution}, whose answer is boxed in
   *     its last sentence; other rows are left out
   * @throws IllegalArgumentException if one cannot be read
   */
  static KnownSolutions of(List<Path> files) {
    KnownSolutions known = new KnownSolutions();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.filter(line -> !line.isBlank()).forEach(known::add);
      } catch (IOException | RuntimeException e) {
        throw new IllegalArgumentException("--known must be a file of JSON lines: " + file, e);
      }
    }

    return known;
  }

  private void add(String line) {
    JsonObject row = new JsonObject(line);
    String question = row.getString("question", "").strip();
    String solution = row.getString("solution", "").strip();
    int box = solution.lastIndexOf(BOX);
    int end = solution.lastIndexOf('}');
    if (!question.isEmpty() && box > 0 && end > box + BOX.length()) {
      String answer = solution.substring(box + BOX.length(), end);
      int last = Math.max(solution.lastIndexOf(". ", box), solution.lastIndexOf('\n', box)) + 1;
      String steps = solution.substring(0, last).strip();
      byQuestion.put(question, PosedProblem.concluded(question, steps, answer));
    }
  }

  /** Returns a question with its worked solution, empty if no file has it. */
  Optional<PosedProblem> of(String question) {
    return Optional.ofNullable(byQuestion.get(question.strip()));
  }
}
