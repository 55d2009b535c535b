package io.mathscale.core.workspace;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells from what went wrong that a store cannot be written: it is full, away, or does not let us.
 * File systems have no types for this that they share; their words are known.
 */
public final class StoreFaults {
  /** Linux (ENOSPC, EDQUOT), Windows, HDFS (quotas, full nodes), MinIO: as in their messages. */
  private static final List<String> FULL =
      List.of(
          "no space left on device",
          "disk quota exceeded",
          "not enough space on the disk",
          "quota of",
          "minreplication nodes",
          "storagefull");

  /** Linux (EROFS, EACCES), HDFS, S3. */
  private static final List<String> REFUSED =
      List.of(
          "read-only file system",
          "permission denied",
          "name node is in safe mode",
          "accessdenied",
          "access denied");

  private static final List<Class<? extends IOException>> AWAY =
      List.of(
          ConnectException.class,
          NoRouteToHostException.class,
          SocketTimeoutException.class,
          UnknownHostException.class);

  /** Whose calls go to a store. */
  private static final String STORE_PACKAGE = "org.apache.hadoop.";

  /** What writes to the folders of {@code spark.local.dir}. */
  private static final List<String> SCRATCH =
      List.of(
          "org.apache.spark.storage.",
          "org.apache.spark.shuffle.",
          "org.apache.spark.util.collection.");

  /** A table's own folder says more than the one in which it was being written. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:Cannot (?:write|remove)|while writing rows to) (\\S+?)(?:/%s-\\S*?)?[.,:]?(?:\\s|$)"
              .formatted(Workspace.STAGED));

  private static final int MOST_WORDS = 200;

  private StoreFaults() {}

  /**
   * What the user should know where a store cannot be written: which place, and why.
   *
   * @param failure what went wrong
   * @param workspace named where nothing more exact is known
   * @return empty if something else went wrong
   */
  public static Optional<String> told(Throwable failure, String workspace) {
    return chain(failure)
        .filter(StoreFaults::isStoreFault)
        .findFirst()
        .map(
            fault ->
                isInScratch(failure)
                    ? "Spark's scratch folders (spark.local.dir) must have room: " + words(fault)
                    : "the workspace must be writable: cannot write %s: %s"
                        .formatted(place(failure).orElse(workspace), words(fault)));
  }

  /** The words of the innermost cause that has any, on one line. */
  public static String words(Throwable failure) {
    String words =
        chain(failure)
            .filter(cause -> cause.getMessage() != null && !cause.getMessage().isBlank())
            .reduce((outer, inner) -> inner)
            .map(StoreFaults::firstLine)
            .orElse(failure.getClass().getSimpleName());
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "…";
  }

  private static String firstLine(Throwable cause) {
    return cause.getMessage().strip().lines().findFirst().orElseThrow();
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static boolean isStoreFault(Throwable cause) {
    if (AWAY.stream().anyMatch(type -> type.isInstance(cause))) {
      return isFrom(cause, List.of(STORE_PACKAGE));
    }

    return cause instanceof IOException && (says(cause, FULL) || says(cause, REFUSED));
  }

  /** Whether a store is full. */
  public static boolean isFull(Throwable failure) {
    return chain(failure).anyMatch(cause -> says(cause, FULL));
  }

  private static boolean says(Throwable cause, List<String> words) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(message::contains);
  }

  private static boolean isInScratch(Throwable failure) {
    return chain(failure).anyMatch(cause -> cause instanceof IOException && isFrom(cause, SCRATCH));
  }

  private static boolean isFrom(Throwable cause, List<String> packages) {
    return Arrays.stream(cause.getStackTrace())
        .anyMatch(frame -> packages.stream().anyMatch(frame.getClassName()::startsWith));
  }

  private static Optional<String> place(Throwable failure) {
    return chain(failure)
        .map(cause -> PLACE.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
