package io.mathscale.core.spark;

import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Tells whether it is the SQL that a user wrote that failed, and not the program. */
public final class SqlFault {
  /** How SQLSTATE begins where a value does not suit, such as a text that is no number. */
  private static final String DATA_EXCEPTION = "22";

  private SqlFault() {}

  /** What is wrong with the user's SQL, in one line; empty where something else failed. */
  public static Optional<String> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean isOfValues =
          cause instanceof SparkThrowable fault
              && fault.getSqlState() != null
              && fault.getSqlState().startsWith(DATA_EXCEPTION);
      if (cause instanceof AnalysisException || isOfValues) {
        return Optional.of(firstLine(cause.getMessage()));
      }
    }

    return Optional.empty();
  }

  /** Behind it Spark shows the whole query. */
  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("").replaceFirst(";$", "");
  }
}
