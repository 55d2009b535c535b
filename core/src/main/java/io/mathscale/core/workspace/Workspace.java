package io.mathscale.core.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.parquet.ParquetFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The folder where all tables of a run stand, read and written with Spark.
 *
 * <p>A table is a folder of Parquet files and a manifest that lists them. New files go beside the
 * old ones and count only once the new manifest stands, so a table appears whole or not at all, on
 * object stores too; what the manifest does not list is left over from a stage that died and is
 * removed by the next write. Tables that belong together are published by one {@link
 * TableTransaction}. One command writes a table at a time.
 */
public final class Workspace extends TableCatalog {
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

  /** Begins the names of the folders in which the files of a table are written. */
  static final String STAGED = "_staged";

  /**
   * Tasks move their files into the folder that is written one by one, and not all of them at the
   * end of the job: a move less of each, since nobody reads that folder before it is whole.
   *
   * @see <a
   *     href="https://hadoop.apache.org/docs/stable/hadoop-mapreduce-client/hadoop-mapreduce-client-core/mapred-default.xml">Hadoop,
   *     mapreduce.fileoutputcommitter.algorithm.version</a>
   */
  private static final int COMMIT_BY_TASK = 2;

  /** Tables below this folder are read by the stage that writes them, and by no other command. */
  private static final String OWN_TABLES = "calls/";

  private final SparkSession spark;
  private final Clock clock;

  private Workspace(
      SparkSession spark, Path root, FileSystem fileSystem, Clock clock, TableGuard guard) {
    super(root, fileSystem, guard);
    this.spark = spark;
    this.clock = clock;
  }

