package io.mathscale.generator.export.facts;

import java.util.ArrayList;
import java.util.List;

/** Rows for people to read: generated ones, seeds, and rejected ones of each reason. */
final class RowSample {
  /** So many rows are shown. */
  private static final int SHOWN = 200;

  /** So many of them are rejected ones, where there are. */
  private static final int REJECTED_SHOWN = 60;

  /** So many are seeds, where there are. */
  private static final int SEEDS_SHOWN = 30;

  private RowSample() {}

  /** The rows, those of the training data first. */
  static List<SampledRow> of(RowFacts rows, List<RejectedRows.Reason> reasons) {
    List<SampledRow> rejected = rejected(reasons);
    int wanted = SHOWN - rejected.size();
    int seeds =
        Math.min(rows.seeds().size(), Math.max(SEEDS_SHOWN, wanted - rows.generated().size()));
    List<SampledRow> shown = new ArrayList<>();
    rows.generated().stream().limit(wanted - seeds).forEach(shown::add);
    rows.seeds().stream().limit(seeds).forEach(shown::add);
    shown.addAll(rejected);
    return shown;
  }

  /** One of each reason, then a second, until there are enough. */
  private static List<SampledRow> rejected(List<RejectedRows.Reason> reasons) {
    List<SampledRow> shown = new ArrayList<>();
    for (int rank = 0; rank < RejectedRows.MOST && shown.size() < REJECTED_SHOWN; rank++) {
      for (RejectedRows.Reason reason : reasons) {
        if (rank < reason.examples().size() && shown.size() < REJECTED_SHOWN) {
          shown.add(sampled(reason, reason.examples().get(rank)));
        }
      }
    }

    return shown;
  }

  private static SampledRow sampled(RejectedRows.Reason reason, RejectedExample row) {
    return new SampledRow(
        row.id(),
        row.origin(),
        reason.stage() + " " + reason.reason(),
        List.of(),
        List.of(),
        row.content(),
        "",
        "",
        "",
        row.detail());
  }
}
