package io.mathscale.core.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** Work is cut for the executors that come later, too. */
class TaskSlotsTest {
  private static final String DYNAMIC = "spark.dynamicAllocation.enabled";
  private static final String MOST = "spark.dynamicAllocation.maxExecutors";
  private static final String CORES = "spark.executor.cores";
  private static final String INSTANCES = "spark.executor.instances";

  @Test
  void areThoseOfTheExecutorsThatAreThere() {
    assertThat(TaskSlots.of(conf(Map.of()), 4, 8)).isEqualTo(new TaskSlots(8, 8, 2));
  }

  @Test
  void countExecutorsThatAreStillToRegister() {
    SparkConf conf = conf(Map.of(INSTANCES, "8", CORES, "4"));

    assertThat(TaskSlots.of(conf, 1, 4)).isEqualTo(new TaskSlots(4, 32, 4));
    assertThat(TaskSlots.of(conf, 0, 2)).isEqualTo(new TaskSlots(2, 32, 4));
  }

  @Test
  void countThoseThatDynamicAllocationMayAdd() {
    SparkConf conf = conf(Map.of(DYNAMIC, "true", MOST, "16", CORES, "4", "spark.task.cpus", "2"));

    assertThat(TaskSlots.of(conf, 1, 2)).isEqualTo(new TaskSlots(2, 32, 2));
    assertThat(TaskSlots.of(conf(Map.of(DYNAMIC, "true", MOST, "16")), 2, 8).most()).isEqualTo(64);
  }

  @Test
  void areThoseOfNowWhereNothingTellsOfMore() {
    Map<String, String> endless = Map.of(DYNAMIC, "true", CORES, "4");
    Map<String, String> told =
        Map.of(DYNAMIC, "true", MOST, "16", "spark.default.parallelism", "12");
    Map<String, String> local =
        Map.of(DYNAMIC, "true", MOST, "16", CORES, "4", "spark.master", "local[2]");

    assertThat(TaskSlots.of(conf(endless), 3, 12).most()).isEqualTo(12);
    assertThat(TaskSlots.of(conf(told), 3, 12).most()).isEqualTo(12);
    assertThat(TaskSlots.of(conf(local), 0, 2).most()).isEqualTo(2);
  }

  @Test
  void callsAreCutForAsManyExecutorsAsHaveEnoughToAsk() {
    TaskSlots slots = new TaskSlots(4, 64, 4);

    assertThat(slots.tasksFor(1_000_000, 64)).isEqualTo(64);
    assertThat(slots.tasksFor(200, 64)).isEqualTo(12);
    assertThat(slots.tasksFor(1, 64)).isEqualTo(4);
  }

  @Test
  void rowsAreCutIntoNoMoreTasksThanPay() {
    TaskSlots slots = new TaskSlots(4, 64, 4);

    assertThat(slots.tasksOf(1_000_000, 16)).isEqualTo(64);
    assertThat(slots.tasksOf(33, 16)).isEqualTo(3);
    assertThat(slots.tasksOf(0, 16)).isEqualTo(1);
  }

  @Test
  void areCountableHoweverManyExecutorsAreAllowed() {
    SparkConf conf = conf(Map.of(DYNAMIC, "true", MOST, "2000000000", CORES, "4"));

    assertThat(TaskSlots.of(conf, 1, 4).most()).isEqualTo(Integer.MAX_VALUE);
  }

  private static SparkConf conf(Map<String, String> settings) {
    SparkConf conf = new SparkConf(false);
    settings.forEach(conf::set);
    return conf;
  }
}
