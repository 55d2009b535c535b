package io.mathscale.generator.decontaminate;

import io.mathscale.core.config.RefineConfig.NearLeaks;
import io.mathscale.generator.benchmark.BenchmarkQuestion;
import io.mathscale.generator.near.Codes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The questions of the benchmark as they are looked for: by their normal form, by their tokens in
 * any order, by their template, and by their rarest runs of tokens.
 *
 * <p>A word edit changes three runs at most, or five where a word is up to three ideographs. Of a
 * question in which <i>e</i> word edits are allowed the rarest 3<i>e</i> + 1, or 5<i>e</i> + 1,
 * runs are in the index, so one of them stands in each text that has the question with so many
 * edits: no near leak is missed, and what many questions share is hardly ever looked at.
 */
public final class BenchmarkIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Aligning takes time in proportion to the edits; more are another text. */
  private static final int MAX_EDITS = 16;

  /** More may be what is asked at the end of a long text. */
  private static final int MAX_EDITS_ALONE = 4;

  private final NearLeaks rules;
  private final String[] problems;
  private final String[] questions;
  private final String[] answers;
  private final String[] benchmarks;
  private final int[] benchmarkOf;
  private final int[][] codes;
  private final int[] words;
  private final long[] fixedBits;
  private final long[] wordBits;
  private final long[] sentences;
  private final Postings exact;
  private final Postings bags;
  private final Postings templates;
  private final Postings runs;
  private final int[] runOwners;
  private final int[] runPlaces;

  private BenchmarkIndex(List<BenchmarkQuestion> benchmark, NearLeaks rules) {
    int size = benchmark.size();
    this.rules = rules;
    problems = benchmark.stream().map(BenchmarkQuestion::problem).toArray(String[]::new);
    questions = benchmark.stream().map(BenchmarkQuestion::question).toArray(String[]::new);
    answers = benchmark.stream().map(BenchmarkQuestion::answer).toArray(String[]::new);
    List<String> names = benchmark.stream().map(BenchmarkQuestion::benchmark).distinct().toList();
    benchmarks = names.toArray(String[]::new);
    benchmarkOf = benchmark.stream().mapToInt(one -> names.indexOf(one.benchmark())).toArray();
    codes = new int[size][];
    words = new int[size];
    fixedBits = new long[size];
    wordBits = new long[size];
    sentences = new long[size];
    long[] forms = new long[size];
    long[] unordered = new long[size];
    List<Integer> withNumbers = new ArrayList<>();
    long[] masked = new long[size];
    for (int i = 0; i < size; i++) {
      CodedQuestion question = CodedQuestion.of(questions[i]);
      codes[i] = question.codes();
      words[i] = Codes.words(codes[i]);
      fixedBits[i] = Codes.bits(codes[i], true);
      wordBits[i] = Codes.bits(codes[i], false);
      forms[i] = question.exact();
      unordered[i] = question.bag();
      sentences[i] = codes[i].length < rules.minTokens() ? 0 : question.sentences();
      if (question.hasNumber() && codes[i].length >= rules.minTokens()) {
        masked[withNumbers.size()] = question.template();
        withNumbers.add(i);
      }
    }

    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    exact = Postings.of(forms, all, size);
    bags = Postings.of(unordered, all, size);
    int[] owners = withNumbers.stream().mapToInt(Integer::intValue).toArray();
    templates = Postings.of(masked, owners, owners.length);
    RarestRuns rarest = RarestRuns.of(codes, this::runsOf);
    runs = rarest.postings();
    runOwners = rarest.owners();
    runPlaces = rarest.places();
  }

  /** Indexes the questions; they must fit into memory. */
  public static BenchmarkIndex of(List<BenchmarkQuestion> questions, NearLeaks rules) {
    return new BenchmarkIndex(
        questions.stream()
            .distinct()
            .sorted(
                Comparator.comparing(BenchmarkQuestion::benchmark)
                    .thenComparing(BenchmarkQuestion::problem)
                    .thenComparing(BenchmarkQuestion::question)
                    .thenComparing(BenchmarkQuestion::answer))
            .toList(),
        rules);
  }

  /** How many runs of a question must be in the index. */
  private int runsOf(int question) {
    int tokens = codes[question].length;
    return tokens < rules.minTokens()
        ? 0
        : (tokensOfWord(question) + Codes.RUN - 1) * edits(tokens, true) + 1;
  }

  /** The most tokens of a question that may be put in, left out or exchanged. */
  int tokenEdits(int question) {
    return edits(codes[question].length, true) * tokensOfWord(question);
  }

  /**
   * Whether little enough of a question is changed: by its length in words or, if less is changed
   * than a word for each edit, in tokens. Where the answers agree a word for each edit may be
   * changed.
   */
  boolean isWithin(int question, Alignment alignment, boolean isSameAnswer) {
    int tokens = codes[question].length;
    return isSameAnswer
        ? alignment.words() <= edits(tokens, true)
        : alignment.words() <= edits(words[question], false)
            || alignment.edits() <= edits(tokens, false);
  }

  /** How many edits a question of a length may have. */
  private int edits(int length, boolean isSameAnswer) {
    int few = Math.min(MAX_EDITS_ALONE, Math.max(1, length / rules.tokensPerEdit()));
    int edits = isSameAnswer ? Math.max(few, length / rules.tokensPerEditSameAnswer()) : few;
    return Math.min(edits, MAX_EDITS);
  }

  private int tokensOfWord(int question) {
    return words[question] < codes[question].length ? EditedWords.IDEOGRAPHS : 1;
  }

  NearLeaks rules() {
    return rules;
  }

  Postings exact() {
    return exact;
  }

  /** Questions by their tokens in any order; see {@link #sentences}. */
  Postings bags() {
    return bags;
  }

  /** The same for questions of the same sentences in any order; 0 where there is a single one. */
  long sentences(int question) {
    return sentences[question];
  }

  Postings templates() {
    return templates;
  }

  /** Lists of runs by their hash; see {@link #runOwner} and {@link #runPlace}. */
  Postings runs() {
    return runs;
  }

  /** The question that a run is of. */
  int runOwner(int run) {
    return runOwners[run];
  }

  /** The token of its question with which a run begins. */
  int runPlace(int run) {
    return runPlaces[run];
  }

  int[] codes(int question) {
    return codes[question];
  }

  /** Whether a text has all that must not change in a question, and all but a few of its words. */
  boolean isPossible(int question, long textFixedBits, long textWordBits, int edits) {
    return (fixedBits[question] & ~textFixedBits) == 0
        && Long.bitCount(wordBits[question] & ~textWordBits) <= edits;
  }

  String problem(int question) {
    return problems[question];
  }

  String question(int question) {
    return questions[question];
  }

  String answer(int question) {
    return answers[question];
  }

  /** The number of the benchmark that a question stands in. */
  int benchmarkOf(int question) {
    return benchmarkOf[question];
  }

  String benchmark(int number) {
    return benchmarks[number];
  }

  int benchmarks() {
    return benchmarks.length;
  }
}
