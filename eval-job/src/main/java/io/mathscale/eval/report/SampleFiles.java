package io.mathscale.eval.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mathscale.core.data.StrictVerdict;
import io.mathscale.core.identity.StableHash;
import io.mathscale.eval.report.SampleAnswer.Group;
import io.mathscale.eval.score.VerdictCount;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The answers of a report in scripts beside its page, which loads them as they are looked at: a
 * page opened from a disk may load scripts, but no other files. Each run has a folder of its own,
 * so that a page and its scripts change together.
 */
public final class SampleFiles {
  /** Folder of the scripts in the workspace. */
  static final String FOLDER = "report";

  /** Answers in a script. */
  static final int CHUNK = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem fileSystem;
  private final Path root;
  private final String run;

  /**
   * The scripts of a run.
   *
   * @param root the workspace
   * @param identity what the run differs by from others
   */
  public SampleFiles(FileSystem fileSystem, Path root, String identity) {
    this.fileSystem = fileSystem;
    this.root = root;
    this.run = StableHash.contentId(identity);
  }

  /**
   * Writes the answers.
   *
   * @param answers in the order shown
   * @param counts all graded answers, by rule and verdict
   * @param kinds levels, subjects and lengths that answers can be found by
   * @param grader whose verdicts are shown at first
   * @return what the page must know to find them, as JSON that can stand in a page
   */
  String write(
      List<SampleAnswer> answers, List<VerdictCount> counts, List<String> kinds, String grader) {
    for (int from = 0; from < answers.size(); from += CHUNK) {
      int to = Math.min(answers.size(), from + CHUNK);
      write(from / CHUNK, answers.subList(from, to));
    }

    return index(answers, counts, kinds, grader);
  }

  private void write(int number, List<SampleAnswer> answers) {
    ArrayNode list = JSON.createArrayNode();
    for (SampleAnswer answer : answers) {
      list.addObject()
          .put("id", answer.grades().id())
          .put("sample", answer.grades().sample())
          .put("question", answer.question())
          .put("completion", answer.completion())
          .put("reasoning", answer.reasoning())
          .put("extracted", answer.grades().extracted())
          .put("reference", answer.grades().reference())
          .put("ending", Shown.words(answer.grades().ending()))
          .set("kinds", JSON.valueToTree(answer.kinds()));
    }

    Path file = new Path(folder(run), number + ".js");
    try (OutputStream stream = fileSystem.create(file, true)) {
      stream.write(
          "mathscaleSamples(%d,%s);\n"
              .formatted(number, text(list))
              .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  private Path folder(String name) {
    return new Path(new Path(root, FOLDER), name);
  }

  private String index(
      List<SampleAnswer> answers, List<VerdictCount> counts, List<String> kinds, String grader) {
    Map<Group, long[]> groups = new TreeMap<>(Group.ORDER);
    for (VerdictCount count : counts) {
      groups.computeIfAbsent(group(count), key -> new long[2])[0] += count.rows();
    }

    for (SampleAnswer answer : answers) {
      groups.computeIfAbsent(answer.group(), key -> new long[2])[1]++;
    }

    Names models = new Names();
    Names sets = new Names();
    Names rules = new Names();
    ObjectNode index = JSON.createObjectNode();
    index.put("folder", FOLDER + "/" + run).put("chunk", CHUNK).put("grader", grader);
    ArrayNode rows = JSON.createArrayNode();
    groups.forEach(
        (group, numbers) ->
            rows.addArray()
                .add(models.number(group.model()))
                .add(sets.number(group.dataset()))
                .add(group.strict().name())
                .add(group.mwpbench() ? 1 : 0)
                .add(rules.number(group.rule()))
                .add(group.isTruncated() ? 1 : 0)
                .add(numbers[0])
                .add(numbers[1]));
    index.set("models", models.list());
    index.set("sets", sets.list());
    index.set("rules", rules.list());
    index.set("kinds", JSON.valueToTree(kinds));
    index.set("groups", rows);
    // No text may end the element that the index stands in.
    return text(index).replace("<", "\\u003c");
  }

  private static Group group(VerdictCount count) {
    StrictVerdict strict = count.strict();
    return new Group(
        count.model(),
        count.dataset(),
        strict,
        count.mwpbench(),
        count.rule(),
        count.isTruncated());
  }

  /** Names by their numbers, in the order in which they were first asked for. */
  private static final class Names {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    private int number(String name) {
      return numbers.computeIfAbsent(name, key -> numbers.size());
    }

    private ArrayNode list() {
      ArrayNode list = JSON.createArrayNode();
      numbers.keySet().forEach(list::add);
      return list;
    }
  }

  private static String text(Object json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("samples must be writable as JSON", e);
    }
  }

  /** Removes the scripts of other runs, whose pages are gone. */
  public void removeOthers() {
    try {
      for (FileStatus folder : folders()) {
        if (!folder.getPath().getName().equals(run)) {
          fileSystem.delete(folder.getPath(), true);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove old samples in " + root, e);
    }
  }

  private List<FileStatus> folders() throws IOException {
    Path parent = new Path(root, FOLDER);
    return fileSystem.exists(parent) ? List.of(fileSystem.listStatus(parent)) : List.of();
  }
}
