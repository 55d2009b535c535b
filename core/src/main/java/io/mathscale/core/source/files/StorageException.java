package io.mathscale.core.source.files;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file system that does not give the bytes of a file. Says nothing about what the file holds: the
 * task is to be tried again and, where that does not help, the run is to end.
 */
public final class StorageException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure of storage.
   *
   * @param path the whole path of the file
   */
  public StorageException(String path, IOException cause) {
    super("Cannot read from storage: " + path + " (" + cause + ")", cause);
  }

  /**
   * Ends what is being done where an exception comes of storage: readers of formats put exceptions
   * within others.
   */
  public static void rethrow(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageException storage) {
        throw storage;
      }
    }
  }
}
