package io.mathscale.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.testing.WrittenEvents;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.TableCatalog;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
  @TempDir private Path folder;

  @Test
  void tellsHowACommandBeginsAndEnds() {
    EventLog log = log();

    log.during(
        "build",
        () -> assertThat(words()).containsExactly("started build"),
        e -> "BUG",
        Throwable::getMessage);

    assertThat(words()).containsExactly("started build", "done build");
    JsonNode done = lines().get(1);
    assertThat(done.get("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(done.get("seconds").asDouble()).isBetween(0.0, 60.0);
    assertThat(done.has("why")).isFalse();
  }

  @Test
  void tellsWhyACommandEndedEarly() {
    EventLog log = log();

    assertThatThrownBy(
            () ->
                log.during(
                    "generate", () -> fail("no money"), e -> "BUDGET", Throwable::getMessage))
        .hasMessage("no money");

    JsonNode stopped = lines().get(1);
    assertThat(stopped.get("event").asText()).isEqualTo("stopped");
    assertThat(stopped.get("exit").asText()).isEqualTo("BUDGET");
    assertThat(stopped.get("why").asText()).isEqualTo("no money");
  }

  @Test
  void tellsOnceThatACommandEnded() {
    EventLog log = log();

    assertThatThrownBy(
            () ->
                log.during(
                    "generate",
                    () -> {
                      log.stop("TOLD_TO_END", "told to end");
                      fail("Spark has stopped");
                    },
                    e -> "BUG",
                    Throwable::getMessage))
        .hasMessage("Spark has stopped");
    log.stop("TOLD_TO_END", "told to end");

    assertThat(words()).containsExactly("started generate", "stopped generate");
    assertThat(lines().get(1).get("exit").asText()).isEqualTo("TOLD_TO_END");
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }

  @Test
  void leavesNothingOfAnApplicationThatIsRefused() {
    EventLog log = log();

    assertThatThrownBy(
            () -> log.during("generate", EventLogTest::refuse, e -> "USAGE", Throwable::getMessage))
        .isInstanceOf(ConfigException.class);

    assertThat(folder.resolve(EventLog.FOLDER)).doesNotExist();
  }

  private static void refuse() {
    throw new ConfigException("key must be there");
  }

  @Test
  void keepsTheLastThousand() {
    EventLog log = log();
    for (int command = 0; command < 501; command++) {
      log.during("c" + command, () -> {}, e -> "", Throwable::getMessage);
    }

    assertThat(words()).hasSize(1_000).startsWith("started c1").endsWith("done c500");
  }

  @Test
  void endsNothingWhereItCannotBeWritten() {
    ScriptedFileSystem store = ScriptedFileSystem.shared();
    store.readOnly(true);
    try {
      EventLog log =
          EventLog.in(
              TableCatalog.at(new Configuration(), ScriptedFileSystem.uri(folder)),
              SystemTime.INSTANCE);

      log.during("build", () -> store.readOnly(false), e -> "", Throwable::getMessage);

      assertThat(words()).containsExactly("started build", "done build");
    } finally {
      store.reset();
    }
  }

  private EventLog log() {
    return EventLog.in(
        TableCatalog.at(new Configuration(), folder.toString()), SystemTime.INSTANCE);
  }

  private List<String> words() {
    return lines().stream()
        .map(line -> line.get("event").asText() + " " + line.get("command").asText())
        .toList();
  }

  private List<JsonNode> lines() {
    return WrittenEvents.in(folder);
  }
}
