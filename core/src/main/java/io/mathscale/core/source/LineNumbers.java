package io.mathscale.core.source;

import io.mathscale.core.data.Rejected;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;

/**
 * The line numbers of large files, which are read in parts. A part does not know how many lines
 * stand before it, so it numbers its lines as if every byte before it were a line: such a number is
 * no other row's and keeps the order of the rows. This turns it into the number of the line.
 *
 * @param linesBefore lines before each part, by file, as far as they were counted
 * @param partBytes bytes of a part
 */
record LineNumbers(Map<String, long[]> linesBefore, long partBytes)
    implements MapFunction<Rejected, Rejected> {
  private static final long serialVersionUID = 1L;

  /** The end of a row's origin, see {@link SourceRow#origin}. */
  private static final Pattern ROW = Pattern.compile(", row (\\d{1,18})");

  /** The same rejected row with the numbers of lines in origin and detail. */
  @Override
  public Rejected call(Rejected row) {
    return new Rejected(
        row.id(),
        row.stage(),
        row.reason(),
        numbered(row.detail()),
        numbered(row.origin()),
        row.content());
  }

  private String numbered(String text) {
    Matcher row = ROW.matcher(text);
    StringBuilder numbered = new StringBuilder();
    while (row.find()) {
      long line = line(text.substring(0, row.start()), Long.parseLong(row.group(1)));
      row.appendReplacement(numbered, ", row " + line);
    }

    return row.appendTail(numbered).toString();
  }

  private long line(String before, long row) {
    Part part = Part.of(before, row, linesBefore.keySet(), partBytes);
    return part == null
        ? row
        : linesBefore.get(part.file())[part.index()] + row - part.index() * partBytes;
  }

  /**
   * A part that was not read from the beginning of its file.
   *
   * @param file the whole path of the file
   * @param index number of the part in the file, from 1
   */
  record Part(String file, int index) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The part that a row is in; null for a row of the first part, or of another file. */
    static Part of(String before, long row, Set<String> files, long partBytes) {
      int index = (int) ((row - 1) / partBytes);
      for (String file : files) {
        if (index > 0 && before.endsWith(file)) {
          return new Part(file, index);
        }
      }

      return null;
    }
  }

  /**
   * Finds the parts whose rows are named in rejected rows.
   *
   * @param files files that are read in parts
   * @param partBytes bytes of a part
   */
  record NamedParts(Set<String> files, long partBytes) implements FlatMapFunction<Rejected, Part> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Part> call(Rejected rejected) {
      Set<Part> parts = new HashSet<>();
      for (String text : List.of(rejected.origin(), rejected.detail())) {
        Matcher row = ROW.matcher(text);
        while (row.find()) {
          String before = text.substring(0, row.start());
          Part part = Part.of(before, Long.parseLong(row.group(1)), files, partBytes);
          if (part != null) {
            parts.add(part);
          }
        }
      }

      return parts.iterator();
    }
  }

  /** The parts of files before those whose rows are named. */
  static List<FileSlice> before(List<Part> named, List<FileSlice> all, long partBytes) {
    Map<String, Integer> last = new HashMap<>();
    named.forEach(part -> last.merge(part.file(), part.index(), Math::max));
    List<FileSlice> before = new ArrayList<>();
    for (FileSlice slice : all) {
      if (slice.start() < last.getOrDefault(slice.path(), 0) * partBytes) {
        before.add(slice);
      }
    }

    return before;
  }

  /**
   * Line numbers of counted parts.
   *
   * @param slices parts of files, one after the other from the first of each file on
   * @param lineEnds line ends in each
   */
  static LineNumbers of(List<FileSlice> slices, List<Long> lineEnds, long partBytes) {
    Map<String, List<Long>> sums = new HashMap<>();
    for (int i = 0; i < slices.size(); i++) {
      List<Long> ofFile = sums.computeIfAbsent(slices.get(i).path(), file -> startOfFile());
      ofFile.add(ofFile.get(ofFile.size() - 1) + lineEnds.get(i));
    }

    Map<String, long[]> linesBefore = new HashMap<>();
    sums.forEach(
        (file, lines) ->
            linesBefore.put(file, lines.stream().mapToLong(Long::longValue).toArray()));
    return new LineNumbers(linesBefore, partBytes);
  }

  /** The same part, whose rows are numbered by their lines. */
  FileSlice numberedFromLine(FileSlice part) {
    return part.numberedFrom(linesBefore.get(part.path())[(int) (part.start() / partBytes)]);
  }

  private static List<Long> startOfFile() {
    return new ArrayList<>(List.of(0L));
  }
}
