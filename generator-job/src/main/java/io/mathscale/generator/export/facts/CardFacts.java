package io.mathscale.generator.export.facts;

import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.audit.AuditCount;
import io.mathscale.generator.audit.AuditCounts;
import io.mathscale.generator.export.ExportManifest;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.TrainingFiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * All that is told of an export.
 *
 * @param config its settings
 * @param export its manifest
 * @param schemas columns of each layout, as the files have them
 * @param tables manifests of what it was made from, those of inputs first
 * @param findings manifests of what refining found beside them, such as {@code duplicates}
 * @param calls model calls by command
 * @param reasons what the commands rejected
 * @param rows what the rows have
 * @param sample rows to read
 * @param graph a part of the concept graph
 * @param duplicates what refining found alike
 * @param contamination rows with the problems of the benchmark that they ask
 * @param audit what the audit of decontamination found; empty where there was none
 */
public record CardFacts(
    ExportConfig config,
    ExportManifest export,
    Map<String, StructType> schemas,
    List<Manifest> tables,
    List<Manifest> findings,
    Map<String, Manifest.Calls> calls,
    List<RejectedRows.Reason> reasons,
    RowFacts rows,
    List<SampledRow> sample,
    GraphFacts graph,
    MatchFacts duplicates,
    MatchFacts contamination,
    List<AuditCount> audit) {
  private static final int DIGITS = 6;

  /** The command that writes problems to compare with: no row comes from it. */
  private static final String BENCHMARK_COMMAND = Tables.BENCHMARK.producer();

  /**
   * Gathers the facts.
   *
   * @param rows the exported rows, with all columns
   */
  public static CardFacts of(
      Workspace workspace,
      ExportConfig config,
      ExportManifest export,
      TrainingFiles files,
      Dataset<Row> rows,
      long seed) {
    List<Manifest> tables =
        Ancestors.of(workspace, Tables.MATHSCALEQA.name()).stream()
            .filter(table -> !table.producer().equals(BENCHMARK_COMMAND))
            .toList();
    List<String> stages = tables.stream().map(Manifest::producer).distinct().toList();
    List<RejectedRows.Reason> reasons = RejectedRows.of(workspace, stages, seed);
    RowFacts counted = RowFacts.of(rows, seed);
    return new CardFacts(
        config,
        export,
        ofFiles(export, files.schemas(rows)),
        tables,
        findings(workspace),
        calls(tables),
        reasons,
        counted,
        RowSample.of(counted, reasons),
        GraphFacts.of(workspace),
        MatchFacts.ofDuplicates(workspace, seed),
        MatchFacts.ofContamination(workspace, seed),
        AuditCounts.read(workspace.manifest(Tables.MATHSCALEQA.name()).orElseThrow().counts()));
  }

  /** No layout without files is told of, such as rewards where no row has an answer. */
  private static Map<String, StructType> ofFiles(
      ExportManifest export, Map<String, StructType> schemas) {
    Map<String, StructType> known = new LinkedHashMap<>(schemas);
    known.keySet().retainAll(export.files().stream().map(ExportedFile::layout).toList());
    return known;
  }

  /** What the same run of refining published: such tables begin together. */
  private static List<Manifest> findings(Workspace workspace) {
    Manifest rows = workspace.manifest(Tables.MATHSCALEQA.name()).orElseThrow();
    return workspace.tablesBelow("").stream()
        .filter(table -> !table.startsWith(Tables.REJECTED_FOLDER))
        .flatMap(table -> workspace.manifest(table).stream())
        .filter(table -> table.producer().equals(rows.producer()))
        .filter(table -> table.started().equals(rows.started()))
        .filter(table -> !table.table().equals(rows.table()))
        .filter(table -> !table.table().equals(Tables.AUDIT.name()))
        .toList();
  }

  /** Of the tables of a command, that which holds the answers knows what they took. */
  private static Map<String, Manifest.Calls> calls(List<Manifest> tables) {
    Map<String, Manifest.Calls> calls = new LinkedHashMap<>();
    for (Manifest table : tables) {
      if (table.calls().completed() + table.calls().failed() > 0) {
        calls.put(table.producer(), table.calls());
      }
    }

    return calls;
  }

  /** US dollars that all calls took. */
  public BigDecimal cost() {
    return calls.values().stream()
        .map(Manifest.Calls::cost)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** US dollars a row. */
  public BigDecimal costOfRow() {
    return cost().divide(BigDecimal.valueOf(export.rows()), DIGITS, RoundingMode.HALF_UP);
  }

  /** US dollars a row that was agreed to; there is at least one. */
  public BigDecimal costOfAgreed() {
    return cost().divide(BigDecimal.valueOf(rows.agreed()), DIGITS, RoundingMode.HALF_UP);
  }

  /** Rows that a command rejected. */
  public long rejectedBy(String stage) {
    return reasons.stream()
        .filter(reason -> reason.stage().equals(stage))
        .mapToLong(RejectedRows.Reason::rows)
        .sum();
  }

  /**
   * The licences of the data set: those that its user names, or else those of the rows where every
   * row has one; none where that is not known.
   */
  public List<String> licenses() {
    if (!config.card().licenses().isEmpty()) {
      return config.card().licenses();
    }

    long licensed = rows.licenses().stream().mapToLong(RowCount::rows).sum();
    return licensed < export.rows()
        ? List.of()
        : rows.licenses().stream().map(RowCount::name).toList();
  }

  /** The languages that its user names, or else those that refining found. */
  public List<String> languages() {
    return config.card().languages().isEmpty()
        ? rows.languages().stream().map(RowCount::name).toList()
        : config.card().languages();
  }

  /** The commands that made it, in their order. */
  public List<String> commands() {
    List<String> commands =
        new ArrayList<>(tables.stream().map(Manifest::producer).distinct().toList());
    commands.add("export");
    return commands;
  }
}
