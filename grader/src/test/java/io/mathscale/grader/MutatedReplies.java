package io.mathscale.grader;

import java.util.List;
import java.util.Random;

/** Replies that are cut, repeated, nested and mixed with signs and marks, the same on every run. */
final class MutatedReplies {
  private static final List<String> PIECES =
      List.of(
          "\\boxed{",
          "}",
          "{",
          "\\text{",
          "$",
          "$$",
          "\\(",
          "\\)",
          "\\[",
          "**",
          "####",
          "\n",
          "\n\n",
          "<think>",
          "</think>",
          "<answer>",
          "</answer>",
          "[THINK]",
          "<|channel|>final<|message|>",
          "<|im_end|>",
          "◁/think▷",
          "The answer is ",
          "Final answer: ",
          "答案是",
          "故选",
          "{\"answer\": \"",
          "\"answer\": [",
          "\"",
          "'",
          ",",
          " or ",
          " and ",
          " not ",
          "either ",
          "between ",
          "(",
          ")",
          "A",
          "B) ",
          "Question: ",
          "\\frac{1}{2}",
          "3.14",
          "x = 5",
          "-",
          "!",
          "\\\\",
          "\\",
          " ",
          "\t",
          "é",
          "\uD83D\uDE00",
          "\uD83D",
          "\u0000",
          "5 apples");

  private final Random random;

  MutatedReplies(long seed) {
    random = new Random(seed);
  }

  /** A new reply of a few pieces, some of them many times. */
  String next() {
    StringBuilder reply = new StringBuilder();
    int pieces = 1 + random.nextInt(20);
    for (int i = 0; i < pieces; i++) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      int times = random.nextInt(12) == 0 ? random.nextInt(60) : 1;
      reply.append(piece.repeat(times));
    }
    int cut = random.nextInt(4) == 0 ? random.nextInt(reply.length() + 1) : reply.length();
    return reply.substring(0, cut);
  }

  /** Each piece, and each pair of pieces, again and again up to a length. */
  static List<String> repeated(int length) {
    return PIECES.stream()
        .flatMap(
            piece ->
                List.of(piece, piece + "5", "The answer is " + piece, piece + "(a ").stream()
                    .map(unit -> unit.repeat(length / unit.length())))
        .toList();
  }
}
