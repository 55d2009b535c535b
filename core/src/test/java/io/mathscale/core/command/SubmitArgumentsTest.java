package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubmitArgumentsTest {
  @Test
  void readsTheArgumentsOfSparkSubmit() throws ReflectiveOperationException {
    String[] args = {
      "submit",
      "--conf",
      "spark.a=b=c",
      "--conf",
      "spark.d",
      "--class",
      TablesJob.class.getName(),
      "x.jar",
      "cat",
      "--conf",
      "e"
    };

    SubmitArguments submit = SubmitArguments.of(args, 1);

    assertThat(submit.all()).hasSize(10).startsWith("--conf").endsWith("e");
    assertThat(submit.properties()).hasToString("{spark.a=b=c, spark.d=}");
    assertThat(submit.job()).isInstanceOf(TablesJob.class);
    assertThat(submit.arguments()).containsExactly("cat", "--conf", "e");
  }

  @Test
  void needsAMainClass() {
    assertThatThrownBy(() -> SubmitArguments.of(new String[] {"x.jar", "cat"}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--class must stand before x.jar");
  }
}
