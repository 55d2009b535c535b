package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Exit codes in Sparks that keep them in exceptions of other shapes. */
class ApplicationExitTest {
  /** As Spark 4.1 has it. */
  public static final class WithCause extends Exception {
    private static final long serialVersionUID = 1L;
    private final int number;

    public WithCause(int number, Throwable cause) {
      super(cause);
      this.number = number;
    }
  }

  @Test
  void isKeptInTheSparkThatThisIsBuiltWith() {
    assertThat(ApplicationExit.with(ExitCode.BUDGET).exitCode())
        .isEqualTo(ExitCode.BUDGET.number());
  }

  @Test
  void isKeptWhereTheExceptionTakesACauseToo() {
    WithCause exception = ApplicationExit.with(ExitCode.USAGE, WithCause.class);

    assertThat(exception.number).isEqualTo(ExitCode.USAGE.number());
    assertThat(exception).hasNoCause();
  }

  @Test
  void isNamedWhereTheExceptionTakesNone() {
    assertThatThrownBy(() -> ApplicationExit.with(ExitCode.USAGE, Exception.class))
        .hasMessage("This Spark cannot end an application with an exit code: 2");
  }
}
