package io.mathscale.core.workspace;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What stands in a workspace and is of no use any more: files of tables that neither a manifest nor
 * a commit names, what writers left that died, and logs of events beyond the latest.
 */
public final class Leftovers {
  /** The latest logs of events, which stay. */
  public static final int KEPT_LOGS = 20;

  private final TableCatalog catalog;
  private final FileSystem fileSystem;
  private final List<Leftover> found = new ArrayList<>();

  private Leftovers(TableCatalog catalog) {
    this.catalog = catalog;
    this.fileSystem = catalog.fileSystem();
  }

  /**
   * A file or folder of no use.
   *
   * @param of what it was part of
   * @param path where it is
   * @param files how many files it is
   * @param bytes room that it takes
   * @param modified when it was last written, in milliseconds since 1970 by the store's clock
   */
  public record Leftover(String of, Path path, long files, long bytes, long modified) {}

  /**
   * Those of a workspace, those of one place together. While commands are at work in it, what they
   * are writing is among them.
   *
   * @param logs folder of the logs of events
   */
  public static List<Leftover> in(TableCatalog catalog, String logs) {
    Leftovers leftovers = new Leftovers(catalog);
    try {
      List<String> tables = catalog.tablesBelow("");
      for (String table : tables) {
        leftovers.addOfTable(table);
      }

      leftovers.addUnfinished("", tables);
      leftovers.addOldExport();
      leftovers.addLogs(logs);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + catalog.root(), e);
    }

    return List.copyOf(leftovers.found);
  }

  private void addOfTable(String table) throws IOException {
    Set<String> kept = new HashSet<>();
    catalog.commits().manifests().stream()
        .filter(manifest -> manifest.table().equals(table))
        .forEach(manifest -> kept.addAll(manifest.files()));
    catalog.manifestInFolder(table).ifPresent(manifest -> kept.addAll(manifest.files()));
    for (FileStatus file : list(catalog.path(table))) {
      String name = file.getPath().getName();
      boolean isData = file.isFile() && !name.startsWith("_") && !name.startsWith(".");
      if ((isData && !kept.contains(name)) || Scratch.beginning(name).isPresent()) {
        add(table, file);
      }
    }
  }

  /** See {@link Scratch#name}: in folders that are no tables. */
  private void addUnfinished(String folder, List<String> tables) throws IOException {
    for (FileStatus file : list(folder.isEmpty() ? catalog.root() : catalog.path(folder))) {
      String name = file.getPath().getName();
      Optional<String> beginning = Scratch.beginning(name);
      String path = folder.isEmpty() ? name : folder + "/" + name;
      if (beginning.isPresent()) {
        add(folder.isEmpty() ? beginning.get() : folder, file);
      } else if (file.isDirectory() && !tables.contains(path)) {
        addUnfinished(path, tables);
      }
    }
  }

  /** See {@link StagedFolder}: its old folder may be the only one. */
  private void addOldExport() throws IOException {
    Path old = catalog.path(StagedFolder.old(StagedFolder.EXPORT));
    if (fileSystem.exists(old) && fileSystem.exists(catalog.path(StagedFolder.EXPORT))) {
      add(StagedFolder.EXPORT, fileSystem.getFileStatus(old));
    }
  }

  private void addLogs(String logs) throws IOException {
    List<FileStatus> latestFirst =
        Arrays.stream(list(catalog.path(logs)))
            .sorted(Comparator.comparing((FileStatus log) -> log.getPath().getName()).reversed())
            .toList();
    for (FileStatus log :
        latestFirst.subList(Math.min(KEPT_LOGS, latestFirst.size()), latestFirst.size())) {
      add(logs, log);
    }
  }

  /** Of a folder that is gone by now nothing. */
  private FileStatus[] list(Path folder) throws IOException {
    try {
      return fileSystem.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  private void add(String of, FileStatus file) throws IOException {
    long files = 0;
    long bytes = 0;
    // Folders of object stores are as old as the moment at which one asks.
    boolean isOldAsItSays = file.isFile() || AtomicFiles.hasFolders(fileSystem);
    long modified = isOldAsItSays ? file.getModificationTime() : 0;
    List<FileStatus> all = file.isFile() ? List.of(file) : filesBelow(file.getPath());
    for (FileStatus each : all) {
      files++;
      bytes += each.getLen();
      modified = Math.max(modified, each.getModificationTime());
    }

    found.add(new Leftover(of, file.getPath(), files, bytes, modified));
  }

  private List<FileStatus> filesBelow(Path folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus file : list(folder)) {
      if (file.isFile()) {
        files.add(file);
      } else {
        files.addAll(filesBelow(file.getPath()));
      }
    }

    return files;
  }
}
