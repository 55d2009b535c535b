package io.mathscale.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.calls.access.Credentials;
import io.mathscale.core.calls.access.CredentialsReader;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.FailureCause;
import io.mathscale.core.data.Message;
import io.mathscale.core.model.ChatModel;
import io.mathscale.core.model.ChatReply;
import io.mathscale.core.model.ChatRequest;
import io.mathscale.core.model.ModelException;
import io.mathscale.core.model.Permit;
import io.mathscale.core.model.Permits;
import io.mathscale.core.model.Sampling;
import io.mathscale.core.model.TokenCounter;
import io.mathscale.core.model.retry.FailureJudge;
import io.mathscale.core.time.ManualTime;
import io.mathscale.teacher.Fault;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole model client, without Spark, against a server that makes faults: whatever goes wrong,
 * every request ends once, as an answer or as a failure with its cause. Pauses take no time.
 */
class FaultMatrixTest {
  private static final int PROMPTS = 200;
  private static final int THREADS = 32;

  /** Longest answer of the teacher, and more. */
  private static final Sampling SAMPLING = Sampling.of(0, 512);

  @TempDir private Path folder;

  private final ManualTime time = new ManualTime();
  private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
  private final CountingPermits permits = new CountingPermits();

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void endsEveryPromptOnce(Fault fault) throws Exception {
    TeacherOptions options = TeacherOptions.defaults().withSeed(7).withFault(fault, 0.1);
    try (Teacher teacher = Teacher.start(options);
        ChatModel model = model(timeoutFor(fault), List.of(teacher))) {
      List<End> ends = askAll(model);

      assertEachOnce(ends);
      assertThat(causesOf(ends)).isSubsetOf(causesFor(fault));
      boolean failsAtOnce =
          switch (fault) {
            case LENGTH, CONTENT_FILTER, HUGE -> true;
            default -> false;
          };
      assertThat(ends.stream().filter(end -> !end.isAnswer()).count())
          .isBetween(failsAtOnce ? 8L : 0L, failsAtOnce ? 40L : 8L);
      if (failsAtOnce || fault == Fault.CONTENT_TYPE || fault == Fault.REFUSAL) {
        assertThat(permits.acquired()).isEqualTo(PROMPTS);
      } else {
        assertThat(ends.stream().filter(end -> end.tries() > 1).count()).isBetween(8L, 60L);
      }

      assertThat(pauses)
          .allSatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(shortestPause(fault)));
    }
  }

  /** The causes by which calls may fail for a fault; one that passes leaves none. */
  private static Set<FailureCause> causesFor(Fault fault) {
    return switch (fault) {
      case TOO_MANY_REQUESTS,
          RETRY_AFTER,
          RETRY_AFTER_MS,
          RETRY_AFTER_DATE,
          SERVER_ERROR,
          UNAVAILABLE,
          RESET,
          CONTENT_TYPE,
          REFUSAL,
          PAID_RESET,
          PAID_LENGTH,
          PAID_GZIP,
          PAID_SERVER_ERROR ->
          Set.of();
      case SLOW, STALL, PAID_STALL -> Set.of(FailureCause.TIMEOUT);
      case TRUNCATED -> Set.of(FailureCause.NOT_JSON);
      case HTML -> Set.of(FailureCause.NOT_JSON, FailureCause.SERVER_ERROR);
      case EMPTY -> Set.of(FailureCause.EMPTY);
      case LENGTH -> Set.of(FailureCause.TRUNCATED);
      case CONTENT_FILTER -> Set.of(FailureCause.FILTERED);
      case HUGE -> Set.of(FailureCause.BODY_TOO_LARGE);
    };
  }

  /** What the server asks for, or the pause before an unusable answer is asked for again. */
  private static Duration shortestPause(Fault fault) {
    return switch (fault) {
      case RETRY_AFTER, TRUNCATED, EMPTY -> Duration.ofSeconds(1);
      case RETRY_AFTER_MS -> Duration.ofMillis(250);
      default -> Duration.ZERO;
    };
  }

  /** Timeouts alone are real time: short where one is meant to be reached, else out of reach. */
  private static Duration timeoutFor(Fault fault) {
    return switch (fault) {
      case SLOW, STALL, PAID_STALL -> Duration.ofMillis(400);
      default -> Duration.ofMinutes(2);
    };
  }

  @Test
  void answersEveryPromptWhereOneOfTwoEndpointsAlwaysFails() throws Exception {
    TeacherOptions good = TeacherOptions.defaults();
    TeacherOptions broken = good.withFault(Fault.SERVER_ERROR, 1);
    try (Teacher first = Teacher.start(broken);
        Teacher second = Teacher.start(good);
        ChatModel model = model(Duration.ofMinutes(2), List.of(first, second))) {
      List<End> ends = askAll(model);

      assertEachOnce(ends);
      assertThat(ends).allMatch(End::isAnswer);
      assertThat(second.stats().completed()).isEqualTo(PROMPTS);
      assertThat(first.stats().requests()).isBetween(1L, (long) PROMPTS);
    }
  }

  private void assertEachOnce(List<End> ends) {
    assertThat(ends)
        .hasSize(PROMPTS)
        .allMatch(end -> !end.isAnswer() || !end.reply().content().isBlank());
    assertThat(ends.stream().mapToInt(End::tries).sum()).isEqualTo(permits.acquired());
    assertThat(permits.released()).isEqualTo(permits.acquired());
    assertThat(pauses)
        .as("each try but the first comes after a pause")
        .hasSize(permits.acquired() - PROMPTS);
  }

  private static Set<FailureCause> causesOf(List<End> ends) {
    Set<FailureCause> causes = EnumSet.noneOf(FailureCause.class);
    ends.stream()
        .filter(end -> !end.isAnswer())
        .forEach(end -> causes.add(end.failure().failureCause()));
    return causes;
  }

  /** The client of an executor, with pauses that take no time. */
  private ChatModel model(Duration timeout, List<Teacher> teachers) throws IOException {
    String endpoints =
        teachers.stream()
            .skip(1)
            .map(teacher -> "{ base-url = \"%s\" }".formatted(teacher.baseUrl()))
            .collect(Collectors.joining(", ", "[", "]"));
    Path file =
        Files.writeString(
            folder.resolve("model.conf"),
            """
            workspace = none
            model.base-url = "%s"
            model.name = teacher
            model.endpoints = %s
            model.max-body = 1MiB
            model.timeout = %dms
            calls.in-flight-per-executor = %d
            """
                .formatted(teachers.get(0).baseUrl(), endpoints, timeout.toMillis(), THREADS));
    MathscaleConfig config = Settings.load(file.toFile(), List.of()).config();
    RunSettings run = CallsFixture.settings(config, SAMPLING, time);
    Credentials noKeys =
        new CredentialsReader(name -> null, Configuration::new).read(config.model(), Map.of());
    return ModelStack.of(
        run, noKeys, permits, FailureJudge.STRICT, this::pause, new TokenCounter());
  }

  private void pause(Duration duration) {
    pauses.add(duration);
    time.pass(duration);
  }

  private static List<End> askAll(ChatModel model) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<End>> calls =
          IntStream.range(0, PROMPTS)
              .mapToObj(FaultMatrixTest::request)
              .map(request -> (Callable<End>) () -> End.of(model, request))
              .toList();
      List<End> ends = new ArrayList<>();
      for (Future<End> end : threads.invokeAll(calls)) {
        ends.add(end.get());
      }

      return ends;
    } finally {
      threads.shutdownNow();
    }
  }

  private static ChatRequest request(int number) {
    String text = "What is " + number + " + 25? State your final answer.";
    return new ChatRequest(List.of(Message.user(text)), SAMPLING, null);
  }

  /**
   * How a request ended.
   *
   * @param reply the answer, or null
   * @param failure the failure, or null
   */
  private record End(ChatReply reply, ModelException failure) {
    static End of(ChatModel model, ChatRequest request) {
      try {
        return new End(model.ask(request), null);
      } catch (ModelException failure) {
        return new End(null, failure);
      }
    }

    boolean isAnswer() {
      return reply != null;
    }

    int tries() {
      return reply == null ? failure.tries() : reply.tries();
    }
  }

  /** Gives every permit that is asked for, and counts them. */
  private static final class CountingPermits implements Permits {
    private final AtomicInteger acquired = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();

    @Override
    public Permit acquire(ChatRequest request) {
      acquired.incrementAndGet();
      return new Permit() {
        @Override
        public void answered(ChatReply reply) {
          released.incrementAndGet();
        }

        @Override
        public void failed(ModelException failure) {
          released.incrementAndGet();
        }
      };
    }

    int acquired() {
      return acquired.get();
    }

    int released() {
      return released.get();
    }
  }
}
