package io.mathscale.generator.decontaminate;

import io.mathscale.core.data.ContaminationMethod;
import io.mathscale.generator.near.Codes;
import io.mathscale.grader.Graders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Finds the problems of the benchmark that a row of training data asks. */
public final class FindLeaks {
  private final BenchmarkIndex index;
  private final CodedQuestion row;
  private final String answer;
  private final Leak[] found;

  private FindLeaks(BenchmarkIndex index, String question, String answer) {
    this.index = index;
    this.row = CodedQuestion.of(question);
    this.answer = answer;
    this.found = new Leak[index.benchmarks()];
  }

  /**
   * What is found, of each benchmark the problem most like the row.
   *
   * @param question the question of the row
   * @param answer its answer; empty where there is none
   */
  public static List<Leak> of(BenchmarkIndex index, String question, String answer) {
    FindLeaks search = new FindLeaks(index, question, answer);
    search.equal(index.exact(), search.row.exact(), ContaminationMethod.EXACT);
    search.reordered();
    search.near();
    if (search.row.hasNumber()) {
      search.equal(index.templates(), search.row.template(), ContaminationMethod.NUMBER_SWAP);
    }

    return Arrays.stream(search.found).filter(Objects::nonNull).toList();
  }

  private void equal(Postings postings, long key, ContaminationMethod method) {
    for (int at = postings.first(key); at >= 0; at = postings.next(at)) {
      int question = postings.value(at);
      int benchmark = index.benchmarkOf(question);
      if (found[benchmark] == null) {
        found[benchmark] = leak(question, method, 0, 0, row.codes().length);
      }
    }
  }

  /** Questions of the same sentences in another order. */
  private void reordered() {
    for (int at = index.bags().first(row.bag()); at >= 0; at = index.bags().next(at)) {
      int question = index.bags().value(at);
      int benchmark = index.benchmarkOf(question);
      if (found[benchmark] == null
          && index.sentences(question) != 0
          && index.sentences(question) == row.sentences()) {
        found[benchmark] = leak(question, ContaminationMethod.NEAR, 0, 0, row.codes().length);
      }
    }
  }

  private void near() {
    long fixedBits = Codes.bits(row.codes(), true);
    long wordBits = Codes.bits(row.codes(), false);
    List<long[]> tried = new ArrayList<>();
    long[] runs = Codes.runs(row.codes());
    for (int place = 0; place < runs.length; place++) {
      for (int at = index.runs().first(runs[place]); at >= 0; at = index.runs().next(at)) {
        int run = index.runs().value(at);
        int question = index.runOwner(run);
        int shift = place - index.runPlace(run);
        int edits = index.tokenEdits(question);
        if (index.isPossible(question, fixedBits, wordBits, edits)
            && !isTried(tried, question, shift, edits)) {
          tried.add(new long[] {question, shift});
          near(question, shift, edits);
        }
      }
    }
  }

  private static boolean isTried(List<long[]> tried, int question, int shift, int edits) {
    return tried.stream().anyMatch(one -> one[0] == question && Math.abs(one[1] - shift) <= edits);
  }

  private void near(int question, int shift, int edits) {
    int benchmark = index.benchmarkOf(question);
    Leak before = found[benchmark];
    if (before != null && before.method() == ContaminationMethod.EXACT) {
      return;
    }

    Alignment alignment = Alignment.of(index.codes(question), row.codes(), shift, edits);
    if (alignment != null && isLeak(question, alignment)) {
      Leak leak =
          leak(
              question,
              ContaminationMethod.NEAR,
              alignment.edits(),
              alignment.start(),
              alignment.end());
      if (before == null || Leak.BEST_FIRST.compare(leak, before) < 0) {
        found[benchmark] = leak;
      }
    }
  }

  private boolean isLeak(int question, Alignment alignment) {
    int tokens = index.codes(question).length;
    boolean isShort = tokens < index.rules().containedTokens();
    boolean isPlain =
        index.isWithin(question, alignment, false)
            && !alignment.isContinued()
            && !(isShort && (alignment.isCut() || hasMuchAround(alignment, tokens)));
    return !alignment.isOpposite()
        && (isPlain
            || (index.isWithin(question, alignment, true) && isSameAnswer(index.answer(question))));
  }

  /** Whether what stands around a question makes it another one. */
  private boolean hasMuchAround(Alignment alignment, int tokens) {
    int[] codes = row.codes();
    int around = 0;
    for (int i = 0; i < codes.length; i++) {
      boolean isAround = i < alignment.start() || i >= alignment.end();
      if (isAround && !Codes.isWord(codes[i])) {
        return true;
      }

      around += isAround ? 1 : 0;
    }

    return 2 * around > tokens;
  }

  private boolean isSameAnswer(String reference) {
    return !answer.isBlank()
        && !reference.isBlank()
        && (answer.strip().equals(reference.strip())
            || Graders.strict().gradeAnswer(answer, reference).isRight());
  }

  private Leak leak(int question, ContaminationMethod method, int edits, int start, int end) {
    return new Leak(
        index.problem(question),
        index.benchmark(index.benchmarkOf(question)),
        method,
        edits,
        index.codes(question).length,
        row.text(start, end),
        index.question(question));
  }
}
