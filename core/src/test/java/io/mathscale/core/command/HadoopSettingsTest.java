package io.mathscale.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopSettingsTest {
  @TempDir private Path folder;

  @Test
  void takesWhatStandsBelowSparkHadoop() {
    Properties spark = new Properties();
    spark.setProperty("spark.hadoop.fs.s3a.endpoint", "http://store:9090");
    spark.setProperty("spark.master", "local");

    Configuration settings = HadoopSettings.of(spark);

    assertThat(settings.get("fs.s3a.endpoint")).isEqualTo("http://store:9090");
    assertThat(settings.get("spark.master")).isNull();
  }

  @Test
  void findsTheDefaultsWhereSparkFindsThem() throws IOException {
    Files.createDirectory(folder.resolve("conf"));
    Files.writeString(folder.resolve("conf/spark-defaults.conf"), "spark.master  home\n");
    Files.writeString(folder.resolve("spark-defaults.conf"), "# x\nspark.master=folder\n");
    String home = folder.toString();

    assertThat(HadoopSettings.defaults(Map.of("SPARK_HOME", home)))
        .containsOnly(Map.entry("spark.master", "home"));
    assertThat(HadoopSettings.defaults(Map.of("SPARK_HOME", "x", "SPARK_CONF_DIR", home)))
        .containsOnly(Map.entry("spark.master", "folder"));
    assertThat(HadoopSettings.defaults(Map.of("SPARK_HOME", home + "/none"))).isEmpty();
    assertThat(HadoopSettings.defaults(Map.of())).isEmpty();
  }
}
