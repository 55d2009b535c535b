package io.mathscale.generator.replies;

import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.core.data.QuestionType;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.headings.Headings;
import io.mathscale.generator.replies.pairs.CutText;
import io.mathscale.generator.replies.pairs.PairParts;
import io.mathscale.generator.replies.pairs.PairReader;
import io.mathscale.generator.replies.pairs.QuestionTypes;
import io.mathscale.generator.replies.pairs.SolutionAnswer;
import io.mathscale.generator.replies.text.Phrases;
import io.mathscale.generator.replies.text.ReplyText;
import io.mathscale.generator.replies.text.Steps;
import io.mathscale.grader.FinalAnswer;

/**
 * A question with its worked solution and final answer, as a teacher writes them.
 *
 * @param question the question
 * @param solution the worked solution
 * @param answer the final answer; empty if there is none
 * @param answerRule where it was found, as {@link SolutionAnswer} tells
 * @param questionType the kind of answer that the question asks for
 * @param reasoning what the model thought before, by the marks in the reply; empty if nothing
 */
public record PairReply(
    String question,
    String solution,
    String answer,
    String answerRule,
    QuestionType questionType,
    String reasoning) {

  /**
   * Reads a reply, whatever it is; linear in its length.
   *
   * @param answers what becomes of a pair without a final answer
   */
  public static ParseResult<PairReply> read(String reply, Answers answers) {
    return GuardedReader.read(reply, text -> read(text, answers, Steps.forLength(text.length())));
  }

  static ParseResult<PairReply> read(String reply, Answers answers, Steps steps) {
    ReplyText text = ReplyText.of(reply, steps);
    if (text.isTooLong()) {
      return refused(
          RejectionReason.TOO_LONG,
          "a reply must have at most %d characters: %d"
              .formatted(ReplyText.MAX_SAID, text.said().length()));
    }

    PairReader.Found found = PairReader.read(text.said(), steps);
    return found
        .pair()
        .map(pair -> judged(pair, text, answers))
        .orElseGet(() -> withoutPair(text.said(), found.isForm()));
  }

  private static ParseResult<PairReply> withoutPair(String said, boolean isForm) {
    if (Phrases.lastOfPrompt(said) >= 0 || Phrases.isTemplate(said)) {
      return refused(
          RejectionReason.ECHO, "a reply must have a pair of its own: it repeats the prompt");
    }

    if (isForm) {
      return refused(
          RejectionReason.PLACEHOLDER,
          "a reply must have a question and a solution: it has words that stand for them");
    }

    return Phrases.isRefusal(said)
        ? refused(RejectionReason.REFUSAL, "a reply must have a pair: the model declines")
        : refused(
            RejectionReason.UNREADABLE_REPLY,
            "a reply must have a question and a solution, in JSON or under headings: none was found");
  }

  private static ParseResult<PairReply> judged(PairParts pair, ReplyText text, Answers answers) {
    String question = pair.question();
    String solution = pair.solution();
    if (Phrases.isRefusal(question) && !Headings.hasAsk(question)) {
      return refused(RejectionReason.REFUSAL, "a reply must have a question: the model declines");
    }

    if (question.isBlank()) {
      return refused(RejectionReason.UNREADABLE_REPLY, "a reply must have a question: it is blank");
    }

    if (solution.isBlank()) {
      return refused(RejectionReason.NO_SOLUTION, "a reply must have a solution: there is none");
    }

    if (solution.equals(question)) {
      return refused(RejectionReason.ECHO, "a solution must not repeat the question: it does");
    }

    boolean isCut = CutText.isCut(solution) || (pair.isCut() && !endsLikeSentence(solution));
    if (isCut) {
      return cut();
    }

    QuestionType type = QuestionTypes.of(question);
    boolean isRefusal = Phrases.isRefusal(solution);
    SolutionAnswer answer =
        answers == Answers.NONE && !isRefusal
            ? SolutionAnswer.MISSING
            : SolutionAnswer.of(solution, pair.answer(), type);
    if (isRefusal && !answer.isStated()) {
      return refused(RejectionReason.REFUSAL, "a reply must have a solution: the model declines");
    }

    if (!answer.isValue() && CutText.isGivenUp(solution)) {
      return refused(
          RejectionReason.NO_SOLUTION,
          "a reply must have a solution: the model finds its own question wrong");
    }

    boolean isUnfinished =
        answers != Answers.NONE
            && type == QuestionType.VALUE
            && answer.answer().isEmpty()
            && CutText.endsWithinSentence(solution);
    if (isUnfinished) {
      return cut();
    }

    boolean isAnswered = !pair.answer().isBlank() && !FinalAnswer.isLeftBlank(pair.answer());
    if (!isAnswered && CutText.isLeftBlank(solution)) {
      return refused(
          RejectionReason.PLACEHOLDER, "a solution must state its final answer: its box is blank");
    }

    if (answers == Answers.REQUIRED && !answer.isStated()) {
      return refused(
          RejectionReason.NO_FINAL_ANSWER,
          "a solution must state its final answer, as in \\boxed{}: it states none"
              + " (generate.final-answer = required)");
    }

    SolutionAnswer kept = answers == Answers.NONE ? SolutionAnswer.MISSING : answer;
    return new ParseResult.Parsed<>(
        new PairReply(question, solution, kept.answer(), kept.rule(), type, text.reasoning()));
  }

  private static ParseResult<PairReply> cut() {
    return refused(
        RejectionReason.CUT_OFF, "a solution must not end in the middle of a sentence: it does");
  }

  /** By its mark, or by the end of a formula or of bold behind which the answer is boxed. */
  private static boolean endsLikeSentence(String solution) {
    char last = solution.charAt(solution.length() - 1);
    return ".!?。".indexOf(last) >= 0 || ("$})*".indexOf(last) >= 0 && solution.contains("\\boxed"));
  }

  private static ParseResult<PairReply> refused(RejectionReason reason, String detail) {
    return new ParseResult.Refused<>(reason, detail);
  }
}
