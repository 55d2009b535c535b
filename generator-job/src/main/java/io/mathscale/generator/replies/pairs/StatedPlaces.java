package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.text.Letters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The places of a text where a final answer is stated. */
final class StatedPlaces {
  private static final List<String> SIGNS =
      List.of(
          "\\boxed",
          "answer is",
          "answer:",
          "####",
          "<answer>",
          "答案",
          "respuesta es",
          "ответ:",
          "réponse est",
          "antwort ist",
          "resposta é",
          "답은",
          "答え");

  private final int[] places;

  StatedPlaces(String text) {
    String lower = Letters.lower(text);
    places = SIGNS.stream().flatMapToInt(sign -> places(lower, sign)).sorted().toArray();
  }

  private static IntStream places(String text, String sign) {
    return IntStream.iterate(
        text.indexOf(sign), at -> at >= 0, at -> text.indexOf(sign, at + sign.length()));
  }

  /** Whether an answer is stated between two places. */
  boolean hasBetween(int from, int to) {
    int index = Arrays.binarySearch(places, from);
    int next = index < 0 ? -index - 1 : index;
    return next < places.length && places[next] < to;
  }
}
