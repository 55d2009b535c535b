package io.mathscale.eval.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.identity.StableHash;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.util.SerializableConfiguration;

/** Writes the problems of a partition, which are sorted by model and data set, a file each. */
final class LmEvalFiles implements ForeachPartitionFunction<LmEvalProblem> {
  private static final long serialVersionUID = 1L;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the harness replaces in names of models for the sake of file systems. */
  private static final String UNSAFE = "[\"<>:/|\\\\?*\\[\\]]+";

  /** Characters; file systems take 255 bytes. */
  private static final int MAX_NAME = 50;

  private final String folder;
  private final String time;
  private final SerializableConfiguration hadoop;

  /**
   * Writes below a folder.
   *
   * @param time ISO 8601; part of the names of the files
   */
  LmEvalFiles(String folder, String time, SerializableConfiguration hadoop) {
    this.folder = folder;
    this.time = time.replace(':', '-').replace("Z", "");
    this.hadoop = hadoop;
  }

  @Override
  public void call(Iterator<LmEvalProblem> problems) throws IOException {
    Path current = null;
    Writer writer = null;
    int number = 0;
    try {
      while (problems.hasNext()) {
        LmEvalProblem problem = problems.next();
        Path file = file(problem);
        if (!file.equals(current)) {
          close(writer);
          writer = open(file);
          current = file;
          number = 0;
        }

        writer.write(JSON.writeValueAsString(line(number++, problem)));
        writer.write('\n');
      }
    } finally {
      close(writer);
    }
  }

  private static void close(Writer writer) throws IOException {
    if (writer != null) {
      writer.close();
    }
  }

  private Writer open(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            file.getFileSystem(hadoop.value()).create(file, true), StandardCharsets.UTF_8));
  }

  private Path file(LmEvalProblem problem) {
    String name = "samples_%s_%s.jsonl".formatted(safe(problem.dataset()), time);
    return new Path(new Path(folder, safe(problem.model())), name);
  }

  private static String safe(String name) {
    String safe = name.replaceAll(UNSAFE, "__");
    String visible = safe.startsWith(".") || safe.startsWith("_") ? "m" + safe : safe;
    return visible.length() <= MAX_NAME
        ? visible
        : visible.substring(0, MAX_NAME) + "-" + StableHash.contentId(name);
  }

  /**
   * The fields that the harness writes, with the measures {@code exact_match} and {@code mwpbench}.
   */
  static ObjectNode line(int number, LmEvalProblem problem) {
    ObjectNode doc = JSON.createObjectNode();
    doc.put("id", problem.id()).put("question", problem.question());
    doc.put("answer", problem.reference());
    ObjectNode line = JSON.createObjectNode();
    line.put("doc_id", number).set("doc", doc);
    line.put("target", problem.reference());
    line.putObject("arguments")
        .putObject("gen_args_0")
        .put("arg_0", problem.question())
        .putObject("arg_1");
    ArrayNode responses = line.putArray("resps").addArray();
    ArrayNode filtered = line.putArray("filtered_resps");
    for (LmEvalAnswer answer : problem.answers()) {
      responses.add(answer.completion());
      filtered.add(answer.extracted());
    }

    line.put("filter", "strict");
    line.putArray("metrics").add("exact_match").add("mwpbench");
    line.put("doc_hash", StableHash.sha256(doc.toString()));
    line.put("prompt_hash", StableHash.sha256(problem.question()));
    line.put("target_hash", StableHash.sha256(problem.reference()));
    line.put("exact_match", share(problem, LmEvalAnswer::strict));
    line.put("mwpbench", share(problem, LmEvalAnswer::mwpbench));
    return line;
  }

  private static double share(LmEvalProblem problem, Predicate<LmEvalAnswer> isRight) {
    return (double) problem.answers().stream().filter(isRight).count() / problem.answers().size();
  }
}
