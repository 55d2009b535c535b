package io.mathscale.generator.near;

import io.mathscale.core.data.Duplicate;
import io.mathscale.core.data.DuplicateKind;
import io.mathscale.core.encoder.RecordEncoders;
import org.apache.spark.sql.Encoder;

/**
 * A question that was compared with those of equal numbers: it stays, or is the duplicate of one
 * that does.
 *
 * @param id id of the pair or seed
 * @param origin {@code generated} or {@code seed}
 * @param preference rows of a lower number stay rather than those of a higher one
 * @param order hash of the id
 * @param template hash of the template form
 * @param duplicate the row that stays in its place; null where it stays itself
 * @param unlike pairs that were compared for it and were not alike
 */
public record Compared(
    String id,
    String origin,
    int preference,
    long order,
    long template,
    Duplicate duplicate,
    long unlike) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Compared> ENCODER = RecordEncoders.of(Compared.class);

  static Compared staying(Fingerprint row, long unlike) {
    return of(row, null, unlike);
  }

  static Compared duplicate(
      Fingerprint row, Fingerprint kept, DuplicateKind kind, double likeness, long unlike) {
    Duplicate duplicate =
        new Duplicate(row.id(), row.origin(), kept.id(), kept.origin(), kind, likeness);
    return of(row, duplicate, unlike);
  }

  private static Compared of(Fingerprint row, Duplicate duplicate, long unlike) {
    return new Compared(
        row.id(), row.origin(), row.preference(), row.order(), row.template(), duplicate, unlike);
  }

  /** The same row, left out since as many of its template stay as may. */
  Compared withoutPlace(Compared kept) {
    return new Compared(
        id,
        origin,
        preference,
        order,
        template,
        new Duplicate(id, origin, kept.id, kept.origin, DuplicateKind.TEMPLATE, 1),
        unlike);
  }
}
