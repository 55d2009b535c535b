package io.mathscale.core.source.layouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.source.RowException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads options whose letters stand in their texts, or are the names of fields. */
final class LetteredOptions {
  private static final Pattern LETTERED =
      Pattern.compile("(?s)^\\s{0,9}\\(?([A-Z])[).．、:：]\\s*+(.*)$");

  private LetteredOptions() {}

  /**
   * The options of a list of texts such as {@code (A)2}, {@code A)2} or {@code A. 2}, or of an
   * object that has them by their letters. A text without a letter is no option.
   *
   * @throws RowException when there is none
   */
  static List<AnswerOption> lettered(JsonNode options) throws RowException {
    List<AnswerOption> read = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> all = options.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> option = all.next();
      read.add(new AnswerOption(option.getKey(), option.getValue().asText("").strip()));
    }

    for (JsonNode option : options.isArray() ? options : List.<JsonNode>of()) {
      Matcher parts = LETTERED.matcher(option.asText());
      if (parts.matches()) {
        read.add(new AnswerOption(parts.group(1), parts.group(2).strip()));
      }
    }

    return MultipleChoice.requireSome(read);
  }
}
