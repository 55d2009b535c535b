package io.mathscale.generator.seeds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.data.Rejected;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.core.data.SeedQuestion;
import io.mathscale.core.spark.Seeds;
import java.nio.charset.StandardCharsets;
import org.apache.spark.api.java.function.MapFunction;

/** Reads a seed out of a row of a file, or tells why there is none. */
final class SeedReader implements MapFunction<SourceRow, SeedReading> {
  private static final long serialVersionUID = 1L;

  /**
   * Tabs and line ends stand in strings of many hand-made files; every other rule of JSON holds.
   */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
    if (row.fault() != null) {
      return rejected(row, row.fault(), row.detail());
    }

    try {
      JsonNode object = parsed(row.text());
      if (!object.isObject()) {
        String type = object.getNodeType().name();
        return rejected(row, RejectionReason.WRONG_TYPE, "a row must be an object: " + type);
      }

      return checked(row, SeedLayout.read(object, fields));
    } catch (JsonProcessingException e) {
      String detail = "a row must be JSON: " + e.getOriginalMessage();
      return rejected(row, RejectionReason.NOT_JSON, detail);
    } catch (FieldException e) {
      return rejected(row, e.reason(), e.getMessage());
    }
  }

  /** The JSON value of a text. */
  static JsonNode parsed(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  private SeedReading checked(SourceRow row, SeedText seed) {
    String all = seed.all();
    int control = ControlCharacters.first(all);
    if (control >= 0) {
      String detail = ControlCharacters.described(all, control);
      return rejected(row, RejectionReason.CONTROL_BYTES, detail);
    }

    if (!StandardCharsets.UTF_8.newEncoder().canEncode(all)) {
      return rejected(row, RejectionReason.BROKEN_UTF8, "a text must have no half of a character");
    }

    SeedQuestion question =
        new SeedQuestion(
            QuestionText.id(seed.question()),
            seed.dataset().strip(),
            seed.question().strip(),
            seed.answer().strip(),
            seed.solution().strip());
    String given = seed.givenId().isEmpty() ? "" : " (" + seed.givenId() + ")";
    return new SeedReading(row.file(), row.row(), origin(row) + given, question, null);
  }

  private SeedReading rejected(SourceRow row, RejectionReason reason, String detail) {
    String origin = origin(row);
    Rejected rejected =
        new Rejected(Seeds.contentId(row.text()), stage, reason, detail, origin, row.text());
    return new SeedReading(row.file(), row.row(), origin, null, rejected);
  }

  private static String origin(SourceRow row) {
    return row.file() + ":" + row.row();
  }
}
