package io.mathscale.generator.seeds;

import io.mathscale.core.data.QuestionText;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.source.RowException;
import io.mathscale.core.source.SourceRow;
import java.nio.charset.StandardCharsets;
import org.apache.spark.api.java.function.MapFunction;

/** Reads a seed out of a row of a file, or tells why there is none. */
final class SeedReader implements MapFunction<SourceRow, SeedReading> {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final SeedFields fields;

  /**
   * A reader.
   *
   * @param stage the command that reads
   * @param fields columns that the user named
   */
  SeedReader(String stage, SeedFields fields) {
    this.stage = stage;
    this.fields = fields;
  }

  @Override
  public SeedReading call(SourceRow row) {
    try {
      return checked(row, SeedLayout.read(row.object(), fields));
    } catch (RowException e) {
      return new SeedReading(row.file(), row.row(), row.origin(), null, row.rejected(stage, e));
    }
  }

  private static SeedReading checked(SourceRow row, SeedText seed) throws RowException {
    String all = seed.all();
    int control = ControlCharacters.first(all);
    if (control >= 0) {
      throw new RowException(
          RejectionReason.CONTROL_BYTES, ControlCharacters.described(all, control));
    }

    if (!StandardCharsets.UTF_8.newEncoder().canEncode(all)) {
      throw new RowException(
          RejectionReason.BROKEN_UTF8, "a text must have no half of a character");
    }

    SeedQuestion question =
        new SeedQuestion(
            QuestionText.id(seed.question()),
            seed.dataset().strip(),
            seed.question().strip(),
            seed.answer().strip(),
            seed.solution().strip());
    String given = seed.givenId().isEmpty() ? "" : " (" + seed.givenId() + ")";
    return new SeedReading(row.file(), row.row(), row.origin() + given, question, null);
  }
}
