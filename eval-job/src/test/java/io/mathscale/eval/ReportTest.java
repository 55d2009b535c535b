package io.mathscale.eval;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.workspace.TableCatalog;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportTest {
  @TempDir private Path folder;

  @Test
  void needsAPageThatIsThere() {
    TableCatalog catalog = TableCatalog.at(new Configuration(), folder.toUri().toString());

    assertThatThrownBy(() -> report().run(catalog))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("workspace must hold report.html: run score first; there is none");
  }

  @Test
  void refusesPortsThatAreNone() {
    assertThatThrownBy(() -> check(report("--serve", "--port", "65536")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--port must be from 0 to 65535: 65536");
    assertThatThrownBy(() -> check(report("--port", "8000")))
        .isInstanceOf(ConfigException.class)
        .hasMessage("--port must stand beside --serve");
  }

  private static Report report(String... arguments) {
    Report report = new Report();
    new CommandLine(report).parseArgs(arguments);
    return report;
  }

  private static void check(Report report) {
    report.check(Settings.parse("", "test", List.of("workspace=w")).config());
  }
}
