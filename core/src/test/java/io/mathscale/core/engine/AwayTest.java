package io.mathscale.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.data.Answer;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.teacher.Teacher;
import io.mathscale.teacher.TeacherOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The engine while the model service is away for a minute, which passes in some seconds. */
@Tag("slow")
@ExtendWith(SparkExtension.class)
class AwayTest {
  private static final int PROMPTS = 400;

  /** More than are in flight: calls were tried again in vain. */
  private static final int VAIN = 40;

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path workspace;

  @Test
  void goesOnByItselfWhenTheServiceIsBack(SparkSession spark) throws IOException {
    CompletableFuture<List<Answer>> run;
    long before;
    int port;
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults().withLatency("50ms"))) {
      port = URI.create(teacher.baseUrl()).getPort();
      Engine engine = Engine.of(spark, workspace, teacher.baseUrl()).with("calls.max-tries = 2");
      EventLog events = EventLog.in(Workspace.at(spark, workspace.toString()), SystemTime.INSTANCE);
      run = CompletableFuture.supplyAsync(() -> ask(engine, events, spark));
      await().atMost(PATIENCE).until(() -> teacher.stats().completed() > 100);
      before = teacher.stats().completed();
    }

    try (Doorman doorman = new Doorman(port)) {
      await()
          .atMost(PATIENCE)
          .until(() -> doorman.turnedAway() > VAIN && events().contains("waiting"));
    }

    assertThat(run).isNotDone();
    try (Teacher back = Teacher.start(TeacherOptions.defaults().withPort(port))) {
      List<Answer> answers = run.join();

      assertThat(answers).hasSize(PROMPTS);
      assertThat(answers.stream().filter(answer -> !answer.isComplete())).isEmpty();
      assertThat(back.stats().completed()).isBetween(1L, PROMPTS - before + 32);
    }

    assertThat(events()).startsWith("asking", "waiting", "resumed").endsWith("asked");
  }

  private static List<Answer> ask(Engine engine, EventLog events, SparkSession spark) {
    try (CallResults results =
        engine
            .completions(false)
            .telling(events)
            .ask(Engine.batch(Engine.questions(spark, PROMPTS, 3)))) {
      return results.rows().collectAsList();
    }
  }

  private List<String> events() throws IOException {
    try (Stream<Path> runs = Files.list(workspace.resolve(EventLog.FOLDER))) {
      Path file = runs.findFirst().orElseThrow().resolve(EventLog.FILE);
      return Files.readAllLines(file).stream()
          .map(event -> event.replaceAll("^.*\"event\":\"(\\w+)\".*$", "$1"))
          .toList();
    }
  }

  /** Closes every connection to a port at once, and counts them. */
  private static final class Doorman implements AutoCloseable {
    private final ServerSocket door;
    private final AtomicInteger turnedAway = new AtomicInteger();

    Doorman(int port) throws IOException {
      door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      Thread thread = new Thread(this::turnAway, "doorman");
      thread.setDaemon(true);
      thread.start();
    }

    private void turnAway() {
      try {
        while (!door.isClosed()) {
          door.accept().close();
          turnedAway.incrementAndGet();
        }
      } catch (SocketException e) {
        // Closed.
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    int turnedAway() {
      return turnedAway.get();
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
