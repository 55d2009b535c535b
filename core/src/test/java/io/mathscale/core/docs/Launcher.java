package io.mathscale.core.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the launcher does, as far as other ways to start the chain must do the same. */
final class Launcher {
  private static final String SCRIPT = Documents.text("mathscale");

  /** The job jars with their main classes. */
  static final Map<String, String> MAIN_CLASSES =
      Map.of(
          "generator-job", "io.mathscale.generator.GeneratorJob",
          "graph-job", "io.mathscale.graph.GraphJob",
          "eval-job", "io.mathscale.eval.EvalJob");

  /** The commands of the whole chain. */
  private static final List<String> COMMANDS =
      List.of(
          "extract",
          "build",
          "compose",
          "prepare",
          "generate",
          "refine",
          "accept",
          "export",
          "infer",
          "score");

  private Launcher() {}

  /**
   * A spark-submit.
   *
   * @param job name of the jar
   * @param main its main class
   * @param commands what it is to run
   */
  record Submit(String job, String main, List<String> commands) {}

  /** The chain of {@code ./mathscale run}: commands in its order, one submit a row of one job. */
  static List<Submit> chain() {
    List<Submit> chain = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    String current = "";
    for (String command : commandsOfRun()) {
      String job = jobOf(command);
      if (!job.equals(current) && !commands.isEmpty()) {
        chain.add(new Submit(current, MAIN_CLASSES.get(current), List.copyOf(commands)));
        commands.clear();
      }

      commands.add(command);
      current = job;
    }

    chain.add(new Submit(current, MAIN_CLASSES.get(current), List.copyOf(commands)));
    return chain;
  }

  private static List<String> commandsOfRun() {
    Matcher run = Pattern.compile("(?s)\nrun_all\\(\\) \\{(.*?)}\n").matcher(SCRIPT);
    if (!run.find()) {
      throw new AssertionError("The launcher must have the function run_all");
    }

    return Pattern.compile("\\w+")
        .matcher(run.group(1))
        .results()
        .map(word -> word.group())
        .filter(COMMANDS::contains)
        .toList();
  }

  /** The job whose main class holds a command. */
  private static String jobOf(String command) {
    String made =
        "new %s%s()"
            .formatted(command.substring(0, 1).toUpperCase(Locale.ROOT), command.substring(1));
    return MAIN_CLASSES.entrySet().stream()
        .filter(
            entry -> {
              String file = entry.getValue().replace('.', '/') + ".java";
              return Documents.text(entry.getKey() + "/src/main/java/" + file).contains(made);
            })
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("A job must hold the command " + command));
  }

  /** Whether the launcher knows a command. */
  static boolean knows(String command) {
    return Pattern.compile("(?m)^    [a-z |]*\\b" + command + "\\b[a-z |]*\\)")
        .matcher(SCRIPT)
        .find();
  }
}
