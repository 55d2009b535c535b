package io.mathscale.core.calls.store;

import java.io.Serializable;
import java.time.Duration;

/**
 * What keeps a process from making the ends of its calls durable.
 *
 * @param path folder that cannot be written
 * @param cause in the words of the file system
 * @param lines ends of calls that are held in memory
 * @param bytes room that they need
 * @param since how long the oldest of them has been held
 * @param isGivenUp whether that is longer than {@code calls.give-up-after}
 */
public record StoreTrouble(
    String path, String cause, long lines, long bytes, Duration since, boolean isGivenUp)
    implements Serializable {}