  /**
   * The workspace in a folder, which is made by the first write if it is not there.
   *
   * @throws ConfigException when it cannot be a folder or be reached
   */
  public static Workspace at(SparkSession spark, String uri) {
    try {
      Path given = new Path(uri);
      FileSystem fileSystem = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path root = fileSystem.makeQualified(given);
      requireFolder(fileSystem, root);
      return new Workspace(spark, root, fileSystem, Clock.systemUTC(), TableGuard.NONE);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "workspace must be a folder that can be written: " + uri + " (" + e.getMessage() + ")",
          e);
    }
  }

  private static void requireFolder(FileSystem fileSystem, Path root) throws IOException {
    for (Path place = root; place != null; place = place.getParent()) {
      try {
        if (!fileSystem.getFileStatus(place).isDirectory()) {
          throw new ParentNotDirectoryException(place + " is a file");
        }

        return;
      } catch (FileNotFoundException e) {
        // What is not there can be made in what is.
      }
    }
  }

  @Override
  public Workspace guardedBy(TableGuard watch) {
    return new Workspace(spark, root(), fileSystem(), clock, watch);
  }

  /**
   * Tells when what is made from now on can no longer be written, since somebody else took the
   * tables: at once where it is so already. Only the one who asked last is told.
   */
  public void whenLost(Runnable action) {
    guard().whenLost(action);
  }

  /**
   * Checks that files can be made here, by making one.
   *
   * @throws ConfigException when they cannot
   */
  public void requireWritable() {
    Path probe = path("_writable");
    try {
      fileSystem().create(probe, true).close();
      fileSystem().delete(probe, false);
    } catch (IOException e) {
      throw new ConfigException(
          "workspace must be a folder that can be written: " + root() + " (" + e.getMessage() + ")",
          e);
    }
  }

  /**
   * Rows of a table: its columns by their names, in the order of the row type; others that the
   * files have are left out.
   *
   * @throws ConfigException when the table is not there, has a schema version that cannot be read,
   *     or lacks a column, naming the command that makes it
   */
  public <T> Dataset<T> read(Table<T> table) {
    Manifest manifest = requireManifest(table);
    beforeRead(manifest);
    return read(table, manifest);
  }

  /** Rows of a table as a manifest describes it, whether it is published or not. */
  <T> Dataset<T> read(Table<T> table, Manifest manifest) {
    List<SchemaUpgrade> upgrades = SchemaVersions.upgrades(table, manifest, path(table.name()));
    if (!upgrades.isEmpty()) {
      Dataset<Row> rows = spark.read().parquet(paths(manifest));
      for (SchemaUpgrade upgrade : upgrades) {
        rows = upgrade.upgraded(rows);
      }

      return rows.as(table.encoder());
    }

    requireColumns(table, manifest);
    return spark
        .read()
        .schema(table.encoder().schema())
        .parquet(paths(manifest))
        .as(table.encoder());
  }

  private void requireColumns(Table<?> table, Manifest manifest) {
    List<String> missing =
        StoredColumns.missing(table.encoder().schema(), files(manifest).schema());
    if (!missing.isEmpty()) {
      throw new ConfigException(
          "table %s must have the columns %s, which its files in %s lack: run %s again"
              .formatted(
                  table.name(), String.join(", ", missing), path(table.name()), table.producer()));
    }
  }

  /**
   * Rows of any table as they stand, or of all tables in a folder such as {@code rejected}.
   *
   * @throws ConfigException when there is none of that name
   */
  public Dataset<Row> read(String name) {
    List<Manifest> manifests = manifests(name);
    manifests.forEach(this::beforeRead);
    return manifests.stream()
        .map(manifest -> spark.read().parquet(paths(manifest)))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  /** All rejected rows, of every command. */
  public Dataset<Rejected> rejected() {
    return tablesBelow(Tables.REJECTED_FOLDER).stream()
        .map(name -> read(Tables.rejectedBy(new Path(name).getName())))
        .reduce(Dataset::union)
        .orElseGet(() -> spark.emptyDataset(Rejected.ENCODER));
  }

  private String[] paths(Manifest manifest) {
    return files(manifest).files().stream().map(Path::toString).toArray(String[]::new);
  }

  /**
   * Begins to write a folder of files for other programs.
   *
   * @param name its name below the workspace
   * @param manifest name of the file in it that stands only where all others do
   */
  public StagedFolder stageFolder(String name, String manifest) {
    return new StagedFolder(this, name, manifest);
  }

  /** Begins to write tables that are to be published together. */
  public TableTransaction begin() {
    return new TableTransaction(this);
  }

  /**
   * Writes a table in place of the one that stands.
   *
   * @return what was written
   */
  public <T> Manifest write(Table<T> table, Dataset<T> rows, WriteMetadata metadata) {
    TableTransaction transaction = begin();
    Manifest manifest = transaction.write(table, rows, metadata);
    transaction.publish();
    return manifest;
  }

  /**
   * Writes the files of a table beside those that stand.
   *
   * @param staged manifests that go over those that stand, where the metadata names inputs
   * @return the manifest, which is not published
   */
  <T> Manifest stage(
      Table<T> table, Dataset<T> rows, WriteMetadata metadata, Map<String, Manifest> staged) {
    carryOut(table.name());
    Path folder = path(table.name());
    try (Scratch scratch = Scratch.in(this, folder, STAGED)) {
      rows.write()
          .option("mapreduce.fileoutputcommitter.algorithm.version", COMMIT_BY_TASK)
          .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", false)
          .option("parquet.block.size", ROW_GROUP_BYTES)
          .parquet(scratch.folder().toString());

      List<String> written = dataFiles(scratch.folder());
      written.forEach(file -> move(scratch.path(file), new Path(folder, file)));
      return manifestOf(table, written, metadata, staged);
    }
  }

  private void move(Path from, Path to) {
    try {
      AtomicFiles.rename(fileSystem(), from, to);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + to, e);
    }
  }

  /**
   * Makes what was written stand, all in one step: the manifest is that step where there is one
   * table and nothing else.
   */
  void publish(Commit commit) {
    Map<String, Set<String>> old = new HashMap<>();
    commit.manifests().forEach(manifest -> old.put(manifest.table(), filesBeside(manifest)));
    guard().beforeWrite();
    if (commit.manifests().size() + commit.files().size() <= 1) {
      carryOut(commit);
    } else {
      Path file = commits().write(commit);
      carryOut(commit);
      commits().remove(file);
    }

    old.forEach(this::removeOld);
  }

  /**
   * The files in the folder of a table that its manifest does not name.
   *
   * @throws IllegalStateException when one that it names is not there
   */
  private Set<String> filesBeside(Manifest manifest) {
    Set<String> files = new HashSet<>(dataFiles(path(manifest.table())));
    for (String file : manifest.files()) {
      if (!files.remove(file)) {
        throw new IllegalStateException(
            "%s must be there to be published: another command has removed it"
                .formatted(new Path(path(manifest.table()), file)));
      }
    }

    return files;
  }

  /** Carries out the commits of a process that died, as far as they are of this table. */
  private void carryOut(String table) {
    for (Path file : commits().files()) {
      Optional<Commit> commit = commits().read(file);
      if (commit.isPresent()
          && commit.get().manifests().stream().anyMatch(each -> each.table().equals(table))) {
        carryOut(commit.get());
        commits().remove(file);
      }
    }
  }

  private void carryOut(Commit commit) {
    commit
        .manifests()
        .forEach(manifest -> writeFile(manifest.table() + "/" + Manifest.FILE, json(manifest)));
    commit.files().forEach(this::writeFile);
  }

  private Manifest manifestOf(
      Table<?> table, List<String> names, WriteMetadata metadata, Map<String, Manifest> staged) {
    Path folder = path(table.name());
    ParquetFiles files =
        new ParquetFiles(
            fileSystem().getConf(), names.stream().map(name -> new Path(folder, name)).toList());
    List<Manifest.Input> inputs =
        metadata.inputs().stream()
            .map(input -> manifest(input, staged))
            .map(
                input -> new Manifest.Input(input.table(), input.rows(), input.ended(), input.id()))
            .toList();
    return new Manifest(
        table.name(),
        table.schemaVersion(),
        files.count(),
        names,
        inputs,
        metadata.configuration(),
        ToolVersion.get(),
        spark.version(),
        metadata.started().toString(),
        clock.instant().toString(),
        metadata.calls(),
        counts(table, files, metadata),
        UUID.randomUUID().toString(),
        table.producer());
  }

  private Manifest manifest(Table<?> input, Map<String, Manifest> staged) {
    Manifest manifest = staged.get(input.name());
    return manifest == null ? requireManifest(input) : manifest;
  }

  /** What the command counted, and of rejected rows how many there are of each reason. */
  private static SortedMap<String, Long> counts(
      Table<?> table, ParquetFiles files, WriteMetadata metadata) {
    SortedMap<String, Long> counts = new TreeMap<>(metadata.counts());
    if (table.encoder() == Rejected.ENCODER) {
      counts.putAll(RejectedCounts.in(files));
    }

    return counts;
  }

  private List<String> dataFiles(Path folder) {
    try {
      return Arrays.stream(fileSystem().listStatus(folder))
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

  /**
   * Removes what stood beside the files of a table before it was published, unless another command
   * may be reading it: what stands there since is that of one who took the table over.
   */
  private void removeOld(String table, Set<String> files) {
    if (table.startsWith(OWN_TABLES) || guard().isAlone()) {
      files.forEach(file -> remove(new Path(path(table), file)));
    }
  }

  private void remove(Path file) {
    try {
      fileSystem().delete(file, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + file, e);
    }
  }

  /** Writes a small text file in place of the one that stands, in one step. */
  public void writeFile(String name, String text) {
    AtomicFiles.write(fileSystem(), path(name), text);
  }

  private static String json(Manifest manifest) {
    try {
      return JSON.writeValueAsString(manifest) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the manifest of " + manifest.table(), e);
    }
  }
}
