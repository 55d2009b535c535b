package io.mathscale.generator.near;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Shingles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * What a question is compared by. The order of preference is that of {@code preference}, {@code
 * order} and {@code id}: it depends on the row alone, and is random within a preference.
 *
 * @param id id of the pair or seed
 * @param origin {@code generated} or {@code seed}
 * @param preference rows of a lower number stay rather than those of a higher one
 * @param order hash of the id
 * @param exactHigh first half of the id of the normal form
 * @param exactLow second half of it
 * @param template hash of the template form
 * @param values hash of the numbers and operators, whatever their order: copies have the same
 * @param tokens hashes of the tokens of the normal form; the last bit is set in those of labels
 */
@SuppressWarnings("ArrayRecordComponent") // A list would box each token; nobody compares these.
public record Fingerprint(
    String id,
    String origin,
    int preference,
    long order,
    long exactHigh,
    long exactLow,
    long template,
    long values,
    int[] tokens) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Fingerprint> ENCODER = RecordEncoders.of(Fingerprint.class);

  /** The row that stays rather than another comes before it. */
  static final Comparator<Fingerprint> PREFERENCE =
      Comparator.comparingInt(Fingerprint::preference)
          .thenComparingLong(Fingerprint::order)
          .thenComparing(Fingerprint::id)
          .thenComparing(Fingerprint::origin);

  /** Operators whose change changes what is asked; a bracket more or less does not. */
  private static final String OPERATORS = "+-*/^=<>≤≥≠±∓!%·∪∩∈⊂⊆∘°";

  /** Bit of a token that is a label. */
  public static final int LABEL = 1;

  private static final int HEX = 16;

  /** The fingerprint of a question. */
  static Fingerprint of(Question question) {
    NormalForm form = NormalForm.of(question.question());
    String exact = form.id();
    return new Fingerprint(
        question.id(),
        question.origin(),
        question.preference(),
        StableHash.hash(0, question.origin(), question.id()),
        Long.parseUnsignedLong(exact, 0, HEX, HEX),
        Long.parseUnsignedLong(exact, HEX, 2 * HEX, HEX),
        StableHash.hash(0, form.template().text()),
        values(form.tokens()),
        tokens(form.tokens()));
  }

  private static int[] tokens(List<String> tokens) {
    int[] hashes = Shingles.hashes(tokens);
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = Opposites.isLabel(tokens.get(i)) ? hashes[i] | LABEL : hashes[i] & ~LABEL;
    }

    return hashes;
  }

  private static long values(List<String> tokens) {
    String[] values = tokens.stream().filter(Fingerprint::isValue).toArray(String[]::new);
    Arrays.sort(values);
    return StableHash.hash(0, (Object[]) values);
  }

  /** Whether a token is a number or an operator, whose change changes what is asked. */
  public static boolean isValue(String token) {
    return NormalForm.isNumber(token)
        || (token.length() == 1 && OPERATORS.indexOf(token.charAt(0)) >= 0);
  }
}
