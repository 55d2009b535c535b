package io.mathscale.eval.prepare;

import io.mathscale.core.config.BenchmarkConfig.ChoiceStyle;
import io.mathscale.core.data.Problem;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.identity.StableHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of benchmark files, and the rows that are none. Ids are unique: of two rows with one
 * id the later is rejected. Questions need not be: MWPBench counts the repeated ones of
 * CollegeMath.
 */
public final class Benchmark {
  private static final String STAGE = "prepare";

  private final List<Layout> layouts;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<String, String> originOfId = new HashMap<>();
  private long position;

  /** An empty benchmark that is to take multiple-choice questions in this style. */
  public Benchmark(ChoiceStyle style) {
    AnswerOptions choices = new AnswerOptions(style);
    // The first that fits counts: GSM8K asks for more than the fields that others have too.
    this.layouts =
        List.of(
            new MwpbenchLayout(),
            new GaokaoBenchLayout(choices),
            new AgiEvalLayout(choices),
            new TalLayout(choices),
            new MathLayout(),
            new ChineseSchoolLayout(),
            new Gsm8kLayout());
  }

  /** Adds the rows of a file. */
  public void add(String file, byte[] content) {
    for (FileRow row : JsonRows.in(content)) {
      if (row instanceof FileRow.Parsed parsed) {
        add(new BenchmarkRow(file, parsed.index(), parsed.json()));
      } else if (row instanceof FileRow.Broken broken) {
        String origin = "%s, row %d".formatted(file, broken.index() + 1);
        reject(broken.reason(), broken.detail(), origin, broken.content());
      }

      position++;
    }
  }

  private void add(BenchmarkRow row) {
    try {
      Problem problem = problem(row);
      String earlier = originOfId.putIfAbsent(problem.id(), row.origin());
      if (earlier != null) {
        throw new UnusableRowException(
            RejectionReason.DUPLICATE,
            "id must be unique: %s is %s".formatted(problem.id(), earlier));
      }

      problems.add(problem);
    } catch (UnusableRowException e) {
      reject(e.reason(), e.getMessage(), row.origin(), row.json().toString());
    }
  }

  private Problem problem(BenchmarkRow row) {
    Layout layout =
        layouts.stream()
            .filter(known -> known.fits(row))
            .findFirst()
            .orElseThrow(
                () ->
                    new UnusableRowException(
                        RejectionReason.NO_QUESTION,
                        "a row must have the fields of a known layout: " + row.fields()));
    Layout.Draft draft = layout.read(row);
    String id =
        draft.id().isBlank() ? StableHash.contentId(draft.dataset(), draft.question()) : draft.id();
    return new Problem(
        id, draft.dataset(), draft.source(), draft.question(), draft.answer(), position);
  }

  private void reject(RejectionReason reason, String detail, String origin, String content) {
    String id = StableHash.contentId(origin, content);
    rejected.add(new Rejected(id, STAGE, reason, detail, origin, content));
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
