package io.mathscale.core.source.layouts;

import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Math23k and Ape210k: {@code original_text}, {@code equation} and {@code ans}. Both have the same
 * fields: the path tells which it is, or else their order. The questions stay in Chinese; MWPBench
 * has them in English.
 *
 * @see <a href="https://github.com/Chenny0808/ape210k">the publisher of Ape210k</a>
 */
final class ChineseSchoolLayout implements Layout {
  private static final String APE210K = "ape210k";
  private static final String MATH23K = "math23k";

  /** MWPBench spells its data sets, which are in English, with this ending. */
  private static final String IN_ENGLISH = "_en";

  private final String set;
  private final String name;

  private ChineseSchoolLayout(String set, String name) {
    this.set = set;
    this.name = name;
  }

  /** Math23k. */
  static ChineseSchoolLayout math23k() {
    return new ChineseSchoolLayout(MATH23K, "Math23k");
  }

  /** Ape210k. */
  static ChineseSchoolLayout ape210k() {
    return new ChineseSchoolLayout(APE210K, "Ape210k");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("original_text", "ans") && set.equals(set(row));
  }

  private static String set(LayoutRow row) {
    if (row.isFrom("ape")) {
      return APE210K;
    }

    boolean isOfPath = row.file().toLowerCase(Locale.ROOT).contains("23k");
    return !isOfPath && isEquationLast(row) ? APE210K : MATH23K;
  }

  /** As the publisher of Ape210k writes it; Math23k has the answer last. */
  private static boolean isEquationLast(LayoutRow row) {
    List<String> names = new ArrayList<>();
    row.fields().fieldNames().forEachRemaining(names::add);
    return names.indexOf("equation") > names.indexOf("ans");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    LaidOutProblem problem =
        LaidOutProblem.of(
            row,
            new PublicDataSet(set + IN_ENGLISH, set + " (Chinese)", ""),
            row.question("original_text"),
            row.answer("ans"),
            "");
    return problem.withId(set + "." + problem.givenId());
  }
}
