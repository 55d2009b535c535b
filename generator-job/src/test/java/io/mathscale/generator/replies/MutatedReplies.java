package io.mathscale.generator.replies;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Replies of any kind, bent in ways in which models and networks bend them. */
public final class MutatedReplies {
  /** Pieces that make readers go back and forth. */
  private static final List<String> PIECES =
      List.of(
          " ",
          "\n",
          "\t",
          "# ",
          "--- ",
          "**",
          "{",
          "[",
          "(",
          "\"",
          "'",
          "\\",
          "$",
          "<",
          ">",
          "|",
          "{\"a\":",
          "[{\"",
          "<think>",
          "</think>",
          "\\boxed{",
          "Question: ",
          "\nSolution:",
          "\n\n",
          "```\n",
          "| a |\n",
          "<question>",
          "</solution>",
          "题目：",
          "\\begin{",
          "&lt;",
          "//",
          "/*",
          "* ",
          "1. ",
          "answer is ",
          "\u0000",
          "\uD800",
          "∫",
          "🧮",
          "“",
          "\\u00",
          "<|",
          "[/",
          "a: ",
          "Q",
          "\nTopics:",
          "- x\n",
          "\" ",
          "\":",
          "},",
          ":",
          "<|channel|>");

  private static final int LARGE = 1 << 20;

  private final List<String> seeds;
  private final SplittableRandom random;

  /** Replies that are the same for the same seed. */
  public MutatedReplies(long seed) {
    this.random = new SplittableRandom(seed);
    this.seeds = new ArrayList<>();
    for (String name :
        List.of("pairs.txt", "concepts.txt", "pair-cases.txt", "rejected-pairs.txt")) {
      seeds.addAll(Shapes.in(name));
    }
  }

  /** The next reply, mostly short. */
  public String next() {
    String reply = seeds.get(random.nextInt(seeds.size()));
    int mutations = 1 + random.nextInt(3);
    for (int i = 0; i < mutations; i++) {
      reply = mutated(reply);
    }

    return reply;
  }

  /** A reply of about a megabyte, of one piece or of many. */
  public String large() {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    String other = random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : "";
    String seed = random.nextInt(2) == 0 ? "" : seeds.get(random.nextInt(seeds.size()));
    // Below the limit of what is read as a whole, and above it.
    int length = random.nextInt(2) == 0 ? LARGE : 95_000;
    return seed + (piece + other).repeat(length / (piece + other).length());
  }

  /** All pieces, each as a reply of so many characters. */
  public static List<String> ofOnePiece(int length) {
    return PIECES.stream().map(piece -> piece.repeat(length / piece.length())).toList();
  }

  private String mutated(String reply) {
    int at = random.nextInt(reply.length() + 1);
    int to = at + random.nextInt(reply.length() - at + 1);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(8)) {
      case 0 -> reply.substring(0, at);
      case 1 -> reply.substring(at);
      case 2 ->
          reply.substring(0, at) + piece.repeat(1 + random.nextInt(900)) + reply.substring(at);
      case 3 ->
          reply.substring(0, to)
              + reply.substring(at, to).repeat(1 + random.nextInt(6))
              + reply.substring(to);
      case 4 ->
          reply.substring(0, at) + seeds.get(random.nextInt(seeds.size())) + reply.substring(at);
      case 5 -> reply.substring(0, at) + noise() + reply.substring(to);
      case 6 -> piece.repeat(random.nextInt(60)) + reply + piece.repeat(random.nextInt(60));
      default -> reply.substring(0, at) + piece + reply.substring(at);
    };
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      noise.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(128)));
    }

    return noise.toString();
  }
}
