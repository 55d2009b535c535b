package io.mathscale.core.command;

import io.mathscale.core.command.guard.CommandGuard;
import io.mathscale.core.command.guard.TableLocks;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.ToolVersion;
import io.mathscale.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkUserAppException;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line of a job: one or more of its stages, run one after the other in one Spark
 * session, ending in an {@link ExitCode}.
 */
public final class JobCommandLine {
  /** How Spark's message of it begins. */
  private static final String STOPPED = "Cannot call methods on a stopped SparkContext";

  private final CommandLine line;
  private final SharedOptions shared = new SharedOptions();

  /** Where the commands work, once the configuration is known. */
  private String workspace = "";

  private JobCommandLine(String name) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(shared).name(name);
    spec.subcommandsRepeatable(true);
    spec.version("mathscale " + ToolVersion.get());
    this.line = new CommandLine(spec);
  }

  /** The command line of a job. */
  public static JobCommandLine of(Job job) {
    return of(job.name(), job.commands());
  }

  /** A command line of these commands. */
  static JobCommandLine of(String name, List<JobCommand> commands) {
    JobCommandLine job = new JobCommandLine(name);
    for (JobCommand command : commands) {
      CommandLine subcommand = new CommandLine(command);
      job.line.addSubcommand(subcommand);
      if (command instanceof StandaloneCommand) {
        withoutShared(subcommand.getCommandSpec());
      }
    }

    return job;
  }

  /** A command that reads no configuration and no table offers no option that is about them. */
  private static void withoutShared(CommandSpec command) {
    for (String option : List.of("--config", "--set", "--strict")) {
      command.remove(command.findOption(option));
    }
  }

  /**
   * Runs what the arguments ask for and ends as Spark wants a job to end: an exit code other than 0
   * leaves as the exception that spark-submit, YARN and Databricks turn into one.
   */
  public void run(String[] args) throws SparkUserAppException {
    ExitCode exit = execute(args);
    if (exit != ExitCode.DONE) {
      throw ApplicationExit.with(exit);
    }
  }

  /** Runs what the arguments ask for. */
  public ExitCode execute(String... args) {
    return execute(parse(args));
  }

  private ExitCode execute(Invocation invocation) {
    return invocation.ended().orElseGet(() -> guarded(() -> runAll(invocation.commands())));
  }

  /**
   * Runs what the arguments ask for, as far as no Spark session is needed: help, looks at tables,
   * and every refusal of arguments or configuration.
   *
   * @return how it ended; empty where all is well and a session is needed for the rest
   */
  Optional<ExitCode> executeWithoutSpark(String... args) {
    Invocation invocation = parse(args);
    if (invocation.ended().isPresent() || !needsSpark(invocation.commands())) {
      return Optional.of(execute(invocation));
    }

    ExitCode checked = guarded(() -> checked(invocation.commands()));
    return checked == ExitCode.DONE ? Optional.empty() : Optional.of(checked);
  }

  /**
   * What arguments ask for.
   *
   * @param commands the commands, in the order given
   * @param ended how it ended, where no command is to be run
   */
  private record Invocation(List<JobCommand> commands, Optional<ExitCode> ended) {
    static Invocation endedWith(ExitCode exit) {
      return new Invocation(List.of(), Optional.of(exit));
    }
  }

  private Invocation parse(String... args) {
    ParseResult parsed;
    try {
      parsed = line.parseArgs(args);
      if (CommandLine.printHelpIfRequested(parsed)) {
        return Invocation.endedWith(ExitCode.DONE);
      }
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
      e.getCommandLine().usage(System.err);
      return Invocation.endedWith(ExitCode.USAGE);
    }

    List<JobCommand> commands = new ArrayList<>();
    for (ParseResult subcommand : parsed.subcommands()) {
      commands.add((JobCommand) subcommand.commandSpec().userObject());
    }

    if (commands.isEmpty()) {
      line.usage(System.err);
      return Invocation.endedWith(ExitCode.USAGE);
    }

    return new Invocation(commands, Optional.empty());
  }

  private static boolean needsSpark(List<JobCommand> commands) {
    return commands.stream()
        .anyMatch(command -> command instanceof Stage stage && stage.withoutSpark().isEmpty());
  }

  private void runAll(List<JobCommand> commands) {
    List<JobCommand> onTables = new ArrayList<>();
    for (JobCommand command : commands) {
      if (command instanceof StandaloneCommand plain) {
        plain.run();
      } else {
        onTables.add(command);
      }
    }

    if (onTables.isEmpty()) {
      return;
    }

    Settings settings = checked(onTables);
    if (needsSpark(onTables)) {
      runInSession(onTables, settings);
    } else {
      look(onTables, TableCatalog.at(HadoopSettings.ofProcess(), settings.config().workspace()));
    }
  }

  private void look(List<JobCommand> commands, TableCatalog catalog) {
    try (TableLocks none =
        TableLocks.take(catalog, Collections.emptySortedSet(), SystemTime.INSTANCE)) {
      TableCatalog guarded = catalog.guardedBy(guard(none, catalog));
      commands.forEach(command -> look(command).orElseThrow().run(guarded));
    }
  }

  private CommandGuard guard(TableLocks locks, TableCatalog catalog) {
    return new CommandGuard(
        locks, catalog, shared.isStrict, line -> System.err.println("mathscale: " + line));
  }

  /** The settings, with which every command that works on tables agrees. */
  private Settings checked(List<JobCommand> commands) {
    if (shared.config == null) {
      throw new ConfigException("--config must name a configuration file");
    }

    Settings settings = ConfigurationFile.load(shared.config, shared.overrides);
    workspace = settings.config().workspace();
    checks(commands, settings).beforeSession();
    return settings;
  }

  private static CommandChecks checks(List<JobCommand> commands, Settings settings) {
    return new CommandChecks(commands, settings.config(), HadoopSettings.isDriverElsewhere());
  }

  private static Optional<CatalogCommand> look(JobCommand command) {
    if (command instanceof CatalogCommand look) {
      return Optional.of(look);
    }

    return command instanceof Stage stage ? stage.withoutSpark() : Optional.empty();
  }

  private void runInSession(List<JobCommand> commands, Settings settings) {
    // A session that stands is its owner's to stop: a notebook's, for one.
    boolean isOurs = SparkSession.getDefaultSession().isEmpty();
    SparkSession spark = session();
    if (isOurs) {
      QuietEnd.of(spark.sparkContext());
    }

    try {
      Workspace workspace = Workspace.at(spark, settings.config().workspace());
      checks(commands, settings).inSession(spark, workspace);
      SortedSet<String> families = families(commands, settings.config());
      // Who may write nothing leaves no events either.
      EventLog events =
          families.isEmpty()
              ? EventLog.none(SystemTime.INSTANCE)
              : EventLog.in(workspace, SystemTime.INSTANCE);
      ToldToEnd end = ToldToEnd.awaiting(events);
      try (end;
          TableLocks locks = TableLocks.take(workspace, families, SystemTime.INSTANCE)) {
        CommandGuard guard = guard(locks, workspace);
        Workspace guarded = workspace.guardedBy(guard);
        for (JobCommand command : commands) {
          run(command, new StageContext(spark, settings, guarded, Instant.now(), events), guard);
        }
      }
    } finally {
      if (isOurs) {
        spark.stop();
      }
    }
  }

  /** What any of the commands writes: an application keeps all of it to its end. */
  private static SortedSet<String> families(List<JobCommand> commands, MathscaleConfig config) {
    SortedSet<String> families = new TreeSet<>();
    for (JobCommand command : commands) {
      if (command instanceof Stage stage) {
        families.addAll(stage.families(config));
      }
    }

    return families;
  }

  private static void run(JobCommand command, StageContext context, CommandGuard guard) {
    long begun = System.nanoTime();
    String workspace = context.workspace().root().toString();
    context
        .events()
        .during(
            name(command),
            () -> guard.watch(() -> run(command, context)),
            cause -> new CommandFailure(cause, workspace).name(),
            cause -> new CommandFailure(cause, workspace).words());
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    log().info("{} took {} ms", name(command), took.toMillis());
  }

  private static void run(JobCommand command, StageContext context) {
    Optional<CatalogCommand> look = look(command);
    if (look.isPresent()) {
      look.get().run(context.workspace());
    } else if (command instanceof Stage stage) {
      stage.run(context);
    }
  }

  /** Made when something is to be logged: a refusal is not to wait for what reads its settings. */
  private static Logger log() {
    return LoggerFactory.getLogger(JobCommandLine.class);
  }

  /** What a command is called by. */
  static String name(JobCommand command) {
    return command.getClass().getAnnotation(Command.class).name();
  }

  private SparkSession session() {
    try {
      return SparkSession.builder()
          .appName("mathscale " + line.getCommandName())
          .config("spark.sql.session.timeZone", "UTC")
          .getOrCreate();
    } catch (IllegalStateException e) {
      log().debug("Spark did not start", e);
      throw startFailure(e, new SparkConf().get("spark.master", "none"));
    }
  }

  /** A session that starts on a master which cannot be reached finds its context stopped. */
  static RuntimeException startFailure(IllegalStateException failure, String master) {
    return String.valueOf(failure.getMessage()).startsWith(STOPPED)
        ? new ConfigException(
            "Spark must reach its master, and stay: it stopped as it started with spark.master = "
                + master)
        : failure;
  }

  private ExitCode guarded(Runnable work) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (Exception | FSError e) {
      // Spark throws checked exceptions that it does not declare.
      CommandFailure failure = new CommandFailure(e, workspace);
      tell(failure);
      return failure.exit();
    }
  }

  private static void tell(CommandFailure failure) {
    if (failure.isBug()) {
      log().error("The command failed", failure.cause());
    } else {
      System.err.println("mathscale: " + failure.words());
      // The words of a refusal say all, and the log would take longer to start.
      if (failure.exit() != ExitCode.USAGE) {
        log().debug("The command ended early", failure.cause());
      }
    }
  }

  /** What every stage of every job takes. */
  @Command(mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
  static final class SharedOptions {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        scope = ScopeType.INHERIT,
        description =
            "Configuration file (HOCON), or its address such as s3a://bucket/my.conf."
                + " conf/reference.conf tells every key.")
    private String config;

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        scope = ScopeType.INHERIT,
        description = "A setting that goes over the file; may be repeated.")
    private List<String> overrides = new ArrayList<>();

    @Option(
        names = "--strict",
        scope = ScopeType.INHERIT,
        description = "Refuse tables that are stale: made from others which were replaced since.")
    private boolean isStrict;
  }
}
