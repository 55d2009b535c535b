package io.mathscale.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TeacherServerTest {
  @Test
  void anAddressThatIsTakenIsToldInOneLine() {
    StringWriter said = new StringWriter();
    try (Teacher teacher = Teacher.start(TeacherOptions.defaults())) {
      int port = URI.create(teacher.baseUrl()).getPort();
      CommandLine line = new CommandLine(new TeacherServer());
      line.setErr(new PrintWriter(said, true));

      assertThat(line.execute("--port", Integer.toString(port))).isEqualTo(2);

      assertThat(said.toString().lines())
          .containsExactly("Cannot listen on 127.0.0.1:%d: Address already in use".formatted(port));
    }
  }
}
