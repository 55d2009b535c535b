package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.events.EventLog;
import io.mathscale.core.testing.WrittenEvents;
import io.mathscale.core.time.SystemTime;
import io.mathscale.core.workspace.TableCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldToEndTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void speaksForACommandThatDoesNotNotice() {
    EventLog events = log();
    try (ToldToEnd end = ToldToEnd.awaiting(events)) {
      events.during("compose", () -> end.await(Duration.ZERO), e -> "", e -> "");
    }

    List<JsonNode> lines = WrittenEvents.in(folder);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).get("event").asText()).isEqualTo("stopped");
    assertThat(lines.get(1).get("exit").asText()).isEqualTo("TOLD_TO_END");
    assertThat(lines.get(1).get("why").asText())
        .isEqualTo("told to end; what was answered is kept, run again to go on");
  }

  @Test
  void waitsForACommandThatEndsByItself() {
    EventLog events = log();
    CompletableFuture<Void> processEnds;
    try (ToldToEnd end = ToldToEnd.awaiting(events)) {
      processEnds = CompletableFuture.runAsync(() -> end.await(LONG));
      events.during("compose", () -> assertThat(processEnds).isNotDone(), e -> "", e -> "");
    }

    processEnds.join();
    assertThat(WrittenEvents.in(folder))
        .extracting(event -> event.get("event").asText())
        .containsExactly("started", "done");
  }

  private EventLog log() {
    return EventLog.in(
        TableCatalog.at(new Configuration(), folder.toString()), SystemTime.INSTANCE);
  }
}
