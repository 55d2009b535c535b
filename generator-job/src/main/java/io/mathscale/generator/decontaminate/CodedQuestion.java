package io.mathscale.generator.decontaminate;

import io.mathscale.core.identity.StableHash;
import io.mathscale.core.text.NormalForm;
import io.mathscale.core.text.Sentence;
import io.mathscale.generator.near.Codes;
import java.util.List;
import java.util.SplittableRandom;

/** The normal form of a question as numbers, so that many fit into memory. */
final class CodedQuestion {
  private final List<Sentence> sentences;
  private final NormalForm form;
  private final int[] codes;

  private CodedQuestion(List<Sentence> sentences, NormalForm form) {
    this.sentences = sentences;
    this.form = form;
    this.codes = Codes.of(form.tokens());
  }

  static CodedQuestion of(String question) {
    List<Sentence> sentences = Sentence.of(question);
    return new CodedQuestion(
        sentences,
        new NormalForm(sentences.stream().flatMap(one -> one.tokens().stream()).toList()));
  }

  int[] codes() {
    return codes;
  }

  /** The tokens of a part, with a space between each two. */
  String text(int start, int end) {
    return String.join(" ", form.tokens().subList(start, end));
  }

  /** The same for questions of one normal form. */
  long exact() {
    return hash(form);
  }

  /** The same for questions of one template. */
  long template() {
    return hash(form.template());
  }

  /** The same for questions of the same tokens in any order. */
  long bag() {
    long bag = 0;
    for (int code : codes) {
      bag += new SplittableRandom(code).nextLong();
    }

    return bag;
  }

  /** The same for questions of the same sentences in any order; 0 for one of a single sentence. */
  long sentences() {
    long sum = 0;
    for (Sentence sentence : sentences) {
      sum += hash(new NormalForm(sentence.tokens()));
    }

    return sentences.size() < 2 ? 0 : sum;
  }

  boolean hasNumber() {
    return form.tokens().stream().anyMatch(NormalForm::isNumber);
  }

  private static long hash(NormalForm form) {
    List<String> tokens = form.tokens();
    return StableHash.hash(0, String.join(" ", tokens));
  }
}
