package io.mathscale.grader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers to one problem by what they mean: the classes that votes are counted over. An answer
 * joins a class if the strict grader calls it equal to every other of the class, so that rounding
 * does not chain, and undecided pairs stay apart. The classes are the same in whatever order the
 * answers stand.
 *
 * <pre>{@code
 * AnswerClasses classes = AnswerClasses.of(List.of("0.5", "2", "\\frac12", ""));
 * classes.count();    // 2
 * classes.classOf(2); // 0, that of 0.5
 * classes.classOf(3); // NONE
 * }</pre>
 */
public final class AnswerClasses {
  /** The class of an empty answer, which is none and votes for nothing. */
  public static final int NONE = -1;

  /**
   * So many different texts are compared by meaning, the most frequent ones; each of the rarer ones
   * is a class of its own. It bounds the comparisons of a problem to some 5,000.
   */
  static final int MOST_COMPARED = 100;

  private final int[] classes;
  private final int count;

  private AnswerClasses(int[] classes, int count) {
    this.classes = classes;
    this.count = count;
  }

  /**
   * Groups answers.
   *
   * @param answers bare answers to the same problem, empty where there is none
   * @return the class of each
   */
  public static AnswerClasses of(List<String> answers) {
    return of(answers, "");
  }

  /**
   * Groups answers to a question whose options may stand in it: the letter of an option is as good
   * as its text.
   *
   * @param answers bare answers, empty where there is none
   * @param question the question
   * @return the class of each
   */
  public static AnswerClasses of(List<String> answers, String question) {
    Map<String, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < answers.size(); i++) {
      String text = answers.get(i).replaceAll("\\s+", "");
      if (!text.isEmpty()) {
        places.computeIfAbsent(text, key -> new ArrayList<>()).add(i);
      }
    }

    // Ties keep the order of the texts, and so depend on nothing else.
    List<List<Integer>> texts = new ArrayList<>(places.values());
    texts.sort(Comparator.comparingInt((List<Integer> same) -> -same.size()));
    int[] classes = new int[answers.size()];
    Arrays.fill(classes, NONE);
    List<List<String>> members = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String answer = shortest(answers, texts.get(i));
      int joined = i < MOST_COMPARED ? classOf(answer, members, question) : NONE;
      if (joined == NONE) {
        joined = members.size();
        members.add(new ArrayList<>());
      }

      if (i < MOST_COMPARED) {
        members.get(joined).add(answer);
      }

      for (int place : texts.get(i)) {
        classes[place] = joined;
      }
    }

    return new AnswerClasses(classes, members.size());
  }

  /** Of texts that differ in white space, one that does not depend on their order. */
  private static String shortest(List<String> answers, List<Integer> places) {
    return Collections.min(
        places.stream().map(answers::get).toList(),
        Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  private static int classOf(String answer, List<List<String>> members, String question) {
    for (int i = 0; i < members.size(); i++) {
      List<String> others = members.get(i);
      if (others.stream()
          .allMatch(other -> Graders.strict().gradeAnswer(answer, other, question).isRight())) {
        return i;
      }
    }

    return NONE;
  }

  /**
   * The number of classes.
   *
   * @return none if no answer says anything
   */
  public int count() {
    return count;
  }

  /**
   * The class of an answer.
   *
   * @param index its place among the answers
   * @return from 0 to {@link #count()}, exclusive, or {@link #NONE}
   */
  public int classOf(int index) {
    return classes[index];
  }
}
