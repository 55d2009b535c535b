package io.mathscale.core.calls.journal;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.model.Sleeper;
import io.mathscale.core.time.TimeSource;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything a stage has ever been answered: the tables {@code calls/<stage>/completions} and
 * {@code calls/<stage>/failures}, and the lines that tasks append until {@link #compact} takes them
 * into the tables. The table of failures is a history: it keeps those that were asked again, for
 * what they cost, and so is {@code calls/<stage>/superseded}, of answers. The table {@code
 * calls/<stage>/open_charges} holds what was charged for calls that have not ended.
 */
public final class Journal {
  private static final int SCHEMA_VERSION = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** A smaller difference is one of rounding: columns have 18 decimals. */
  private static final BigDecimal LEAST_DOUBT = BigDecimal.ONE.movePointLeft(12);

  /** Less than a line takes, so that lines are rather thought more than fewer. */
  private static final long BYTES_A_LINE = 512;

  private final SparkSession spark;
  private final Workspace workspace;
  private final String stage;
  private final TimeSource time;
  private final Table<Completion> completionTable;
  private final Table<CallFailure> failureTable;
  private final Table<OpenCharge> openChargeTable;
  private final Table<Completion> supersededTable;

  /**
   * The journal of a stage in a workspace.
   *
   * @param stage name of the stage
   * @param time by which its tables are dated
   */
  public Journal(SparkSession spark, Workspace workspace, String stage, TimeSource time) {
    this.spark = spark;
    this.workspace = workspace;
    this.stage = stage;
    this.time = time;
    this.completionTable =
        new Table<>(
            "calls/" + stage + "/completions",
            () -> Completion.ENCODER,
            SCHEMA_VERSION,
            stage,
            List.of(new AddDoubtAndAttempt()));
    this.failureTable =
        new Table<>(
            "calls/" + stage + "/failures",
            () -> CallFailure.ENCODER,
            SCHEMA_VERSION,
            stage,
            List.of(new AddDoubtAndAttempt()));
    this.openChargeTable =
        new Table<>("calls/" + stage + "/open_charges", OpenCharge.ENCODER, 1, stage);
    this.supersededTable =
        new Table<>("calls/" + stage + "/superseded", Completion.ENCODER, SCHEMA_VERSION, stage);
  }

  private Path folder() {
    return workspace.path(folder(stage));
  }

  /** Where the lines of a stage stand in its workspace. */
  static String folder(String stage) {
    return "calls/" + stage + "/_journal";
  }

  /**
   * Takes the right to append, which one run has at a time.
   *
   * @param sleeper how to wait for the end of another run
   * @throws io.mathscale.core.config.ConfigException when another has it
   */
  public StageLock lock(Sleeper sleeper) {
    return StageLock.take(workspace.fileSystem(), lockFile(workspace, stage), sleeper);
  }

  private static Path lockFile(TableCatalog workspace, String stage) {
    return workspace.path("calls/" + stage + "/_running");
  }

  /** Whether a run has the right to append to the journal of a stage, or had it and has died. */
  public static boolean isLocked(TableCatalog workspace, String stage) {
    Path file = lockFile(workspace, stage);
    try {
      return workspace.fileSystem().exists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + file, e);
    }
  }

  /**
   * Takes the right to spend of the budget that all stages of the workspace share, which one run
   * has at a time.
   *
   * @param sleeper how to wait for the end of another run
   * @throws io.mathscale.core.config.ConfigException when another has it
   */
  public StageLock lockBudget(Sleeper sleeper) {
    return StageLock.take(workspace.fileSystem(), workspace.path("calls/_spending"), sleeper);
  }

  /**
   * The identity of a new run.
   *
   * @param isAgain whether it makes calls that were answered before: of such a call the journal
   *     keeps the answer of the latest attempt, and the others apart
   */
  public static String newRun(boolean isAgain) {
    return (isAgain ? JournalLines.AGAIN : "") + UUID.randomUUID();
  }

  /**
   * The folder where the tasks of a run append.
   *
   * @param run identity of the run
   */
  public String runFolder(String run) {
    return new Path(folder(), run).toString();
  }

  /** Whether a model service has ever answered a stage of the workspace. */
  public AnsweredService answered(ModelConfig model) {
    return new AnsweredService(workspace.fileSystem(), workspace.path("calls/_answered"), model);
  }

  /** Every answer in the tables, once. */
  public Dataset<Completion> completions() {
    return workspace.has(completionTable)
        ? workspace.read(completionTable)
        : spark.emptyDataset(Completion.ENCODER);
  }

  /** The number of answers in the tables. */
  public long answers() {
    return rows(completionTable);
  }

  /** What runs have leased of the budget. */
  public Leases leases() {
    return Leases.in(workspace, stage);
  }

  /**
   * Takes what was leased and is not in the tables for doubtful, once and for ever. To be called
   * when all lines are in the tables and no run leases any more.
   *
   * @param charged tells all that was charged or may have been, in the tables, in US dollars
   */
  public void settleLeases(Supplier<BigDecimal> charged) {
    Optional<BigDecimal> bound = leases().bound();
    if (bound.isEmpty()) {
      return;
    }

    BigDecimal missing = bound.get().subtract(charged.get());
    if (missing.compareTo(LEAST_DOUBT) > 0) {
      LOG.warn(
          "{}: ${} may have been charged for calls whose process died before they were written down;"
              + " the budget counts them",
          stage,
          missing.stripTrailingZeros().toPlainString());
      add(new OpenCharge("", 0, 0, BigDecimal.ZERO, missing, time.now().toEpochMilli()));
    }

    leases().clear();
  }

  /**
   * What tells the tables as they stand from those of any other time and place; empty where an
   * older version wrote one of them.
   */
  public Optional<String> version() {
    List<String> ids =
        Stream.of(completionTable, failureTable, openChargeTable, supersededTable)
            .flatMap(table -> workspace.manifest(table.name()).stream())
            .map(Manifest::id)
            .toList();
    return ids.isEmpty() || ids.contains("")
        ? Optional.empty()
        : Optional.of(String.join(" ", ids));
  }

  /** Whether no call of the tables was ever answered or failed, or is charged. */
  public boolean isEmpty() {
    return rows(completionTable) == 0 && !hasFailures() && !hasOpenCharges();
  }

  /** Whether the tables hold answers in whose place later ones came. */
  public boolean hasSuperseded() {
    return rows(supersededTable) > 0;
  }

  /** The answers in whose place later ones came, in the tables. */
  public Dataset<Completion> superseded() {
    return workspace.has(supersededTable)
        ? workspace.read(supersededTable)
        : spark.emptyDataset(Completion.ENCODER);
  }

  /** Whether the tables hold charges of calls that have not ended. */
  public boolean hasOpenCharges() {
    return rows(openChargeTable) > 0;
  }

  /** What was charged for calls that had not ended, in the tables. */
  public Dataset<OpenCharge> openCharges() {
    return workspace.has(openChargeTable)
        ? workspace.read(openChargeTable)
        : spark.emptyDataset(OpenCharge.ENCODER);
  }

  /** Adds what was charged for a call that has not ended; durable on return. */
  public void add(OpenCharge charge) {
    if (!workspace.has(completionTable)) {
      // By them a stage is known that has asked.
      workspace.write(completionTable, completions(), metadata());
    }

    Dataset<OpenCharge> more = spark.createDataset(List.of(charge), OpenCharge.ENCODER);
    workspace.write(openChargeTable, openCharges().unionByName(more).coalesce(1), metadata());
  }

  /** Whether any call of the tables ever failed. */
  public boolean hasFailures() {
    return rows(failureTable) > 0;
  }

  private long rows(Table<?> table) {
    return workspace.manifest(table.name()).map(Manifest::rows).orElse(0L);
  }

  /** The last failure in the tables of each call that was never answered. */
  public Dataset<CallFailure> failures() {
    if (!hasFailures()) {
      return spark.emptyDataset(CallFailure.ENCODER);
    }

    Column last = functions.max_by(functions.struct(col("*")), col("finishedAt")).as("last");
    Dataset<CallFailure> latest =
        failureHistory().groupBy(col("key")).agg(last).select("last.*").as(CallFailure.ENCODER);
    return latest
        .join(completions().select("key"), new String[] {"key"}, "left_anti")
        .as(CallFailure.ENCODER);
  }

  /** Every failure in the tables, also of calls that were asked again. */
  public Dataset<CallFailure> failureHistory() {
    return workspace.has(failureTable)
        ? workspace.read(failureTable)
        : spark.emptyDataset(CallFailure.ENCODER);
  }

  /**
   * Takes the lines that were appended into the tables, then removes them. A run that dies before
   * they are removed leaves lines that are in the tables already: they are taken once.
   */
  public void compact() {
    JournalLines lines = lines();
    if (lines.isEmpty()) {
      return;
    }

    WriteMetadata metadata = metadata();
    if (lines.areAgain()) {
      // Before the others: what is no longer among the completions must stand here.
      workspace.write(supersededTable, superseded(lines), metadata);
    }

    workspace.write(completionTable, completions(lines), metadata);
    if (lines.haveFailures()) {
      Dataset<CallFailure> all = failureHistory().unionByName(lines.failures());
      workspace.write(failureTable, all.distinct(), metadata);
    } else if (!workspace.has(failureTable)) {
      workspace.write(failureTable, failureHistory(), metadata);
    }

    if (lines.haveOpenCharges()) {
      Dataset<OpenCharge> all = openCharges().unionByName(lines.openCharges());
      workspace.write(openChargeTable, all.distinct().coalesce(1), metadata);
    }

    lines.remove();
  }

  private WriteMetadata metadata() {
    return new WriteMetadata(time.now(), new TreeMap<>(), List.of(), Manifest.Calls.NONE);
  }

  private Dataset<Completion> completions(JournalLines lines) {
    long rows = rows(completionTable) + lines.bytes() / BYTES_A_LINE;
    Dataset<Completion> all =
        completions()
            .unionByName(lines.completions())
            .repartition(PartitionSizing.of(tasks(), rows), col("key"));
    Dataset<Completion> latest = lines.areAgain() ? numbered(all, true) : all.dropDuplicates("key");
    return latest.coalesce(tasks());
  }

  /** The files of a table of answers: few, as nothing but their number depends on it. */
  private int tasks() {
    return spark.sparkContext().defaultParallelism();
  }

  private Dataset<Completion> superseded(JournalLines lines) {
    return superseded()
        .unionByName(numbered(completions().unionByName(lines.completions()), false))
        .dropDuplicates(new String[] {"key", "attempt"})
        .coalesce(tasks());
  }

  /** The answers of the latest attempts of calls, or those of all attempts before. */
  private static Dataset<Completion> numbered(Dataset<Completion> all, boolean isLatest) {
    WindowSpec latestFirst = Window.partitionBy("key").orderBy(col("attempt").desc());
    Column place = col("place");
    return all.dropDuplicates(new String[] {"key", "attempt"})
        .withColumn("place", functions.row_number().over(latestFirst))
        .where(isLatest ? place.equalTo(1) : place.gt(1))
        .drop("place")
        .as(Completion.ENCODER);
  }

  /** Whether lines were appended that are not in the tables yet. */
  public boolean hasLines() {
    return !lines().isEmpty();
  }

  private JournalLines lines() {
    return JournalLines.below(spark, workspace.fileSystem(), folder());
  }

  /** What the lines that are not in the tables yet say was charged: cost and doubtfulCost. */
  public Dataset<Row> chargesOfLines() {
    return lines().charges();
  }

  /**
   * What every call took that has ended, each answer and each failure once, those included that are
   * not in the tables yet.
   */
  public Dataset<CallEnd> ends() {
    JournalLines lines = lines();
    Dataset<CallEnd> inTables =
        ends(completions().toDF(), functions.lit(true), functions.lit(0L))
            .union(ends(failureHistory().toDF(), functions.lit(false), col("finishedAt")));
    if (lines.isEmpty()) {
      return inTables;
    }

    Dataset<Row> entries = lines.ends();
    Column failedAt = functions.when(col("isAnswered"), 0L).otherwise(col("finishedAt"));
    return inTables
        .union(ends(entries, col("isAnswered"), failedAt))
        .dropDuplicates(new String[] {"key", "isAnswered", "finishedAt"});
  }

  private static Dataset<CallEnd> ends(Dataset<Row> ended, Column isAnswered, Column failedAt) {
    return ended
        .select(
            col("key"),
            isAnswered.as("isAnswered"),
            failedAt.as("finishedAt"),
            col("inputTokens"),
            col("outputTokens"),
            col("cost"))
        .as(CallEnd.ENCODER);
  }
}
