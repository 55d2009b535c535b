package io.mathscale.core.command;

import io.mathscale.core.parquet.ParquetFiles;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.TableCatalog;
import io.mathscale.core.workspace.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.parquet.example.data.Group;

/** Reads a few generated pairs of the training data, as text to be read by people. */
final class SamplePairs {
  private static final String GENERATED = "generated";

  private SamplePairs() {}

  /** The generated pairs with the smallest ids; none where no training data stands. */
  static List<String> of(TableCatalog catalog, int count) {
    Optional<Manifest> manifest = catalog.manifest(Tables.MATHSCALEQA.name());
    return count > 0 && manifest.isPresent()
        ? first(catalog.files(manifest.get()), count)
        : List.of();
  }

  private static List<String> first(ParquetFiles files, int count) {
    TreeMap<String, String> first = new TreeMap<>();
    files.read(
        List.of("id", "origin", "topics", "knowledgePoints", "question", "solution"),
        row -> {
          String id = row.getString("id", 0);
          boolean isAmongFirst = first.size() < count || id.compareTo(first.lastKey()) < 0;
          if (row.getString("origin", 0).equals(GENERATED) && isAmongFirst) {
            first.put(id, text(row));
            if (first.size() > count) {
              first.pollLastEntry();
            }
          }

          return true;
        });
    return List.copyOf(first.values());
  }

  private static String text(Group row) {
    return "Topics: %s%nKnowledge points: %s%nQuestion: %s%nSolution: %s%n"
        .formatted(
            String.join("; ", texts(row.getGroup("topics", 0))),
            String.join("; ", texts(row.getGroup("knowledgePoints", 0))),
            row.getString("question", 0),
            row.getString("solution", 0));
  }

  /** A list is a group with one repeated group, whose only field is the element. */
  private static List<String> texts(Group list) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      texts.add(list.getGroup(0, i).getString(0, 0));
    }

    return texts;
  }
}
