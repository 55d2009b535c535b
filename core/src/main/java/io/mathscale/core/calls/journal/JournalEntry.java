package io.mathscale.core.calls.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.CallFailure;
import io.mathscale.core.data.Completion;
import io.mathscale.core.data.OpenCharge;
import io.mathscale.core.encoder.RecordEncoders;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Encoder;

/**
 * A line of the journal: how a call ended.
 *
 * @param partition number of the partition that asked, by which a later attempt at it finds its
 *     lines; the first of a line's fields
 * @param key identity of the call
 * @param completion its answer; null if it failed
 * @param failure why it failed; null if it did not
 * @param openCharge what was charged so far for a call that has not ended; null if it has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"partition", "key", "completion", "failure", "openCharge"})
public record JournalEntry(
    int partition, String key, Completion completion, CallFailure failure, OpenCharge openCharge) {
  /** Rows of this type, a column a component. */
  public static final Encoder<JournalEntry> ENCODER = RecordEncoders.of(JournalEntry.class);

  /**
   * What the line of a failure holds and no other: inside a JSON text the quotes would be escaped.
   */
  static final String FAILURE_MARK = "\"failure\":{";

  /** The same for the line of an open charge. */
  static final String OPEN_CHARGE_MARK = "\"openCharge\":{";

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

  /** A call that was answered. */
  public static JournalEntry of(int partition, Completion completion) {
    return new JournalEntry(partition, completion.key(), completion, null, null);
  }

  /** A call that was not answered. */
  public static JournalEntry of(int partition, CallFailure failure) {
    return new JournalEntry(partition, failure.key(), null, failure, null);
  }

  /** A call that has not ended, though it was charged. */
  public static JournalEntry of(int partition, OpenCharge charge) {
    return new JournalEntry(partition, charge.key(), null, null, charge);
  }

  /** Whether the call has ended. */
  boolean isEnd() {
    return openCharge == null;
  }

  /** Whether a line is of a partition: the others need not be read. */
  static boolean isOfPartition(String line, int partition) {
    return line.startsWith("{\"partition\":" + partition + ",");
  }

  /** The line, with its end. */
  byte[] toLine() {
    try {
      byte[] json = JSON.writeValueAsBytes(this);
      byte[] line = Arrays.copyOf(json, json.length + 1);
      line[json.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A journal entry can always be written: " + key, e);
    }
  }

  /** The entry of a line; empty if the line was torn by the death of its writer. */
  static Optional<JournalEntry> ofLine(String line) {
    try {
      JournalEntry entry = JSON.readValue(line, JournalEntry.class);
      boolean isEmpty =
          entry == null
              || (entry.completion() == null
                  && entry.failure() == null
                  && entry.openCharge() == null);
      return isEmpty ? Optional.empty() : Optional.of(entry);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
