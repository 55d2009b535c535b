package io.mathscale.core.spark;

import java.util.OptionalInt;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * How many tasks an application runs at the same time. Work that is cut into as many tasks as there
 * are slots at the moment stays on the executors of that moment: no task waits for those that are
 * still to register, and dynamic allocation adds none where no task waits.
 *
 * @param now slots of the executors that are there, at least 1
 * @param most slots of as many executors as there may come to be; {@code now} where dynamic
 *     allocation may add executors without end, or {@code spark.default.parallelism} is set
 * @param inExecutor slots of one executor, at least 1
 * @see <a
 *     href="https://spark.apache.org/docs/4.0.1/job-scheduling.html#dynamic-resource-allocation">Spark,
 *     Dynamic Resource Allocation</a>
 */
public record TaskSlots(int now, int most, int inExecutor) {
  private static final String DYNAMIC = "spark.dynamicAllocation.enabled";
  private static final String INSTANCES = "spark.executor.instances";
  private static final String PARALLELISM = "spark.default.parallelism";

  /** Spark's key for the most executors that dynamic allocation adds. */
  public static final String MOST_EXECUTORS = "spark.dynamicAllocation.maxExecutors";

  /** Those of an application. */
  public static TaskSlots of(SparkSession spark) {
    SparkContext context = spark.sparkContext();
    return of(context.getConf(), executors(context), context.defaultParallelism());
  }

  static TaskSlots of(SparkConf conf, int registered, int now) {
    int cores = conf.getInt("spark.executor.cores", now / Math.max(1, registered));
    int inExecutor = Math.max(1, cores / conf.getInt("spark.task.cpus", 1));
    OptionalInt executors = mostExecutors(conf, registered);
    boolean isOpen = executors.isPresent() && !isLocal(conf) && !conf.contains(PARALLELISM);
    long most = isOpen ? (long) executors.getAsInt() * inExecutor : now;
    return new TaskSlots(now, (int) Math.max(now, Math.min(most, Integer.MAX_VALUE)), inExecutor);
  }

  /** Executors that are there now, 0 where the driver is the only one. */
  public static int executors(SparkContext context) {
    return context.statusTracker().getExecutorInfos().length - 1;
  }

  /**
   * How many executors an application may come to have, at least 1; empty where dynamic allocation
   * may add executors without end.
   *
   * @param registered how many are there
   */
  public static OptionalInt mostExecutors(SparkConf conf, int registered) {
    int told = Math.max(registered, conf.getInt(INSTANCES, 1));
    if (!conf.getBoolean(DYNAMIC, false) || isLocal(conf)) {
      return OptionalInt.of(told);
    }

    int most = conf.getInt(MOST_EXECUTORS, Integer.MAX_VALUE);
    return most == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(Math.max(told, most));
  }

  /** Where there are no executors but the driver, which dynamic allocation leaves as it is. */
  private static boolean isLocal(SparkConf conf) {
    String master = conf.get("spark.master", "");
    return master.equals("local") || master.startsWith("local[");
  }

  /**
   * The tasks for rows that are computed: one for each slot, but none of fewer rows than pay.
   *
   * @param rows how many there are
   * @param fewest how many a task should have
   */
  public int tasksOf(long rows, long fewest) {
    return (int) Math.max(1, Math.min(most, 1 + (rows - 1) / fewest));
  }

  /**
   * The tasks for calls: one for each slot, but no executor is asked for which would not have as
   * many calls as it keeps in flight.
   *
   * @param calls about how many there are
   * @param inFlight how many an executor keeps in flight
   */
  public int tasksFor(long calls, int inFlight) {
    long useful = calls / inFlight * inExecutor;
    return (int) Math.max(now, Math.min(most, useful));
  }
}
