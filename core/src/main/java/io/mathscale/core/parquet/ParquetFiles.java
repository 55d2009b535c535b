package io.mathscale.core.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Parquet files of one schema, read one after the other.
 *
 * @param configuration how their file system is reached
 * @param files the files, in the order in which their rows are read
 */
public record ParquetFiles(Configuration configuration, List<Path> files) {
  public ParquetFiles {
    files = List.copyOf(files);
  }

  /** The columns: those of the first file. */
  public MessageType schema() {
    if (files.isEmpty()) {
      throw new IllegalStateException("A schema must stand in a file: there are no files");
    }

    Path file = files.get(0);
    try (ParquetFileReader reader = open(file)) {
      return reader.getFileMetaData().getSchema();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /** The number of rows, as the files' footers tell it. */
  public long count() {
    return files.parallelStream().mapToLong(this::count).sum();
  }

  private long count(Path file) {
    try (ParquetFileReader reader = open(file)) {
      return reader.getRecordCount();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /**
   * Hands over the rows, with the named columns alone, for as long as they are accepted.
   *
   * @param columns names of columns that the files have
   * @param visitor takes a row and tells whether it wants another
   */
  public void read(List<String> columns, Predicate<Group> visitor) {
    Configuration projected = new Configuration(configuration);
    projected.set(ReadSupport.PARQUET_READ_SCHEMA, only(columns, schema()).toString());
    for (Path file : files) {
      if (!read(file, projected, visitor)) {
        return;
      }
    }
  }

  private static boolean read(Path file, Configuration projected, Predicate<Group> visitor) {
    try (ParquetReader<Group> reader =
        new GroupReader(HadoopInputFile.fromPath(file, projected)).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        if (!visitor.test(row)) {
          return false;
        }
      }

      return true;
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  private static MessageType only(List<String> columns, MessageType schema) {
    List<Type> types = new ArrayList<>();
    for (String column : columns) {
      types.add(schema.getType(column));
    }

    return new MessageType(schema.getName(), types);
  }

  private ParquetFileReader open(Path file) throws IOException {
    return ParquetFileReader.open(
        HadoopInputFile.fromPath(file, configuration),
        HadoopReadOptions.builder(configuration, file).build());
  }

  /**
   * Reads with the configuration of the file given: Parquet's own builder begins with Hadoop's
   * default one, for which it parses some hundred kilobytes of XML for each file.
   */
  private static final class GroupReader extends ParquetReader.Builder<Group> {
    GroupReader(HadoopInputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  private static UncheckedIOException cannotRead(Path file, IOException e) {
    return new UncheckedIOException("Cannot read " + file, e);
  }
}
