package io.mathscale.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A file system for workspaces, served by a process of its own on loopback. */
interface Store extends AutoCloseable {
  /**
   * Begins to start one; {@link #awaitStarted} tells when it is there.
   *
   * @param kind {@code s3} or {@code hdfs}
   * @param folder where its files go
   */
  static Store start(String kind, Path folder) throws IOException {
    return switch (kind) {
      case "s3" -> S3Server.start(folder);
      case "hdfs" -> HdfsServer.start(folder);
      default -> throw new IllegalArgumentException("A store must be s3 or hdfs: " + kind);
    };
  }

  /** Returns when it takes requests. */
  void awaitStarted();

  /** The URI of a folder in it. */
  String folder(String name);

  /** How Hadoop reaches it. */
  Map<String, String> settings();

  /** After how many milliseconds an answer is durable in it, unless it is in trouble. */
  long durableMillis();

  /** Its process. */
  ChildProcess process();

  @Override
  default void close() {
    process().close();
  }
}
