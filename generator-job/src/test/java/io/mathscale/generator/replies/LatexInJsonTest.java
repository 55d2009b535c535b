package io.mathscale.generator.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.mathscale.core.config.GenerateConfig.Answers;
import io.mathscale.generator.replies.ParseResult.Parsed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatexInJsonTest {
  /** Commands that begin like an escape of JSON. */
  private static final String COMMANDS =
      "nu ne neq neg nabla not notin nmid nleq ngeq nless ngtr nparallel nexists nearrow nwarrow"
          + " nsubseteq ni nonumber norm nRightarrow rho right rightarrow rightharpoonup rangle"
          + " rceil rfloor rtimes rbrace rvert rm root rule tau theta times to tan tanh text textbf"
          + " textit textrm textstyle textnormal tfrac tag tilde top therefore triangle triangleq"
          + " thinspace tbinom bar beta begin big bigcup binom bmod boldsymbol boxed bullet because"
          + " frac forall flat fbox underline uparrow upsilon uplus underbrace";

  private static final String IN_VALID =
      "{\"question\": \"What is $a \\%s b$?\", \"solution\": \"5\"}";
  private static final String IN_INVALID =
      "{\"question\": \"What is $a \\%s b$?\", \"solution\": \"\\(5\\)\"}";
  private static final String IN_PYTHON =
      "{'question': 'What is $a \\%s b$?', 'solution': '5', 'level': None}";
  private static final String DOUBLED =
      "{\"question\": \"What is $a \\\\%s b$?\", \"solution\": \"5\"}";

  static Stream<String> commands() {
    return Stream.of(COMMANDS.split(" "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void keepsCommandsThatBeginLikeAnEscape(String command) {
    for (String form : List.of(IN_VALID, IN_INVALID, IN_PYTHON, DOUBLED)) {
      String reply = form.formatted(command);

      assertThat(question(reply)).as(reply).isEqualTo("What is $a \\" + command + " b$?");
    }
  }

  @Test
  void keepsLineEndsThatAreOnes() {
    String text =
        "{\"question\": \"Two lines are\\n"
            + "parallel.\\n"
            + "name them, not\\n"
            + "top: $x$\", \"solution\": \"5\"}";
    String lines = "Two lines are\nparallel.\nname them, not\ntop: $x$";

    assertThat(question(text)).isEqualTo(lines);
    assertThat(question(text.replace("\"5\"", "\"\\(5\\)\""))).isEqualTo(lines);
  }

  @Test
  void keepsLineEndsInMathematicsWhereBackslashesAreDoubled() {
    String reply = "{\"question\": \"What is $a \\\\cdot\\nu + 1$?\", \"solution\": \"5\"}";

    assertThat(question(reply)).isEqualTo("What is $a \\cdot\nu + 1$?");
  }

  @Test
  void keepsTheLineEndsOfMatrices() {
    String matrix = "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\\\[2pt] 5 & x \\end{pmatrix}";
    String doubled = matrix.replace("\\", "\\\\");

    for (String written : List.of(matrix, doubled)) {
      String reply = "{\"question\": \"What is $" + written + "$?\", \"solution\": \"It is $5$.\"}";
      assertThat(question(reply)).isEqualTo("What is $" + matrix + "$?");
    }
  }

  private static String question(String reply) {
    ParseResult<PairReply> result = PairReply.read(reply, Answers.NONE);
    assertThat(result).as(reply).isInstanceOf(Parsed.class);
    return ((Parsed<PairReply>) result).value().question();
  }
}
