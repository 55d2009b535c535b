package io.mathscale.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.command.ExitCode;
import io.mathscale.core.command.Job;
import io.mathscale.core.command.JobCommandLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is said on standard error, which other threads of the process may write to as well. */
public final class Said {
  private Said() {}

  /** What commands of a job say, which must end as expected. */
  public static String by(Job job, ExitCode expected, String... arguments) {
    return by(JobCommandLine.of(job), expected, arguments);
  }

  /** What commands of a line say, which must end as expected. */
  public static String by(JobCommandLine line, ExitCode expected, String... arguments) {
    ExitCode[] exit = new ExitCode[1];
    String said = during(() -> exit[0] = line.execute(arguments));
    assertThat(exit[0]).as(said).isEqualTo(expected);
    return said;
  }

  /** What some work says. */
  public static String during(Runnable work) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setErr(before);
    }

    return said.toString(StandardCharsets.UTF_8);
  }
}
