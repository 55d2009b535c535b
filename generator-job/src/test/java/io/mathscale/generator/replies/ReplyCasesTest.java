package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.core.data.RejectionReason;
import io.mathscale.generator.replies.ParseResult.Parsed;
import io.mathscale.generator.replies.ParseResult.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of what becomes of replies, by their shapes. */
class ReplyCasesTest {
  @ParameterizedTest
  @MethodSource("pairs")
  void readsPairs(String example) {
    String[] parts = example.split("\n---\n", 3);
    ParseResult<PairReply> result = PairReply.read(parts[1], Answers.FOUND);

    assertThat(result).as(example).isInstanceOf(Parsed.class);
    PairReply pair = ((Parsed<PairReply>) result).value();
    Map<String, String> read =
        Map.of(
            "question", pair.question(),
            "solution", pair.solution(),
            "answer", pair.answer(),
            "rule", pair.answerRule(),
            "type", pair.questionType().name(),
            "reasoning", pair.reasoning());
    Map<String, String> expected = new HashMap<>();
    for (String line : parts[2].split("\n")) {
      int colon = line.indexOf(':');
      // Line ends only: \neq and other commands are no escapes here.
      expected.put(
          line.substring(0, colon),
          line.substring(colon + 1).strip().replaceAll("\\\\n(?!eq)", "\n"));
    }

    assertThat(read).as(example).containsAllEntriesOf(expected);
  }

  static List<String> pairs() {
    return Shapes.in("pair-cases.txt");
  }

  @ParameterizedTest
  @MethodSource("rejectedPairs")
  void rejectsWhatIsNoPair(String example) {
    String reply = example.substring(example.indexOf('\n') + 1);

    assertRefused(example, PairReply.read(reply, Answers.FOUND));
  }

  static List<String> rejectedPairs() {
    return Shapes.in("rejected-pairs.txt");
  }

  @ParameterizedTest
  @MethodSource("rejectedConcepts")
  void rejectsWhatNamesNoConcepts(String example) {
    String reply = example.substring(example.indexOf('\n') + 1);

    assertRefused(example, ConceptsReply.read(reply));
  }

  static List<String> rejectedConcepts() {
    return Shapes.in("rejected-concepts.txt");
  }

  private static void assertRefused(String example, ParseResult<?> result) {
    RejectionReason reason = RejectionReason.valueOf(example.substring(0, example.indexOf('\n')));
    assertThat(result)
        .as(example)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
