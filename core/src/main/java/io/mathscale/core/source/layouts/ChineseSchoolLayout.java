package io.mathscale.core.source.layouts;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.source.RowException;
import java.util.List;
import java.util.Locale;

/**
 * Math23k and Ape210k: {@code original_text}, {@code equation} and {@code ans}. Both have the same
 * fields: the path tells which it is. The questions stay in Chinese; MWPBench has them in English.
 *
 * @see <a href="https://github.com/Chenny0808/ape210k">the publisher of Ape210k</a>
 */
final class ChineseSchoolLayout implements Layout {
  private static final String APE210K = "ape210k";
  private static final String MATH23K = "math23k";

  /** MWPBench spells its data sets, which are in English, with this ending. */
  private static final String IN_ENGLISH = "_en";

  @Override
  public boolean fits(LayoutRow row) {
    return row.has("original_text", "ans");
  }

  @Override
  public LaidOutProblem read(LayoutRow row) throws RowException {
    String path = row.file().toLowerCase(Locale.ROOT);
    boolean isApe = path.contains("ape");
    if (!isApe && !path.contains("23k")) {
      throw new RowException(
          RejectionReason.NO_QUESTION,
          "the path must tell math23k from ape210k, whose fields are the same: " + row.file());
    }

    String source = isApe ? APE210K : MATH23K;
    String id = row.givenId("id");
    return new LaidOutProblem(
        id,
        source + "." + id,
        source + IN_ENGLISH,
        source + " (Chinese)",
        row.question("original_text"),
        row.answer("ans"),
        "",
        List.of());
  }
}
