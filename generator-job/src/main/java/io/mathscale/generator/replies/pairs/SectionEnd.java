package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;
import java.util.List;

/**
 * Tells which headings belong to a solution. A line such as {@code Problem:} or {@code Topics:} in
 * the middle of one does not end it: another pair must begin there, or no answer be stated behind.
 *
 * @param text the text
 * @param headings its headings
 * @param stated where it states answers
 * @param isList whether solutions with numbers follow a list of questions
 */
record SectionEnd(String text, List<Heading> headings, StatedPlaces stated, boolean isList) {

  /** Index of the last heading that belongs to the solution under a heading. */
  int lastOf(int solving) {
    int opened = headings.get(solving).start();
    int from = headings.get(solving).content();
    int worked = from;
    while (worked < text.length() && Character.isWhitespace(text.charAt(worked))) {
      worked++;
    }

    for (int i = solving + 1; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.start() <= worked) {
        if (isEnd(heading, opened)) {
          return i - 1;
        }

        continue;
      }

      if (ends(i, solving)) {
        return i - 1;
      }
    }

    return headings.size() - 1;
  }

  private boolean ends(int index, int solving) {
    Heading heading = headings.get(index);
    int from = headings.get(solving).content();
    int opened = headings.get(solving).start();
    return switch (heading.kind()) {
      case END -> isEnd(heading, opened);
      case RUN_ON -> heading.isMarked() || stated.hasBetween(from, heading.start());
      case QUESTION -> opensPair(index, from) || repeats(index, solving);
      case EXAMPLE ->
          (index + 1 < headings.size() && headings.get(index + 1).kind() == PartKind.QUESTION)
              || isBehindAnswer(index, from);
      case META, TOPICS, POINTS, CONCEPTS, THOUGHT, REPLY -> isAfterAll(index, from);
      case ANSWER -> isKey(heading);
      case SOLUTION -> isList && heading.number() > 0;
      case EXPLANATION, OPTIONS -> false;
    };
  }

  /** {@code final_answer:} is a key of YAML, and no line of the solution. */
  private boolean isKey(Heading heading) {
    return text.substring(heading.start(), heading.content()).indexOf('_') >= 0
        && !heading.isMarked();
  }

  private static boolean isEnd(Heading heading, int opened) {
    return heading.kind() == PartKind.END && heading.begun() <= opened;
  }

  /** Another pair begins where a solution of its own follows, or a new text replaces this one. */
  private boolean opensPair(int index, int from) {
    for (int i = index + 1; i < headings.size(); i++) {
      PartKind kind = headings.get(i).kind();
      if (kind == PartKind.QUESTION) {
        break;
      }

      if (kind == PartKind.SOLUTION || (kind.isSolving() && headings.get(index).number() > 0)) {
        return true;
      }
    }

    boolean isNew = headings.get(index).novelty() != Novelty.NONE;
    return isNew || isBehindAnswer(index, from);
  }

  /**
   * Whether the headings of the pair come again, as they are: {@code ### Question}, {@code ###
   * Answer}.
   */
  private boolean repeats(int index, int solving) {
    return solving > 0
        && index + 1 < headings.size()
        && isLike(headings.get(index), headings.get(solving - 1))
        && isLike(headings.get(index + 1), headings.get(solving));
  }

  private static boolean isLike(Heading one, Heading other) {
    return one.kind() == other.kind()
        && one.isMarked() == other.isMarked()
        && one.head().equals(other.head());
  }

  /** Whether the answer is stated before the heading, and none behind it. */
  private boolean isBehindAnswer(int index, int from) {
    int start = headings.get(index).start();
    return stated.hasBetween(from, start) && !stated.hasBetween(start, nextPair(index));
  }

  /** Whether no answer is stated behind the heading, up to the next pair. */
  private boolean isAfterAll(int index, int from) {
    Heading heading = headings.get(index);
    boolean isLong = heading.start() - from > 10;
    return isLong && !stated.hasBetween(heading.start(), nextPair(index));
  }

  private int nextPair(int index) {
    for (int i = index + 1; i < headings.size(); i++) {
      boolean isQuestion = headings.get(i).kind() == PartKind.QUESTION;
      boolean isSolved = i + 1 < headings.size() && headings.get(i + 1).kind().isSolving();
      if (isQuestion && isSolved) {
        return headings.get(i).start();
      }
    }

    return text.length();
  }
}
