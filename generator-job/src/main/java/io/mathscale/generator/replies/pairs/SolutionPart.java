package io.mathscale.generator.replies.pairs;

import io.mathscale.generator.replies.headings.Heading;
import io.mathscale.generator.replies.headings.Novelty;
import io.mathscale.generator.replies.headings.PartKind;

/** Finds the worked solution, and the answer beside it, from the heading that ends a question. */
final class SolutionPart {
  private final HeadedText text;
  private final boolean isList;

  SolutionPart(HeadedText text, boolean isList) {
    this.text = text;
    this.isList = isList;
  }

  /**
   * A worked solution.
   *
   * @param worked its text
   * @param answer the answer that stands in a part of its own; empty if there is none
   * @param end where it ends
   * @param last index of the last heading that belongs to it
   */
  record Found(String worked, String answer, int end, int last) {}

  /** Reads what stands under a heading and those after it. */
  Found read(int first) {
    int solving = first;
    String answer = "";
    if (text.kind(first) == PartKind.ANSWER) {
      int worked = workedAfterShort(first);
      if (worked >= 0) {
        answer = text.line(text.content(first), text.start(worked));
        solving = worked;
      }
    } else if (!isList) {
      solving = workedAfterBlankOrDraft(first);
    }

    int last = text.lastOfSolution(solving, isList);
    int end = text.start(last + 1);
    for (int i = solving + 1; i <= last && i < text.size(); i++) {
      if (text.kind(i) == PartKind.ANSWER) {
        answer = text.line(text.content(i), end);
      }
    }

    if (answer.isEmpty()) {
      answer = answerBehind(last + 1);
    }

    return new Found(
        text.between(text.content(solving), end), answer, end, Math.max(last, solving));
  }

  /** The answer in a part of its own, behind the end of the solution. */
  private String answerBehind(int from) {
    int at = from < text.size() && text.kind(from) == PartKind.END ? from + 1 : from;
    boolean isAnswer = at < text.size() && text.kind(at) == PartKind.ANSWER;
    return isAnswer ? text.line(text.content(at), text.start(at + 1)) : "";
  }

  /** The heading of the worked solution where only a short answer stands before it; else −1. */
  private int workedAfterShort(int answer) {
    int next = text.nextSolving(answer + 1, text.size());
    int question = text.next(answer + 1, PartKind.QUESTION);
    boolean isOther = question >= 0 && question < next;
    if (next < 0 || isOther || text.kind(next) == PartKind.ANSWER) {
      return -1;
    }

    String told = text.between(text.content(answer), text.start(next)).strip();
    boolean isStep = text.kind(next) == PartKind.EXPLANATION && text.at(next).number() > 0;
    return !isStep && HeadedText.isShort(told) && !told.endsWith(":") ? next : -1;
  }

  /** The last of headings under which nothing stands but the next one, or a draft. */
  private int workedAfterBlankOrDraft(int first) {
    int solving = first;
    for (int i = first + 1; i < text.size() && text.kind(i) != PartKind.QUESTION; i++) {
      if (text.kind(i) == PartKind.SOLUTION && replaces(text.at(i), solving, i)) {
        solving = i;
      }
    }

    return solving;
  }

  private boolean replaces(Heading heading, int solving, int index) {
    boolean isMain =
        text.kind(solving) == PartKind.EXPLANATION
            && !text.isStatedBetween(solving, index)
            && !text.isValueUnder(index);
    return heading.novelty() == Novelty.REVISED || isMain || text.isBlankBetween(solving, index);
  }
}
