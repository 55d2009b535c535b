package io.mathscale.teacher;

import io.mathscale.teacher.answers.AnswerOptions;
import io.mathscale.teacher.answers.ErrorRates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a teacher until it is stopped from outside. */
@Command(
    name = "teacher",
    mixinStandardHelpOptions = true,
    description = "Serves an OpenAI-compatible teacher that needs no model and no network.")
public final class TeacherServer implements Callable<Integer> {
  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host;

  @Option(names = "--port", defaultValue = "8089", description = "Port to listen on, 0 for any.")
  private int port;

  @Option(
      names = "--latency",
      defaultValue = "0ms",
      description = "200ms, uniform:100ms-300ms or lognormal:median=200ms,sigma=0.5.")
  private String latency;

  @Option(names = "--canned", description = "The same completion for all, at full speed.")
  private boolean canned;

  @Option(names = "--fault", description = "Kind of fault and its rate, as in 429=0.1; repeatable.")
  private Map<Fault, Double> faults = Map.of();

  @Option(
      names = "--error",
      defaultValue = "0",
      description = "Shares of wrong solutions of easy and hard questions: easy=0.05,hard=0.30.")
  private String error;

  @Option(
      names = "--model",
      description = "The same for a model by its name: weak:easy=0.2,hard=0.6; repeatable.")
  private List<String> models = List.of();

  @Option(
      names = "--coincide",
      defaultValue = "0",
      description = "Share of wrong answers that are the same for all models and tries.")
  private double coincide;

  @Option(names = "--phrasings", description = "Equal answers are written in several ways.")
  private boolean phrasings;

  @Option(
      names = "--known",
      description = "JSON lines with question and solution, for what no rule solves; repeatable.")
  private List<Path> known = List.of();

  @Option(
      names = "--misjudge",
      defaultValue = "0",
      description = "Share of verdicts on solutions that are the opposite of the right one.")
  private double misjudged;

  @Option(names = "--seed", defaultValue = "0", description = "Seed of faults and latency.")
  private long seed;

  @Option(names = "--requests-per-minute", defaultValue = "0", description = "Limit, 0 for none.")
  private long requestsPerMinute;

  @Option(names = "--tokens-per-minute", defaultValue = "0", description = "Limit, 0 for none.")
  private long tokensPerMinute;

  @Option(
      names = "--quota",
      defaultValue = "0",
      description = "Completed calls after which the money is gone, 0 for no end.")
  private long quota;

  @Option(names = "--key", defaultValue = "", description = "Key that each request must carry.")
  private String key;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  /** Starts the server; the exit code is 2 for wrong options. */
  public static void main(String[] args) {
    int exitCode = new CommandLine(new TeacherServer()).execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** An address that cannot be had or a file that cannot be read is a wrong option, too. */
  @Override
  public Integer call() throws InterruptedException {
    try {
      Teacher teacher = Teacher.start(options());
      Runtime.getRuntime().addShutdownHook(new Thread(teacher::close));
      System.err.println("teacher listening on " + teacher.baseUrl());
    } catch (IllegalArgumentException | IllegalStateException e) {
      command.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }

    new CountDownLatch(1).await();
    return 0;
  }

  private TeacherOptions options() {
    return new TeacherOptions(
        host,
        port,
        Latency.parse(latency),
        answers(),
        faults,
        seed,
        requestsPerMinute,
        tokensPerMinute,
        quota,
        key);
  }

  private AnswerOptions answers() {
    AnswerOptions answers =
        new AnswerOptions(
            canned, ErrorRates.parse(error), Map.of(), coincide, phrasings, misjudged, known);
    for (String model : models) {
      // A name may have colons, rates have none.
      int colon = model.lastIndexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            "--model must be a name, a colon and rates, as in weak:hard=0.6: " + model);
      }

      answers =
          answers.withErrors(
              model.substring(0, colon), ErrorRates.parse(model.substring(colon + 1)));
    }

    return answers;
  }
}
