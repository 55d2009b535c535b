package io.mathscale.grader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Groups answers that mean the same, so that samples can be counted by meaning and not by text.
 * Each two answers of a class are equal for the {@linkplain StrictGrader strict grader}; what it
 * cannot decide stays apart. The classes depend on the answers alone, not on their order. Takes at
 * most as many comparisons as there are pairs of different texts.
 *
 * <pre>{@code
 * AnswerClasses classes = AnswerClasses.of(List.of("1/2", "0.5", "", "2"));
 * classes.largest().size();  // 2
 * classes.classOf(1);        // 0
 * classes.classOf(2);        // -1
 * }</pre>
 */
public final class AnswerClasses {
  /** The class of a blank answer. */
  public static final int NO_CLASS = -1;

  /** Exact answers before decimals, which may be roundings of them, and of these the longest. */
  private static final Comparator<String> MOST_EXACT =
      Comparator.comparing(AnswerClasses::isDecimal)
          .thenComparing(answer -> -answer.length())
          .thenComparing(Comparator.naturalOrder());

  private final List<List<Integer>> classes;
  private final int[] classOf;

  private AnswerClasses(List<List<Integer>> classes, int count) {
    this.classes = classes.stream().map(List::copyOf).toList();
    this.classOf = new int[count];
    Arrays.fill(classOf, NO_CLASS);
    for (int i = 0; i < classes.size(); i++) {
      for (int member : classes.get(i)) {
        classOf[member] = i;
      }
    }
  }

  /**
   * The classes of answers.
   *
   * @param answers bare answers, as {@link StrictGrade#extracted()} gives them; a blank one is in
   *     no class
   */
  public static AnswerClasses of(List<String> answers) {
    SortedMap<String, List<Integer>> places = new TreeMap<>(MOST_EXACT);
    for (int i = 0; i < answers.size(); i++) {
      if (!answers.get(i).isBlank()) {
        places.computeIfAbsent(answers.get(i).strip(), text -> new ArrayList<>()).add(i);
      }
    }
    List<List<String>> texts = new ArrayList<>();
    places.keySet().forEach(text -> classFor(text, texts).add(text));
    List<List<Integer>> classes = new ArrayList<>();
    for (List<String> same : texts) {
      classes.add(same.stream().flatMap(text -> places.get(text).stream()).sorted().toList());
    }
    // the order of the texts, which comes first, decides among classes of one size
    classes.sort(Comparator.comparing((List<Integer> members) -> -members.size()));
    return new AnswerClasses(classes, answers.size());
  }

  /** The first class with whose members the text is equal, or a new one. */
  private static List<String> classFor(String text, List<List<String>> classes) {
    for (List<String> members : classes) {
      if (members.stream().allMatch(member -> areEqual(text, member))) {
        return members;
      }
    }
    List<String> members = new ArrayList<>();
    classes.add(members);
    return members;
  }

  private static boolean areEqual(String left, String right) {
    return Graders.strict().gradeAnswer(left, right).isRight();
  }

  private static boolean isDecimal(String answer) {
    int point = answer.indexOf('.');
    return point >= 0
        && point + 1 < answer.length()
        && Character.isDigit(answer.charAt(point + 1));
  }

  /**
   * {@return the places of the answers of each class, in ascending order; the largest class first,
   * of those of one size the one with the more exact answers}
   */
  public List<List<Integer>> classes() {
    return classes;
  }

  /** {@return the largest class, empty if all answers are blank} */
  public List<Integer> largest() {
    return classes.isEmpty() ? List.of() : classes.get(0);
  }

  /**
   * {@return the number of the class in {@link #classes()}, or {@link #NO_CLASS}}
   *
   * @param index the place of an answer
   */
  public int classOf(int index) {
    return classOf[index];
  }
}
