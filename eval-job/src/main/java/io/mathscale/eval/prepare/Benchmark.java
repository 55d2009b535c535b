package io.mathscale.eval.prepare;

import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.RowOrRejection;
import io.mathscale.core.source.ParsedRows;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of benchmark files, and the rows that are none. Ids are unique: of two rows with one
 * id the later is rejected. Questions need not be: MWPBench counts the repeated ones of
 * CollegeMath. Benchmarks are small (MWPBench has 18,408 questions in 6 MB) and their order counts,
 * so they are gathered in one place.
 */
public final class Benchmark {
  private static final String STAGE = "prepare";

  private final ProblemReader reader;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<String, String> originOfId = new HashMap<>();
  private long position;

  /** An empty benchmark that is to take multiple-choice questions in this style. */
  public Benchmark(ChoiceStyle style) {
    this.reader = new ProblemReader(style);
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
    Problem problem = reader.parse(row);
    String earlier = originOfId.putIfAbsent(problem.id(), row.origin());
    if (earlier != null) {
      throw new RowException(
          RejectionReason.DUPLICATE,
          "id must be unique: %s is %s".formatted(problem.id(), earlier));
    }

    return problem.at(position);
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
