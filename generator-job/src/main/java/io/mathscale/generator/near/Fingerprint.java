package io.mathscale.generator.near;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.core.identity.StableHash;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Sentence;
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
 * @param values hash of the numbers, operators and variables, whatever their order: copies have the
 *     same
 * @param sentences hash of the same and of the names of points in their order within each sentence,
 *     whatever the order of sentences
 * @param asked hash of the words that tell what is asked
 * @param answer hash of the answer's normal form; 0 where there is none
 * @param tokens codes of the tokens of the normal form
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
    long sentences,
    long asked,
    long answer,
    int[] tokens) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Fingerprint> ENCODER = RecordEncoders.of(Fingerprint.class);

  /** The row that stays rather than another comes before it. */
  static final Comparator<Fingerprint> PREFERENCE =
      Comparator.comparingInt(Fingerprint::preference)
          .thenComparingLong(Fingerprint::order)
          .thenComparing(Fingerprint::id)
          .thenComparing(Fingerprint::origin);

  private static final int HEX = 16;

  /** The fingerprint of a question. */
  static Fingerprint of(Question question) {
    List<Sentence> sentences = Sentence.of(question.question());
    NormalForm form =
        new NormalForm(sentences.stream().flatMap(one -> one.tokens().stream()).toList());
    String exact = form.id();
    int[] codes = Codes.of(form.tokens());
    return new Fingerprint(
        question.id(),
        question.origin(),
        question.preference(),
        StableHash.hash(0, question.origin(), question.id()),
        Long.parseUnsignedLong(exact, 0, HEX, HEX),
        Long.parseUnsignedLong(exact, HEX, 2 * HEX, HEX),
        StableHash.hash(0, form.template().text()),
        hash(Arrays.stream(codes).filter(Codes::isFixed).sorted().toArray()),
        sentences(sentences, codes),
        AskedWords.hash(sentences),
        answer(question.answer()),
        codes);
  }

  private static long sentences(List<Sentence> sentences, int[] codes) {
    long sum = 0;
    int start = 0;
    for (Sentence sentence : sentences) {
      int end = start + sentence.tokens().size();
      int[] unchanging =
          Arrays.stream(codes, start, end).filter(code -> !Codes.isWord(code)).toArray();
      sum += hash(unchanging);
      start = end;
    }

    return sum;
  }

  private static long answer(String answer) {
    return answer == null || answer.isBlank()
        ? 0
        : StableHash.hash(0, NormalForm.of(answer).text());
  }

  private static long hash(int[] codes) {
    return codes.length == 0 ? 0 : Shingles.runs(codes, codes.length)[0];
  }
}
