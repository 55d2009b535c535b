package io.mathscale.core.calls;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.limits.Budget;
import io.mathscale.core.calls.limits.ExecutorReport;
import io.mathscale.core.calls.limits.Grant;
import io.mathscale.core.calls.limits.RequestEstimate;
import io.mathscale.core.calls.limits.RunLimits;
import io.mathscale.core.calls.limits.SimulatedReports;
import io.mathscale.core.calls.limits.SpendingBound;
import io.mathscale.core.calls.outage.OutageWatch;
import io.mathscale.core.calls.outage.ServiceReport;
import io.mathscale.core.config.CallsConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.model.Charge;
import io.mathscale.core.model.Usage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The driver's side of a run with many executors, which are not there: what they would say comes to
 * the driver's plugin as bytes, when it would come, and is answered one after the other by one
 * thread, as Spark's endpoint of a plugin does it.
 */
public final class DriverSimulation {
  private static final int REPORTS_A_SECOND = 10;
  private static final long NANOS = 1_000_000_000L;
  private static final long WARM_UP_SECONDS = 5;
  private static final RequestEstimate ESTIMATE =
      new RequestEstimate(700, 1_024, new BigDecimal("0.005133"));
  private static final Charge CHARGE =
      Charge.certain(new Usage(712, 0, 498, true), new BigDecimal("0.002775"));
  private static final ServiceReport WELL =
      new ServiceReport(true, false, true, 0, 0, 0, 0, 0, 0, 0, 50, "");

  private final CallsDriver driver = new CallsDriver();
  private final RunLimits limits;
  private final byte[][] leases;
  private final byte[][] reports;
  private final int leasesASecond;

  private DriverSimulation(int executors, int callsASecond, int leasesASecond, CallsConfig config) {
    this.leasesASecond = leasesASecond;
    int each = callsASecond / executors;
    BigDecimal cap = new BigDecimal("1000000000");
    limits =
        new RunLimits(
            "simulation",
            config,
            1,
            100_000_000,
            List.of(new Budget("budget", cap, BigDecimal.ZERO, BigDecimal.ZERO)),
            SpendingBound.NONE,
            new OutageWatch("simulation", config, 1, true, System::nanoTime),
            System::nanoTime);
    CallsDriver.open(
        new OpenRun(
            "run",
            limits,
            new PartitionClaims(),
            new Credentials(List.of(), Map.of(), List.of()),
            lost -> {}));
    leases = new byte[executors][];
    reports = new byte[executors][];
    for (int executor = 0; executor < executors; executor++) {
      List<RequestEstimate> wanted = Collections.nCopies(each / leasesASecond, ESTIMATE);
      ExecutorReport ended =
          SimulatedReports.answered(each / REPORTS_A_SECOND, ESTIMATE, CHARGE, each, WELL);
      String name = Integer.toString(executor);
      leases[executor] =
          JavaSerde.write(new CallsMessage.Lease("run", name, new java.util.ArrayList<>(wanted)));
      reports[executor] = JavaSerde.write(new CallsMessage.Report("run", name, ended));
    }
  }

  /** Arguments: configuration file, executors, calls a second, leases a second of each, seconds. */
  public static void main(String[] args) {
    CallsConfig config = Settings.load(new File(args[0]), List.of()).config().calls();
    new DriverSimulation(
            Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]), config)
        .run(Integer.parseInt(args[4]));
  }

  private void run(int seconds) {
    pass(WARM_UP_SECONDS);
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    long[] latencies = pass(seconds);
    double wall = (System.nanoTime() - begun) / (double) NANOS;
    double used =
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / wall / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    Arrays.sort(latencies);
    System.out.printf(
        Locale.ROOT,
        "%d executors, %d leases and %d reports a second each: %.1f s for %d s of messages, %.2f of"
            + " a core, latency of a lease %.2f ms (median), %.2f ms (99 %%), %d MiB of heap alive,"
            + " %,d calls told%n",
        leases.length,
        leasesASecond,
        REPORTS_A_SECOND,
        wall,
        seconds,
        used,
        latencies[latencies.length / 2] / 1e6,
        latencies[(int) (latencies.length * 0.99)] / 1e6,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        limits.stats().calls().completed());
  }

  /** What comes in so many seconds, in order; the latencies of leases in nanoseconds. */
  private long[] pass(long seconds) {
    int rounds = leasesASecond / REPORTS_A_SECOND;
    int perSecond = leases.length * leasesASecond;
    long[] latencies = new long[(int) (perSecond * seconds)];
    long start = System.nanoTime();
    for (int lease = 0; lease < latencies.length; lease++) {
      int executor = lease % leases.length;
      long due = start + lease * NANOS / perSecond;
      waitUntil(due);
      Grant grant = (Grant) JavaSerde.read((byte[]) driver.receive(leases[executor]));
      latencies[lease] = System.nanoTime() - due;
      if (grant.isStopped()) {
        throw new IllegalStateException("The run must not stop: " + limits.stopped());
      }

      if (lease / leases.length % rounds == 0) {
        driver.receive(reports[executor]);
      }
    }

    return latencies;
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
