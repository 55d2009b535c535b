package io.mathscale.core.workspace;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What a command knows of the tables it is about to write.
 *
 * @param started when it began
 * @param configuration every setting, secrets masked
 * @param inputs the tables it read
 * @param calls the model calls it took
 */
public record Stamp(
    Instant started,
    SortedMap<String, Object> configuration,
    List<Table<?>> inputs,
    Manifest.Calls calls) {
  public Stamp {
    inputs = List.copyOf(inputs);
  }
}
