package io.mathscale.core.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Rejected;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The folder where all tables of a run stand.
 *
 * <p>A table is a folder of Parquet files and a manifest that lists them. New files go beside the
 * old ones and count only once the new manifest stands, so a table appears whole or not at all, on
 * object stores too; what the manifest does not list is left over from a stage that died and is
 * removed by the next write. One command writes a table at a time.
 */
public final class Workspace {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A task that writes holds a row group in memory: Parquet's own 128 MiB would be most of what a
   * task has.
   *
   * @see <a href="https://parquet.apache.org/docs/file-format/configurations/">Parquet,
   *     configurations</a>
   */
  private static final long ROW_GROUP_BYTES = 8L << 20;

  private final SparkSession spark;
  private final Path root;
  private final FileSystem fileSystem;
  private final Clock clock;

  private Workspace(SparkSession spark, Path root, FileSystem fileSystem, Clock clock) {
    this.spark = spark;
    this.root = root;
    this.fileSystem = fileSystem;
    this.clock = clock;
  }

  /**
   * The workspace in a folder, which is made if it is not there.
   *
   * @throws ConfigException when the folder cannot be made or reached
   */
  public static Workspace at(SparkSession spark, String uri) {
    try {
      Path given = new Path(uri);
      FileSystem fileSystem = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path root = fileSystem.makeQualified(given);
      fileSystem.mkdirs(root);
      return new Workspace(spark, root, fileSystem, Clock.systemUTC());
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "workspace must be a folder that can be written: " + uri + " (" + e.getMessage() + ")",
          e);
    }
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** A place in the workspace. */
  public Path path(String name) {
    return new Path(root, name);
  }

  /** The file system that the workspace is on. */
  public FileSystem fileSystem() {
    return fileSystem;
  }

  /**
   * Checks that files can be made here, by making one.
   *
   * @throws ConfigException when they cannot
   */
  public void requireWritable() {
    Path probe = path("_writable");
    try {
      fileSystem.create(probe, true).close();
      fileSystem.delete(probe, false);
    } catch (IOException e) {
      throw new ConfigException(
          "workspace must be a folder that can be written: " + root + " (" + e.getMessage() + ")",
          e);
    }
  }

  /** Whether a table stands. */
  public boolean has(Table<?> table) {
    return manifest(table.name()).isPresent();
  }

  /**
   * Rows of a table.
   *
   * @throws ConfigException when the table is not there, naming the command that makes it
   */
  public <T> Dataset<T> read(Table<T> table) {
    return read(requireManifest(table)).as(table.encoder());
  }

  /**
   * Rows of any table, or of all tables in a folder such as {@code rejected}.
   *
   * @throws ConfigException when there is none of that name
   */
  public Dataset<Row> read(String name) {
    Optional<Manifest> manifest = manifest(name);
    if (manifest.isPresent()) {
      return read(manifest.get());
    }

    List<Dataset<Row>> inner = new ArrayList<>();
    for (String table : tablesBelow(name)) {
      inner.add(read(manifest(table).orElseThrow()));
    }

    return inner.stream()
        .reduce(Dataset::unionByName)
        .orElseThrow(
            () ->
                new ConfigException(
                    "table must be one of %s in %s: %s"
                        .formatted(String.join(", ", tablesBelow("")), root, name)));
  }

  /** All rejected rows, of every command. */
  public Dataset<Rejected> rejected() {
    return tablesBelow(Tables.REJECTED_FOLDER).isEmpty()
        ? spark.emptyDataset(Rejected.ENCODER)
        : read(Tables.REJECTED_FOLDER).as(Rejected.ENCODER);
  }

  /** Names of the tables below a folder of the workspace ({@code ""} for all), sorted. */
  public List<String> tablesBelow(String folder) {
    TreeSet<String> names = new TreeSet<>();
    Path start = folder.isEmpty() ? root : path(folder);
    collectTables(start, names);
    return List.copyOf(names);
  }

  private void collectTables(Path folder, Set<String> names) {
    try {
      if (fileSystem.exists(new Path(folder, Manifest.FILE))) {
        names.add(root.toUri().relativize(folder.toUri()).getPath());
        return;
      }

      for (FileStatus child : fileSystem.listStatus(folder)) {
        if (child.isDirectory() && !child.getPath().getName().startsWith("_")) {
          collectTables(child.getPath(), names);
        }
      }
    } catch (FileNotFoundException e) {
      // No folder, no tables.
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  /** The manifest of a table, if the table stands. */
  public Optional<Manifest> manifest(String table) {
    Path file = new Path(path(table), Manifest.FILE);
    try (InputStream stream = fileSystem.open(file)) {
      return Optional.of(JSON.readValue(stream, Manifest.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private Manifest requireManifest(Table<?> table) {
    return manifest(table.name())
        .orElseThrow(
            () ->
                new ConfigException(
                    "table %s must stand in %s: run %s first"
                        .formatted(table.name(), root, table.producer())));
  }

  private Dataset<Row> read(Manifest manifest) {
    Path folder = path(manifest.table());
    String[] files =
        manifest.files().stream()
            .map(file -> new Path(folder, file).toString())
            .toArray(String[]::new);
    return spark.read().parquet(files);
  }

  /**
   * Writes a table in place of the one that stands.
   *
   * @return what was written
   */
  public <T> Manifest write(Table<T> table, Dataset<T> rows, Stamp stamp) {
    Path folder = path(table.name());
    List<String> current = manifest(table.name()).map(Manifest::files).orElse(List.of());
    removeAllBut(current, folder);

    rows.write()
        .mode(SaveMode.Append)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
        .option("parquet.block.size", ROW_GROUP_BYTES)
        .parquet(folder.toString());

    List<String> written = new ArrayList<>(dataFiles(folder));
    written.removeAll(current);
    Manifest manifest = manifestOf(table, folder, written, stamp);
    writeFile(table.name() + "/" + Manifest.FILE, json(manifest));
    removeAllBut(written, folder);
    return manifest;
  }

  private Manifest manifestOf(Table<?> table, Path folder, List<String> files, Stamp stamp) {
    String[] paths =
        files.stream().map(file -> new Path(folder, file).toString()).toArray(String[]::new);
    List<Manifest.Input> inputs =
        stamp.inputs().stream()
            .map(input -> requireManifest(input))
            .map(input -> new Manifest.Input(input.table(), input.rows(), input.ended()))
            .toList();
    return new Manifest(
        table.name(),
        table.schemaVersion(),
        spark.read().parquet(paths).count(),
        files,
        inputs,
        stamp.configuration(),
        ToolVersion.get(),
        spark.version(),
        stamp.started().toString(),
        clock.instant().toString(),
        stamp.calls(),
        stamp.counts());
  }

  private List<String> dataFiles(Path folder) {
    try {
      return Arrays.stream(fileSystem.listStatus(folder))
          .filter(FileStatus::isFile)
          .map(file -> file.getPath().getName())
          .filter(name -> !name.startsWith("_") && !name.startsWith("."))
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private void removeAllBut(List<String> kept, Path folder) {
    for (String file : dataFiles(folder)) {
      if (!kept.contains(file)) {
        remove(new Path(folder, file));
      }
    }
  }

  private void remove(Path file) {
    try {
      fileSystem.delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /** Writes a small text file in place of the one that stands, in one step. */
  public void writeFile(String name, String text) {
    AtomicFiles.write(fileSystem, path(name), text);
  }

  private static String json(Manifest manifest) {
    try {
      return JSON.writeValueAsString(manifest) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the manifest of " + manifest.table(), e);
    }
  }
}
