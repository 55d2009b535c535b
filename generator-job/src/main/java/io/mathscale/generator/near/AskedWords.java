package io.mathscale.generator.near;

import io.mathscale.core.identity.StableHash;
import io.mathscale.core.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words that tell what is asked: those of the sentences that ask, but for words that stand in
 * any sentence. Two questions of one story are told apart by them.
 */
final class AskedWords {
  private static final Set<String> ASKING =
      Set.of(
          "find",
          "determine",
          "compute",
          "calculate",
          "evaluate",
          "simplify",
          "express",
          "solve",
          "prove",
          "show",
          "enter",
          "identify",
          "choose",
          "select",
          "state",
          "what",
          "how",
          "求",
          "几",
          "哪",
          "何");

  /** Words without which a sentence asks for the same. */
  private static final Set<String> COMMON =
      Set.of(
          ("a an the this that these those there it its they their them he she his her him we our"
                  + " you your i my me us of in on at to for from by with and or as if then so do"
                  + " does did is are was were be been being has have had will would can could"
                  + " should must may find determine compute calculate evaluate what how which who"
                  + " give given let now please following value answer"
                  + " 的 了 是 在 有 和 与 则 那 么 这 个 请 求 问")
              .split(" "));

  private AskedWords() {}

  /** The same for questions that ask with the same words. */
  static long hash(List<Sentence> sentences) {
    List<String> words = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (asks(sentence)) {
        addWords(words, sentence);
      }
    }

    return StableHash.hash(0, words.toArray());
  }

  private static boolean asks(Sentence sentence) {
    return sentence.isQuestion()
        || sentence.tokens().stream().anyMatch(ASKING::contains)
        || isHowMany(sentence.tokens());
  }

  /** 多少 is two tokens, each of which is common. */
  private static boolean isHowMany(List<String> tokens) {
    int many = tokens.lastIndexOf("多");
    return many >= 0 && many + 1 < tokens.size() && tokens.get(many + 1).equals("少");
  }

  private static void addWords(List<String> words, Sentence sentence) {
    sentence.tokens().stream().filter(word -> !COMMON.contains(word)).forEach(words::add);
  }
}
