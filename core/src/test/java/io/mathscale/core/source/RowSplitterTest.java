package io.mathscale.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowSplitterTest {
  private static final int MAX_ROW = 20;

  @Test
  void aLineIsARowWithTheNumberOfTheLine() throws IOException {
    assertThat(rows(new LineSplitter(bytes("a\n\n  \nb\r\nc"), Long.MAX_VALUE, 1, MAX_ROW)))
        .containsExactly("1:a", "4:b\r", "5:c");
  }

  @Test
  void aLongRowIsKeptInPartAndMeasuredWhole() throws IOException {
    RawRow row = new LineSplitter(bytes("0123456789\n"), Long.MAX_VALUE, 1, 4).next();

    assertThat(new String(row.bytes(), StandardCharsets.UTF_8)).isEqualTo("0123");
    assertThat(row.length()).isEqualTo(10);
  }

  @Test
  void anElementOfAnArrayIsARow() throws IOException {
    String array = " [ {\"a\": \"],}\\\"\"},\n {\"b\": [1, {}]} ,3]\n";

    assertThat(rows(new ArraySplitter(bytes(array), MAX_ROW)))
        .containsExactly("1:{\"a\": \"],}\\\"\"}", "2:{\"b\": [1, {}]} ", "3:3");
    assertThat(rows(new ArraySplitter(bytes("[]"), MAX_ROW))).isEmpty();
    assertThat(rows(new ArraySplitter(bytes("[\n]\n"), MAX_ROW))).isEmpty();
  }

  @Test
  void aDamagedArrayTellsWhere() throws IOException {
    assertThat(rows(new ArraySplitter(bytes("[{}, {\"a\""), MAX_ROW)))
        .containsExactly("1:{}", "2:{\"a\"", "3!the array is not closed");
    assertThat(rows(new ArraySplitter(bytes("[1,,2] 3"), MAX_ROW)))
        .containsExactly(
            "1:1", "2!an element is missing", "3:2", "4!there is text behind the end of the array");
  }

  @Test
  void anObjectOverSeveralLinesIsARow() throws IOException {
    String objects = "\uFEFF{\n \"a\": \"}\\\"\"}\n{\"b\": {}}  {\n}";

    assertThat(rows(new ObjectSplitter(bytes(objects), MAX_ROW)))
        .containsExactly("1:{\n \"a\": \"}\\\"\"}", "2:{\"b\": {}}", "3:{\n}");
  }

  @Test
  void anElementOfTheExamplesOfAnObjectIsARow() throws IOException {
    String objects =
        "{\n \"keywords\": \"k\", \"example\": [{\"a\": [1]}, {\"b\": 2}],"
            + " \"other\": {\"data\": [3], \"x\": \"data\"}, \"Test\": [{\"c\": 3}]}\n";

    assertThat(rows(new WrapperSplitter(bytes(objects), 100)))
        .containsExactly("1:{\"a\": [1]}", "2:{\"b\": 2}", "3:{\"c\": 3}");
    assertThat(rows(new WrapperSplitter(bytes("{\"data\": []}"), 100))).isEmpty();
    assertThat(rows(new WrapperSplitter(bytes("{\"data\": [{\"a\": 1}, {"), 100)))
        .containsExactly("1:{\"a\": 1}", "2:{", "3!the array is not closed");
  }

  @Test
  void aDamagedSequenceOfObjectsTellsWhere() throws IOException {
    assertThat(rows(new ObjectSplitter(bytes("{\n} {\"a\": "), MAX_ROW)))
        .containsExactly("1:{\n}", "2!the object is not closed");
    assertThat(rows(new ObjectSplitter(bytes("{\n} 3 {}"), MAX_ROW)))
        .containsExactly("1:{\n}", "2!there is text between the objects");
  }

  @Test
  void aRecordMaySpreadOverLines() throws IOException {
    String csv = "q,a\n\"one\n\"\"two\"\"\",5\"\n\nthree,4";

    assertThat(rows(new CsvSplitter(bytes(csv), MAX_ROW, ',')))
        .containsExactly("1:q,a", "2:\"one\n\"\"two\"\"\",5\"", "5:three,4");
  }

  private static ByteSource bytes(String text) {
    return new ByteSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static List<String> rows(RowSplitter splitter) throws IOException {
    List<String> rows = new ArrayList<>();
    for (RawRow row = splitter.next(); row != null; row = splitter.next()) {
      String text = new String(row.bytes(), StandardCharsets.UTF_8);
      rows.add(row.number() + (row.fault().isEmpty() ? ":" + text : "!" + row.fault()));
    }

    return rows;
  }
}
