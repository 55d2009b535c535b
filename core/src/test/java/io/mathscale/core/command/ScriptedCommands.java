package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.AskedModels;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.prompts.PromptTemplate;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.core.testing.ScriptedFileSystem;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.Table;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.WriteMetadata;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commands that do little but tell that they were called. */
final class ScriptedCommands {
  private ScriptedCommands() {}

  /** Done at once. */
  @Command(name = "first")
  record First(List<String> done) implements Stage {
    @Override
    public void run(StageContext context) {
      done.add("first");
    }
  }

  /** Done at once, too. */
  @Command(name = "second")
  record Second(List<String> done) implements Stage {
    @Override
    public void run(StageContext context) {
      done.add("second");
    }
  }

  /** Refuses every configuration. */
  @Command(name = "picky")
  record Picky(List<String> done) implements Stage {
    @Override
    public void check(MathscaleConfig config) {
      throw new ConfigException("seed must be odd: " + config.seed());
    }

    @Override
    public void run(StageContext context) {
      done.add("picky");
    }
  }

  /** Reads a table that is not there. */
  @Command(name = "missing")
  record Missing() implements Stage {
    @Override
    public void run(StageContext context) {
      context.workspace().requireWritable();
      context.workspace().read(Tables.SEEDS);
    }
  }

  /** Finds its store full. */
  @Command(name = "writer")
  record Writer(ScriptedFileSystem store) implements Stage {
    @Override
    public void run(StageContext context) {
      store.full(true);
      context
          .workspace()
          .write(
              new Table<>("seeds", Encoders.STRING(), 1, "writer"),
              context.spark().createDataset(List.of("x"), Encoders.STRING()),
              new WriteMetadata(Instant.EPOCH, new TreeMap<>(), List.of(), Manifest.Calls.NONE));
    }
  }

  /** Finds that another has taken its tables and removed its files. */
  @Command(name = "robbed")
  record Robbed() implements Stage {
    @Override
    public void run(StageContext context) {
      context.workspace().writeFile("_locks/robbed", "elsewhere 1 another 1");
      throw new UncheckedIOException(new FileNotFoundException("No such file: part-00000"));
    }
  }

  /** Reads a table twice, as all of its kind and by itself. */
  @Command(name = "reader")
  record Reader() implements Stage {
    @Override
    public void run(StageContext context) {
      assertThat(context.workspace().read("rejected/extract").count()).isEqualTo(1);
      assertThat(context.workspace().read("rejected").count()).isEqualTo(1);
    }
  }

  /** Runs until it is told to end. */
  @Command(name = "slow")
  record Slow(CountDownLatch begun, CountDownLatch end, AtomicInteger runs) implements Stage {
    Slow(CountDownLatch begun, CountDownLatch end) {
      this(begun, end, new AtomicInteger());
    }

    @Override
    public void run(StageContext context) {
      runs.incrementAndGet();
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Wants two rows in a file of the user. */
  @Command(name = "files")
  record Reads(List<String> done, Path file) implements Stage {
    @Override
    public List<UserFiles> files(MathscaleConfig settings) {
      return List.of(new UserFiles("rows.path", file.toString()));
    }

    @Override
    public void check(SparkSession session, MathscaleConfig settings) {
      if (session.read().text(file.toString()).count() < 2) {
        throw new ConfigException("rows.path must hold two rows");
      }
    }

    @Override
    public void run(StageContext context) {
      done.add("files");
    }
  }

  /** Asks models, with a prompt. */
  @Command(name = "asks")
  record Asks(List<String> done) implements Stage {
    @Override
    public void checkPrompts(MathscaleConfig config) {
      PromptTemplate.load("validate.prompt", config.validate().prompt());
    }

    @Override
    public List<AskedModels> asks(MathscaleConfig config) {
      return List.of(AskedModels.of("validate.models", config.validate().models(), config.model()));
    }

    @Override
    public void run(StageContext context) {
      done.add("asks");
    }
  }

  /** Looks at what stands, without a session. */
  @Command(name = "look")
  record Look(List<String> done) implements CatalogCommand {
    @Override
    public void run(TableCatalog catalog) {
      done.add("look " + catalog.root().getName());
    }
  }

  /** Needs no configuration. */
  @Command(name = "plain")
  static final class Plain implements StandaloneCommand {
    private final Consumer<String> said;

    @Option(names = "--word")
    private String word = "";

    Plain(Consumer<String> said) {
      this.said = said;
    }

    @Override
    public void run() {
      said.accept(word);
    }
  }
}
