package io.mathscale.core.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.parquet.ParquetFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The tables of a folder, as their manifests describe them; knows nothing of Spark, so that a look
 * at a table does not wait for a session.
 */
public sealed class TableCatalog permits Workspace {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path root;
  private final FileSystem fileSystem;
  private final TableGuard guard;
  private final CommitFiles commits;

  /** The catalog of a folder on a file system, watched over. */
  TableCatalog(Path root, FileSystem fileSystem, TableGuard guard) {
    this.root = root;
    this.fileSystem = fileSystem;
    this.guard = guard;
    this.commits = new CommitFiles(fileSystem, root);
  }

  /**
   * The catalog of a folder, which need not be there.
   *
   * @param configuration how its file system is reached
   * @param uri the folder, any Hadoop URI
   * @throws ConfigException when its file system cannot be reached
   */
  public static TableCatalog at(Configuration configuration, String uri) {
    try {
      Path given = new Path(uri);
      FileSystem fileSystem = given.getFileSystem(configuration);
      return new TableCatalog(fileSystem.makeQualified(given), fileSystem, TableGuard.NONE);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(
          "workspace must be a folder that can be read: " + uri + " (" + e.getMessage() + ")", e);
    }
  }

  /** The same, watched over. */
  public TableCatalog guardedBy(TableGuard watch) {
    return new TableCatalog(root, fileSystem, watch);
  }

  /** What watches over it. */
  final TableGuard guard() {
    return guard;
  }

  /**
   * To be told before the rows of a table are read.
   *
   * @throws ConfigException when they are not to be read
   */
  public final void beforeRead(Manifest table) {
    guard.beforeRead(table);
  }

  /** The folder. */
  public final Path root() {
    return root;
  }

  /** A place in the folder. */
  public final Path path(String name) {
    return new Path(root, name);
  }

  /** The file system that the folder is on. */
  public final FileSystem fileSystem() {
    return fileSystem;
  }

  /** Whether a table stands. */
  public final boolean has(Table<?> table) {
    return manifest(table.name()).isPresent();
  }

  /** The commits that are not carried out yet. */
  final CommitFiles commits() {
    return commits;
  }

  /** The manifest of a table, if the table stands. */
  public final Optional<Manifest> manifest(String table) {
    Optional<Manifest> published =
        commits.manifests().stream().filter(manifest -> manifest.table().equals(table)).findFirst();
    return published.isPresent() ? published : manifestInFolder(table);
  }

  /** The manifest in the folder of a table, whatever commits say. */
  final Optional<Manifest> manifestInFolder(String table) {
    Path file = new Path(path(table), Manifest.FILE);
    try (InputStream stream = fileSystem.open(file)) {
      return Optional.of(JSON.readValue(stream, Manifest.class));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * The number of rows of a table, as its manifest tells it.
   *
   * @throws ConfigException when the table is not there, naming the command that makes it
   */
  public final long rows(Table<?> table) {
    return requireManifest(table).rows();
  }

  /**
   * The manifest of a table that must stand.
   *
   * @throws ConfigException when the table is not there, naming the command that makes it
   */
  public final Manifest requireManifest(Table<?> table) {
    return manifest(table.name())
        .orElseThrow(
            () ->
                new ConfigException(
                    "table %s must stand in %s: run %s first"
                        .formatted(table.name(), root, table.producer())));
  }

  /** The Parquet files of a table, in the order of its manifest. */
  public final ParquetFiles files(Manifest manifest) {
    Path folder = path(manifest.table());
    return new ParquetFiles(
        fileSystem.getConf(),
        manifest.files().stream().map(file -> new Path(folder, file)).toList());
  }

  /**
   * The manifest of a table, or those of all tables in a folder such as {@code rejected}.
   *
   * @throws ConfigException when there is none of that name
   */
  public final List<Manifest> manifests(String name) {
    Optional<Manifest> manifest = manifest(name);
    if (manifest.isPresent()) {
      return List.of(manifest.get());
    }

    List<Manifest> inner =
        tablesBelow(name).stream().map(table -> manifest(table).orElseThrow()).toList();
    if (inner.isEmpty()) {
      List<String> all = tablesBelow("");
      throw new ConfigException(
          all.isEmpty()
              ? "workspace must be a folder in which tables stand: there are none in " + root
              : "table must be one of %s in %s: %s".formatted(String.join(", ", all), root, name));
    }

    return inner;
  }

  /** Names of the tables below a folder of this one ({@code ""} for all), sorted. */
  public final List<String> tablesBelow(String folder) {
    TreeSet<String> names = new TreeSet<>();
    Path start = folder.isEmpty() ? root : path(folder);
    collectTables(start, names);
    commits.manifests().stream()
        .map(Manifest::table)
        .filter(table -> folder.isEmpty() || table.startsWith(folder + "/"))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /** Names of the stages that have asked a model here, sorted. */
  public final List<String> stagesThatAsked() {
    try {
      return Arrays.stream(fileSystem.listStatus(path("calls")))
          .filter(FileStatus::isDirectory)
          .map(stage -> stage.getPath().getName())
          .filter(name -> !name.startsWith("_"))
          .sorted()
          .toList();
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + path("calls"), e);
    }
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
}
