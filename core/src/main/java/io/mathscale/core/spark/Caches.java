package io.mathscale.core.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * What a stage has Spark keep, released on every path: open it with try-with-resources. Other
 * stages may follow in the same application.
 */
public final class Caches implements AutoCloseable {
  private final JavaSparkContext context;
  private final Deque<Runnable> releases = new ArrayDeque<>();

  /** Nothing kept yet, in this session. */
  public Caches(SparkSession spark) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Keeps rows in memory, or on disk where memory is short. */
  public <T> Dataset<T> persist(Dataset<T> rows) {
    releases.push(rows::unpersist);
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Keeps elements in memory, or on disk where memory is short. */
  public <T> JavaRDD<T> persist(JavaRDD<T> elements) {
    releases.push(elements::unpersist);
    return elements.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Sends a value to every executor that asks for it. */
  public <T> Broadcast<T> broadcast(T value) {
    Broadcast<T> sent = context.broadcast(value);
    releases.push(sent::destroy);
    return sent;
  }

  /** Releases everything, the latest first. */
  @Override
  public void close() {
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
