package io.mathscale.generator.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mathscale.core.data.QuestionType;
import io.mathscale.generator.RealData;
import io.mathscale.generator.replies.pairs.SolutionAnswer;
import io.mathscale.grader.AnswerClasses;
import io.mathscale.grader.Graders;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VotesByMeaningTest {
  private static final String SAME = " ~ ";
  private static final String OTHER = " | ";
  private static final String QUESTION = " :: ";

  @Test
  void answersInDifferentFormsVoteTogetherAndDifferentOnesApart() throws IOException {
    List<String> groups = groups();
    List<String> wrong = new ArrayList<>();
    for (String group : groups) {
      int end = group.indexOf(QUESTION);
      String question = end < 0 ? "What is it?" : group.substring(0, end);
      String answers = end < 0 ? group : group.substring(end + QUESTION.length());
      wrong.addAll(misvoted(question, answers));
    }

    assertThat(groups).hasSizeGreaterThanOrEqualTo(200);
    assertThat(wrong).isEmpty();
  }

  /** Votes on a pair whose answer is the first of each meaning in turn. */
  private static List<String> misvoted(String question, String answers) {
    List<List<String>> meanings = new ArrayList<>();
    for (String meaning : split(answers, OTHER)) {
      meanings.add(split(meaning, SAME));
    }

    List<String> all = meanings.stream().flatMap(List::stream).toList();
    List<String> wrong = new ArrayList<>();
    for (List<String> meaning : meanings) {
      CountedVotes counted = CountedVotes.of(pair(question, meaning.get(0), all));
      if (counted.votes().agreeing() != meaning.size()) {
        wrong.add(
            "%d of %d vote for %s in: %s"
                .formatted(
                    counted.votes().agreeing(), meaning.size(), meaning.get(0), counted.groups()));
      }
    }

    return wrong;
  }

  private static AskedPair pair(String question, String answer, List<String> answers) {
    return new AskedPair(
        "p",
        "c",
        question,
        answer,
        QuestionType.VALUE,
        IntStream.range(0, answers.size()).mapToObj(i -> vote(i, answers.get(i))).toList());
  }

  private static FreshVote vote(int sample, String answer) {
    return new FreshVote("p", sample, "m", answer, "", BigDecimal.ZERO, "c", "", "");
  }

  private static List<String> groups() throws IOException {
    try (InputStream lines = VotesByMeaningTest.class.getResourceAsStream("votes.txt")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
      parts.add(text.substring(start, end));
      start = end + separator.length();
    }

    parts.add(text.substring(start));
    return parts;
  }

  /** Answers of people who disagree about the grader: labels are theirs. */
  @Test
  void realAnswersVoteAsTheirLabelsSay() {
    List<JsonNode> cases =
        RealData.rows(RealData.file("grader/cases.jsonl")).stream()
            .filter(row -> row.path("kind").asText().equals("answer"))
            .toList();
    int together = 0;
    int right = 0;
    List<String> merged = new ArrayList<>();
    for (JsonNode row : cases) {
      String gold = row.path("gold").asText();
      String prediction = row.path("prediction").asText();
      AnswerClasses classes = AnswerClasses.of(List.of(gold, prediction));
      boolean isSame = classes.classOf(0) == classes.classOf(1);
      if (row.path("label").asBoolean()) {
        right++;
        together += isSame ? 1 : 0;
      } else if (isSame) {
        merged.add(gold + OTHER + prediction);
      }
    }

    assertThat(merged).isEmpty();
    assertThat(together).isGreaterThanOrEqualTo(right * 9 / 10);
  }

  /** A model's answers beside the references: a vote for the reference is one that is right. */
  @Test
  void answersOfAModelVoteAsTheGraderSays() {
    List<JsonNode> rows = RealData.rows(RealData.file("outputs/math500.rho.jsonl"));
    int agreeing = 0;
    List<String> differing = new ArrayList<>();
    for (JsonNode row : rows) {
      String question = row.path("question").asText();
      String reference = row.path("reference").asText();
      String answer =
          SolutionAnswer.of(row.path("completion").asText(), "", QuestionType.VALUE).answer();
      if (answer.isEmpty()) {
        continue;
      }

      CountedVotes votes = CountedVotes.of(pair(question, reference, List.of(answer)));
      boolean isRight = Graders.strict().gradeAnswer(answer, reference, question).isRight();
      boolean isAgreeing = votes.votes().agreeing() == 1;
      agreeing += isAgreeing ? 1 : 0;
      if (isAgreeing != isRight) {
        differing.add(reference + OTHER + answer);
      }
    }

    assertThat(differing).isEmpty();
    assertThat(agreeing).isGreaterThan(rows.size() / 4);
  }
}
