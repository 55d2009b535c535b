package io.mathscale.generator.near;

import static org.apache.spark.sql.functions.col;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.spark.Cached;
import java.util.SortedMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * The questions that go, each with the one that stays in its place, computed once and kept until
 * closed.
 */
public final class Duplicates implements AutoCloseable {
  private static final Column[] PREFERENCE = {
    col("preference"), col("order"), col("id"), col("origin")
  };

  private final Cached<Compared> compared;
  private final int sameTemplate;

  private Duplicates(Cached<Compared> compared, int sameTemplate) {
    this.compared = compared;
    this.sameTemplate = sameTemplate;
  }

  /**
   * The duplicates among questions: equal in normal form, or alike in their shingles with equal
   * numbers and operators, or beyond the rows that one template may keep.
   *
   * @param threshold the Jaccard index from which questions are alike; 0 for equal ones alone
   * @param sameTemplate how many rows one template may keep; 0 for all
   */
  public static Duplicates among(Dataset<Question> questions, double threshold, int sameTemplate) {
    MapFunction<Question, Fingerprint> fingerprint = Fingerprint::of;
    MapFunction<Fingerprint, Long> values = Fingerprint::values;
    Dataset<Compared> compared =
        questions
            .map(fingerprint, Fingerprint.ENCODER)
            .groupByKey(values, Encoders.LONG())
            .flatMapSortedGroups(PREFERENCE, new CompareGroup(threshold), Compared.ENCODER);
    return new Duplicates(Cached.of(compared), sameTemplate);
  }

  /** A row for each question that goes. */
  public Dataset<Duplicate> rows() {
    Dataset<Compared> gone = compared.rows().where(col("duplicate").isNotNull());
    Dataset<Compared> all = sameTemplate == 0 ? gone : gone.union(beyondTemplate());
    return all.select("duplicate.*").as(Duplicate.ENCODER);
  }

  private Dataset<Compared> beyondTemplate() {
    MapFunction<Compared, Long> template = Compared::template;
    return staying()
        .groupByKey(template, Encoders.LONG())
        .flatMapSortedGroups(PREFERENCE, new CapTemplate(sameTemplate), Compared.ENCODER);
  }

  /** What {@link DuplicateCounts} counts. */
  public SortedMap<String, Long> counts() {
    return DuplicateCounts.of(compared.rows());
  }

  private Dataset<Compared> staying() {
    return compared.rows().where(col("duplicate").isNull());
  }

  /** Releases what is kept. */
  @Override
  public void close() {
    compared.close();
  }
}
