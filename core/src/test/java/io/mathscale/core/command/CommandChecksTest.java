package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.Settings;
import io.mathscale.core.testing.SparkExtension;
import io.mathscale.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is missing is told before the first command runs, wherever the driver is. */
@ExtendWith(SparkExtension.class)
class CommandChecksTest {
  private static final String SERVICE = "model { base-url = \"http://h/v1\", name = m }\n";

  @TempDir private Path folder;

  @Test
  void readsTheKeysOfEveryAskedModelOnTheDriver(SparkSession spark) {
    CommandChecks alias =
        checks("validate.models = [{ name = a, api-key.credential = mistyped }]", true);
    assertThatCode(alias::beforeSession).as("elsewhere").doesNotThrowAnyException();
    assertThatThrownBy(() -> inSession(alias, spark))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("validate.models[0].api-key must name a secret that is set");

    CommandChecks variable =
        checks("validate.models = [{ name = a }, { name = b, api-key.env = NOT_SET }]", true);
    assertThatThrownBy(() -> inSession(variable, spark))
        .hasMessageStartingWith("validate.models[1].api-key must name a secret that is set");

    CommandChecks file = checks("model.ca-file = none.pem", true);
    assertThatThrownBy(() -> inSession(file, spark))
        .hasMessageStartingWith("model.ca-file must be a file that can be read");
  }

  @Test
  void readsThemBeforeTheSessionWhereThisIsTheDriver() {
    assertThatThrownBy(checks("model.api-key.env = NOT_SET", false)::beforeSession)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("model.api-key must name a secret that is set");
    assertThatThrownBy(checks("model.ca-file = none.pem", false)::beforeSession)
        .hasMessageStartingWith("model.ca-file must be a file that can be read");
  }

  @Test
  void readsPromptsWhereTheDriverIs(SparkSession spark) {
    String setting = "validate.prompt = none.txt";
    String must = "validate.prompt must be a bundled name or a file that can be read";

    assertThatThrownBy(checks(setting, false)::beforeSession).hasMessageStartingWith(must);
    CommandChecks elsewhere = checks(setting, true);
    assertThatCode(elsewhere::beforeSession).doesNotThrowAnyException();
    assertThatThrownBy(() -> inSession(elsewhere, spark))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(must);
  }

  @Test
  void passesWhatIsThere(SparkSession spark) {
    CommandChecks checks = checks("model.api-key.env = PATH", false);

    assertThatCode(checks::beforeSession).doesNotThrowAnyException();
    assertThatCode(() -> inSession(checks, spark)).doesNotThrowAnyException();
  }

  private void inSession(CommandChecks checks, SparkSession spark) {
    checks.inSession(spark, Workspace.at(spark, folder.toString()));
  }

  private static CommandChecks checks(String setting, boolean isDriverElsewhere) {
    return new CommandChecks(
        List.of(
            new ScriptedCommands.First(new ArrayList<>()),
            new ScriptedCommands.Asks(new ArrayList<>())),
        Settings.parse("workspace = w\n" + SERVICE + setting, "test", List.of()).config(),
        isDriverElsewhere);
  }
}
