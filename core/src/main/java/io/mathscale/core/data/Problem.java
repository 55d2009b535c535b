package io.mathscale.core.data;

import io.mathscale.core.encoder.RecordEncoders;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * A question of the benchmark.
 *
 * @param id the id that the file gives, or a hash of data set and question where there is none;
 *     unique in its data set
 * @param dataset data set, as MWPBench spells its own ({@code data_topic})
 * @param source the publisher's name of where the question is from ({@code data_source})
 * @param question the question, with its options where they are to be chosen from
 * @param answer the reference answer
 * @param position place in the file, from 0: averages count the first rows of a data set
 * @param level how hard it is, in the publisher's words; empty if unknown
 * @param subject what it is about, in the publisher's words; empty if unknown
 * @param options the options that the question shows, in the order of their letters from A; empty
 *     where none are to be chosen from
 */
public record Problem(
    String id,
    String dataset,
    String source,
    String question,
    String answer,
    long position,
    String level,
    String subject,
    List<String> options) {
  /** Rows of this type, a column a component. */
  public static final Encoder<Problem> ENCODER = RecordEncoders.of(Problem.class);

  /** Keeps a copy of the options. */
  public Problem {
    options = List.copyOf(options);
  }

  /** A problem without options, of unknown level and subject. */
  public Problem(
      String id, String dataset, String source, String question, String answer, long position) {
    this(id, dataset, source, question, answer, position, "", "", List.of());
  }

  /** What no other problem of the benchmark has: data set and id. */
  public String key() {
    return dataset + "/" + id;
  }

  /** The same problem at another place. */
  public Problem at(long otherPosition) {
    return new Problem(
        id, dataset, source, question, answer, otherPosition, level, subject, options);
  }
}
