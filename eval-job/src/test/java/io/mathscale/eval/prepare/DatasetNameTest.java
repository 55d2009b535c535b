package io.mathscale.eval.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetNameTest {
  @ParameterizedTest
  @CsvSource({
    "file:/data/aime24.jsonl, aime24",
    "file:/data/aime.2024.jsonl.gz, aime.2024",
    "file:/data/aime24/test.jsonl, aime24",
    "hdfs://host/b/aime_2024/data/train-00000-of-00001.parquet, aime_2024",
    "s3a://bucket/hmmt/default/Test.json, hmmt",
    "file:/b/olympiad/part-00000-6c-c000.snappy.parquet, olympiad",
    "OE_TO_maths_en_COMP.json, OE_TO_maths_en_COMP",
    "file:/test.json, test"
  })
  void tellsTheDataSetByThePlaceOfAFile(String file, String name) {
    assertThat(DatasetName.of(file)).isEqualTo(name);
  }
}
