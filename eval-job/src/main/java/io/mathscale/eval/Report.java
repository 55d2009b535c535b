package io.mathscale.eval;

import io.mathscale.core.command.CatalogCommand;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.eval.report.ScoreReport;
import io.mathscale.eval.serve.ReportServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells where the page of scores is, or serves it to this machine until it is stopped. */
@Command(name = "report", description = "Tells where the page of scores is, or serves it.")
public final class Report implements CatalogCommand {
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--serve",
      description = {
        "Serves the page on 127.0.0.1 until Ctrl-C, from any file system that a workspace may be",
        "on. Its address is on standard output."
      })
  private boolean isServed;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to serve it on; any that is free without it.")
  private int port;

  @Override
  public void check(MathscaleConfig config) {
    if (port < 0 || port > MAX_PORT) {
      throw new ConfigException("--port must be from 0 to %d: %d".formatted(MAX_PORT, port));
    }

    if (port > 0 && !isServed) {
      throw new ConfigException("--port must stand beside --serve");
    }
  }

  @Override
  public void run(TableCatalog catalog) {
    Path page = catalog.path(ScoreReport.FILE);
    try {
      if (!catalog.fileSystem().exists(page)) {
        throw new ConfigException(
            "workspace must hold %s: run score first; there is none in %s"
                .formatted(ScoreReport.FILE, catalog.root()));
      }

      if (isServed) {
        serve(catalog);
      } else {
        print(page.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + page, e);
    }
  }

  private void serve(TableCatalog catalog) throws IOException {
    try (ReportServer server =
        ReportServer.start(catalog.fileSystem(), catalog.root(), ScoreReport.FILE, port)) {
      print(server.url());
      new CountDownLatch(1).await();
    } catch (BindException e) {
      throw new ConfigException("--port must be free: " + port, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
