package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** Without the plugin, limits hold whatever executors come after a stage has begun. */
class ExecutorShareTest {
  @Test
  void isThatOfTheExecutorsThatAreThere() {
    assertThat(ExecutorShare.of(conf(Map.of()), 4, true)).isEqualTo(1.0 / 4);
    assertThat(ExecutorShare.of(conf(Map.of()), 0, true)).isEqualTo(1.0);
  }

  @Test
  void countsExecutorsThatAreStillToRegister() {
    SparkConf conf = conf(Map.of("spark.executor.instances", "8"));

    assertThat(ExecutorShare.of(conf, 1, true)).isEqualTo(1.0 / 8);
  }

  @Test
  void countsAllThatDynamicAllocationMayAdd() {
    SparkConf conf =
        conf(
            Map.of(
                "spark.dynamicAllocation.enabled", "true",
                "spark.dynamicAllocation.maxExecutors", "20"));

    assertThat(ExecutorShare.of(conf, 2, true)).isEqualTo(1.0 / 20);
  }

  @Test
  void wantsAnEndToTheirNumberWhereThereAreLimits() {
    SparkConf conf = conf(Map.of("spark.dynamicAllocation.enabled", "true"));

    assertThatThrownBy(() -> ExecutorShare.of(conf, 2, true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("spark.dynamicAllocation.maxExecutors must say");
    assertThat(ExecutorShare.of(conf, 2, false)).isPositive();
  }

  private static SparkConf conf(Map<String, String> settings) {
    SparkConf conf = new SparkConf(false);
    settings.forEach(conf::set);
    return conf;
  }
}
