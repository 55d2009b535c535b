package io.mathscale.core.workspace;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a command knows of the tables it is about to write.
 *
 * @param started when it began
 * @param configuration every setting, secrets masked
 * @param inputs the tables it read
 * @param calls the model calls it took
 * @param counts what it counted on the way, by name
 */
public record WriteMetadata(
    Instant started,
    SortedMap<String, Object> configuration,
    List<Table<?>> inputs,
    Manifest.Calls calls,
    SortedMap<String, Long> counts) {
  public WriteMetadata {
    inputs = List.copyOf(inputs);
    counts = new TreeMap<>(counts);
  }

  /** The metadata of a command that counted nothing. */
  public WriteMetadata(
      Instant started,
      SortedMap<String, Object> configuration,
      List<Table<?>> inputs,
      Manifest.Calls calls) {
    this(started, configuration, inputs, calls, new TreeMap<>());
  }

  /** The same metadata with what the command counted. */
  public WriteMetadata withCounts(SortedMap<String, Long> counted) {
    return new WriteMetadata(started, configuration, inputs, calls, counted);
  }
}
