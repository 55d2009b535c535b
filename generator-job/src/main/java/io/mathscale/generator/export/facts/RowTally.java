package io.mathscale.generator.export.facts;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.ValidationVerdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Counts rows of one part, and adds up with those of others; as large as the vocabulary of
 * concepts.
 */
final class RowTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What is read of a row. */
  private static final String[] COLUMNS = {
    "origin",
    "model",
    "dataset",
    "license",
    "quality.language",
    "quality.flags",
    "topics",
    "knowledgePoints",
    "question",
    "solution",
    "answer",
    "id",
    "difficulty.passRate",
    "validation.verdict"
  };

  private static final int LABELS = 5;
  private static final int FLAGS = 5;
  private static final int TOPICS = 6;
  private static final int POINTS = 7;
  private static final int QUESTION = 8;
  private static final int SOLUTION = 9;
  private static final int ANSWER = 10;
  private static final int ID = 11;
  private static final int PASS_RATE = 12;
  private static final int VERDICT = 13;
  private static final String AGREED = ValidationVerdict.AGREED.name();

  /** Pass rates are told in so many parts of equal width. */
  private static final int RATES = 5;

  /** So many of each origin may be shown. */
  static final int MOST_DRAWN = 200;

  private final long seed;
  private final List<TreeMap<String, Long>> names = new ArrayList<>();
  private final TreeMap<Integer, Long> questions = new TreeMap<>();
  private final TreeMap<Integer, Long> solutions = new TreeMap<>();
  private final TreeMap<String, Long> passRates = new TreeMap<>();
  private final TreeMap<String, Draw<SampledRow>> samples = new TreeMap<>();
  private long agreed;

  RowTally(long seed) {
    this.seed = seed;
    for (int i = 0; i <= POINTS; i++) {
      names.add(new TreeMap<>());
    }
  }

  /** The columns that {@link #add} reads, in its order. */
  static Column[] columns() {
    Column[] columns = new Column[COLUMNS.length];
    for (int i = 0; i < COLUMNS.length; i++) {
      columns[i] = col(COLUMNS[i]);
    }

    return columns;
  }

  /** Counts a row of these columns. */
  void add(Row row) {
    for (int i = 0; i < LABELS; i++) {
      if (!row.getString(i).isEmpty()) {
        names.get(i).merge(row.getString(i), 1L, Long::sum);
      }
    }

    for (int i = FLAGS; i <= POINTS; i++) {
      for (String name : row.<String>getList(i)) {
        names.get(i).merge(name, 1L, Long::sum);
      }
    }

    if (!row.isNullAt(PASS_RATE)) {
      passRates.merge(ofRate(row.getDouble(PASS_RATE)), 1L, Long::sum);
    }

    agreed += AGREED.equals(row.getString(VERDICT)) ? 1 : 0;
    questions.merge(length(row.getString(QUESTION)), 1L, Long::sum);
    solutions.merge(length(row.getString(SOLUTION)), 1L, Long::sum);
    samples
        .computeIfAbsent(row.getString(0), origin -> new Draw<>(MOST_DRAWN, seed))
        .add(row.getString(ID), () -> sampled(row));
  }

  private static String ofRate(double rate) {
    int part = Math.min(RATES - 1, (int) (rate * RATES));
    return String.format(
        Locale.ROOT, "%.1f to %.1f", (double) part / RATES, (double) (part + 1) / RATES);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static SampledRow sampled(Row row) {
    return new SampledRow(
        row.getString(ID),
        row.getString(0),
        "",
        row.<String>getList(TOPICS),
        row.<String>getList(POINTS),
        row.getString(QUESTION),
        row.getString(SOLUTION),
        row.getString(ANSWER),
        row.getString(1),
        "");
  }

  /** Adds the counts of another part to these. */
  RowTally plus(RowTally other) {
    for (int i = 0; i < names.size(); i++) {
      addAll(names.get(i), other.names.get(i));
    }

    agreed += other.agreed;
    addAll(questions, other.questions);
    addAll(solutions, other.solutions);
    addAll(passRates, other.passRates);
    other.samples.forEach(
        (origin, draw) ->
            samples.computeIfAbsent(origin, key -> new Draw<>(MOST_DRAWN, seed)).addAll(draw));
    return this;
  }

  private static <K> void addAll(Map<K, Long> counts, Map<K, Long> others) {
    others.forEach((name, count) -> counts.merge(name, count, Long::sum));
  }

  List<RowCount> origins() {
    return RowCount.sorted(names.get(0));
  }

  List<RowCount> models() {
    return RowCount.sorted(names.get(1));
  }

  List<RowCount> datasets() {
    return RowCount.sorted(names.get(2));
  }

  List<RowCount> licenses() {
    return RowCount.sorted(names.get(3));
  }

  List<RowCount> languages() {
    return RowCount.sorted(names.get(4));
  }

  List<RowCount> flags() {
    return RowCount.sorted(names.get(FLAGS));
  }

  /** Rows by pass rate, the most difficult first. */
  List<RowCount> passRates() {
    return passRates.entrySet().stream()
        .map(part -> new RowCount(part.getKey(), part.getValue()))
        .toList();
  }

  /** Rows whose answer fresh solutions agreed to. */
  long agreed() {
    return agreed;
  }

  List<RowCount> topics() {
    return RowCount.sorted(names.get(TOPICS));
  }

  long pointCount() {
    return names.get(POINTS).size();
  }

  SortedMap<Integer, Long> questionLengths() {
    return questions;
  }

  SortedMap<Integer, Long> solutionLengths() {
    return solutions;
  }

  /** Rows that may be shown, of an origin. */
  List<SampledRow> drawn(String origin) {
    return samples.containsKey(origin) ? samples.get(origin).drawn() : List.of();
  }
}
