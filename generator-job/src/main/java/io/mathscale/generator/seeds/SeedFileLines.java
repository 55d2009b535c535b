package io.mathscale.generator.seeds;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.layouts.Layouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what was read out of files of seeds, a line for each thing that one should know. */
public final class SeedFileLines {
  /** With more lines than this, files of one layout are summed up. */
  private static final int MAX_LAYOUT_LINES = 20;

  /** No more files with faults than this are named. */
  private static final int MAX_FAULT_LINES = 100;

  private SeedFileLines() {}

  /** The lines: first the layouts, then the files with rejected rows, then those without rows. */
  public static List<String> of(List<SeedFile> files) {
    int start = commonStart(files);
    List<String> lines = new ArrayList<>(layouts(files, start));
    List<String> faults = new ArrayList<>();
    for (SeedFile file : files) {
      String fault = fault(file);
      if (!fault.isEmpty()) {
        faults.add(file.path().substring(start) + ": " + fault);
      }
    }

    lines.addAll(faults.subList(0, Math.min(faults.size(), MAX_FAULT_LINES)));
    if (faults.size() > MAX_FAULT_LINES) {
      lines.add("%,d more files have rejected rows".formatted(faults.size() - MAX_FAULT_LINES));
    }

    return lines;
  }

  private static List<String> layouts(List<SeedFile> files, int start) {
    List<String> each = new ArrayList<>();
    Map<String, Long> rows = new TreeMap<>();
    Map<String, Long> holders = new TreeMap<>();
    for (SeedFile file : files) {
      for (SeedFile.LayoutUse use : file.layouts()) {
        each.add(rows(use.rows()) + " of " + name(use) + " in " + file.path().substring(start));
        rows.merge(use.layout(), use.rows(), Long::sum);
        holders.merge(use.layout(), 1L, Long::sum);
      }
    }

    return each.size() <= MAX_LAYOUT_LINES
        ? each
        : rows.entrySet().stream()
            .map(
                use ->
                    "%s of %s in %,d files"
                        .formatted(rows(use.getValue()), use.getKey(), holders.get(use.getKey())))
            .toList();
  }

  /** The layout; where the fields are not those of a data set, with them. */
  private static String name(SeedFile.LayoutUse use) {
    boolean isKnown =
        !use.layout().equals(SeedReader.NAMED_FIELDS) && !use.layout().equals(Layouts.NO_LAYOUT);
    return isKnown || use.fields().isEmpty()
        ? use.layout()
        : use.layout() + " (" + use.fields() + ")";
  }

  private static String rows(long count) {
    return String.format(Locale.ROOT, count == 1 ? "%,d row" : "%,d rows", count);
  }

  /** What is wrong with a file; empty where nothing is, but that rows stand elsewhere too. */
  private static String fault(SeedFile file) {
    List<SeedFile.Rejection> faults =
        file.rejections().stream()
            .filter(rejection -> rejection.reason() != RejectionReason.DUPLICATE)
            .toList();
    if (file.rows() == 0) {
      return "no rows";
    }

    if (faults.isEmpty()) {
      return "";
    }

    SeedFile.Rejection first = faults.get(0);
    if (file.rows() == 1 && first.reason() == RejectionReason.UNREADABLE_FILE) {
      return first.example();
    }

    return "%s rejected: %s; %s"
        .formatted(
            rows(faults.stream().mapToLong(SeedFile.Rejection::rows).sum()),
            faults.stream()
                .map(cause -> "%s %,d".formatted(cause.reason(), cause.rows()))
                .collect(Collectors.joining(", ")),
            faults.stream().map(SeedFile.Rejection::example).collect(Collectors.joining("; ")));
  }

  /** How many characters the folders have in which all files stand. */
  private static int commonStart(List<SeedFile> files) {
    String first = files.isEmpty() ? "" : files.get(0).path();
    int end = first.lastIndexOf('/') + 1;
    for (SeedFile file : files) {
      while (!file.path().startsWith(first.substring(0, end))) {
        end = first.lastIndexOf('/', end - 2) + 1;
      }
    }

    return end;
  }
}
