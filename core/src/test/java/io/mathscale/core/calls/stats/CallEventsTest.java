package io.mathscale.core.calls.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.calls.outage.Waiting;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.testing.WrittenEvents;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.TableCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallEventsTest {
  @TempDir private Path folder;

  private Waiting waiting = Waiting.NONE;
  private Optional<String> storeTrouble = Optional.empty();

  @Test
  void tellsOfEachWaitOfACallAndOfItsEndOnce() {
    EventLog log = log();
    CallEvents events = new CallEvents(log, this::stats, () -> storeTrouble, SystemTime.INSTANCE);
    events.look();
    waiting = new Waiting(Duration.ofSeconds(3), "HTTP 503");
    events.look();
    events.look();
    storeTrouble = Optional.of("No space left on device");
    events.look();
    waiting = Waiting.NONE;
    events.look();
    storeTrouble = Optional.empty();

    events.close();
    events.look();

    assertThat(lines())
        .extracting(line -> line.get("event").asText() + " " + line.path("waitsFor").asText())
        .containsExactly(
            "asking ",
            "waiting model service",
            "waiting workspace",
            "resumed model service",
            "resumed workspace",
            "asked ");
    assertThat(lines().get(1).get("why").asText()).isEqualTo("HTTP 503");
    assertThat(lines().get(2).get("why").asText()).isEqualTo("No space left on device");
    JsonNode asked = lines().get(5);
    assertThat(asked.get("stage").asText()).isEqualTo("generate");
    assertThat(asked.get("figures").get("calls").asLong()).isEqualTo(10);
    assertThat(asked.get("figures").get("completed").asLong()).isEqualTo(1);
  }

  private RunStats stats() {
    return new RunStats("generate", 10, CallStats.ofCompleted(false), List.of(), 1, waiting);
  }

  private EventLog log() {
    return EventLog.in(
        TableCatalog.at(new Configuration(), folder.toString()), SystemTime.INSTANCE);
  }

  private List<JsonNode> lines() {
    return WrittenEvents.in(folder);
  }
}
