package io.mathscale.generator.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mathscale.core.model.Json;
import io.mathscale.core.workspace.Manifest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an export is and how it came to be; stands in its folder only where all other files do.
 *
 * @param rows exported rows
 * @param splits rows by split
 * @param leftOut rows of {@code mathscaleqa} that are in no file, or not in all, by reason
 * @param files the data files
 * @param inputs the tables it was made from
 * @param configuration every setting of the run, secrets masked
 * @param toolVersion version of this tool
 * @param sparkVersion version of Spark
 * @param started when the command began, ISO 8601
 * @param ended when the files stood, ISO 8601
 */
public record ExportManifest(
    long rows,
    Map<String, Long> splits,
    Map<String, Long> leftOut,
    List<ExportedFile> files,
    List<Manifest.Input> inputs,
    SortedMap<String, Object> configuration,
    String toolVersion,
    String sparkVersion,
    String started,
    String ended) {
  /** Name of the file in the folder. */
  public static final String FILE = "manifest.json";

  /** Rows that the mixture leaves out. */
  public static final String NOT_IN_MIXTURE = "notInMixture";

  /**
   * Rows that have no answer, which are in no file of the layouts {@code rlvr} and {@code verl}.
   */
  public static final String NO_ANSWER = "noAnswerForRlvr";

  /** Rows for which the user's condition does not hold. */
  public static final String NOT_WHERE = "notWhere";

  /** Rows of groups that have more than are wanted. */
  public static final String NOT_BALANCED = "notBalanced";

  /** Why rows are left out, as a sentence about them. */
  public static String words(String reason) {
    return switch (reason) {
      case NO_ANSWER -> "they have no answer, so no reward can be given (rlvr)";
      case NOT_WHERE -> "the condition does not hold for them (export.where)";
      case NOT_BALANCED -> "their group has more than are wanted (export.balance)";
      default -> "they are not in the mixture (export.mixture)";
    };
  }

  /** The manifest as JSON. */
  public String json() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest can always be written as JSON", e);
    }
  }
}
