package io.mathscale.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvRecordTest {
  @Test
  void readsQuotesCommasAndLineEnds() {
    assertThat(CsvRecord.fields("a,\"b, \"\"c\"\"\nd\",,5\" pipe\r", ','))
        .containsExactly("a", "b, \"c\"\nd", "", "5\" pipe");
    assertThat(CsvRecord.fields("\"\",\"\"\"\"", ',')).containsExactly("", "\"");
  }

  @Test
  void hasNoFieldsWhereAQuoteIsNotClosed() {
    assertThat(CsvRecord.fields("a,\"b", ',')).isEmpty();
  }
}
