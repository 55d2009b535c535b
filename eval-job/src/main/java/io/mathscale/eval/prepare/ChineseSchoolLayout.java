package io.mathscale.eval.prepare;

import io.mathscale.core.data.RejectionReason;
import io.mathscale.eval.metrics.MwpbenchSet;
import java.util.Locale;

/**
 * Math23k and Ape210k: {@code original_text}, {@code equation} and {@code ans}. Both have the same
 * fields: the path tells which it is. The questions stay in Chinese; MWPBench has them in English.
 *
 * @see <a href="https://github.com/Chenny0808/ape210k">the publisher of Ape210k</a>
 */
final class ChineseSchoolLayout implements Layout {
  @Override
  public boolean fits(BenchmarkRow row) {
    return row.has("original_text", "ans");
  }

  @Override
  public Draft read(BenchmarkRow row) {
    String path = row.file().toLowerCase(Locale.ROOT);
    boolean isApe = path.contains("ape");
    if (!isApe && !path.contains("23k")) {
      throw new UnusableRowException(
          RejectionReason.NO_QUESTION,
          "the path must tell math23k from ape210k, whose fields are the same");
    }

    String source = isApe ? "ape210k" : "math23k";
    return new Draft(
        source + "." + row.textOrEmpty("id"),
        (isApe ? MwpbenchSet.APE210K : MwpbenchSet.MATH23K).key(),
        source + " (Chinese)",
        row.question("original_text"),
        row.answer("ans"));
  }
}
