package io.mathscale.eval.prepare;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.BenchmarkConfig;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.source.ParsedRows;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import io.mathscale.core.source.fields.FieldPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The problems of benchmark files, and the rows that are none. Ids are unique in their data set: of
 * two rows with one id the later is rejected. Questions need not be: MWPBench counts the repeated
 * ones of CollegeMath. Benchmarks are small (MWPBench has 18,408 questions in 6 MB) and their order
 * counts, so they are gathered in one place.
 */
public final class Benchmark {
  private static final String STAGE = "prepare";

  /** No more known names than this are listed. */
  private static final int MAX_NAMES = 100;

  private final ProblemReader reader;
  private final SortedMap<String, String> named;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<String, String> originOfId = new HashMap<>();
  private final NavigableSet<String> fieldNames = new TreeSet<>();
  private final Set<String> unfound;
  private long position;

  /** An empty benchmark whose rows are read as the configuration says. */
  public Benchmark(BenchmarkConfig config) {
    this.reader = ProblemReader.of(config);
    this.named = config.fields().byKey();
    this.unfound = new HashSet<>(named.values());
  }

  /** Adds the next row of the files. */
  public void add(SourceRow row) {
    RowOrRejection<Problem> parsed = ParsedRows.parsed(row, STAGE, this::read);
    if (parsed.isGood()) {
      problems.add(parsed.value());
    } else {
      rejected.add(parsed.rejected());
    }

    position++;
  }

  private Problem read(SourceRow row) throws RowException {
    if (!named.isEmpty()) {
      row.object().fieldNames().forEachRemaining(fieldNames::add);
      JsonNode fields = row.object();
      unfound.removeIf(path -> !FieldPaths.find(fields, path).isMissingNode());
    }

    Problem problem = reader.parse(row);
    String earlier = originOfId.putIfAbsent(problem.key(), row.origin());
    if (earlier != null) {
      boolean isGiven =
          !problem.id().equals(StableHash.contentId(problem.dataset(), problem.question()));
      throw new RowException(
          RejectionReason.DUPLICATE,
          isGiven
              ? "id must be unique in %s: %s is %s"
                  .formatted(problem.dataset(), problem.id(), earlier)
              : "question must be unique in %s where rows have no id: %s asks the same"
                  .formatted(problem.dataset(), earlier));
    }

    return problem.at(position);
  }

  /**
   * Checks that each field that the user named stands in a row.
   *
   * @throws ConfigException naming the fields that do, when one does not
   */
  public void requireFields() {
    for (Map.Entry<String, String> field : named.entrySet()) {
      if (unfound.contains(field.getValue())) {
        String known = fieldNames.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        throw new ConfigException(
            "benchmark.fields.%s must name a field that a row has (known: %s): %s"
                .formatted(field.getKey(), known, field.getValue()));
      }
    }
  }

  /** The problems, in the order of their positions. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The rows that are no problems. */
  public List<Rejected> rejected() {
    return List.copyOf(rejected);
  }
}
