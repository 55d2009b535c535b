package io.mathscale.core.parquet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Writes rows as JSON lines, in the very text that Spark's {@code Dataset.toJSON} gives with nulls
 * kept and the session in UTC. Types of columns are those that record encoders make.
 */
public final class JsonRows {
  /** Spark's way: {@code spark.sql} option {@code timestampFormat} of JSON, by default. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

  /** The Julian day of 1970-01-01, from which INT96 timestamps count. */
  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;

  private static final JsonFactory FACTORY = new JsonFactory().setRootValueSeparator(null);

  private final JsonGenerator json;
  private final List<String> names;
  private final List<String> columns;

  /**
   * Writes some columns.
   *
   * @param names what the columns are to be called, in the order in which they are written
   * @param columns what they are called in the rows, in the same order
   */
  public JsonRows(Writer out, List<String> names, List<String> columns) throws IOException {
    this.json = FACTORY.createGenerator(out);
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
  }

  /** Writes a row and a line end. */
  public void write(Group row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      json.writeFieldName(names.get(i));
      writeField(row, row.getType().getFieldIndex(columns.get(i)));
    }

    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes out what is held back. */
  public void flush() throws IOException {
    json.flush();
  }

  private void writeObject(Group group) throws IOException {
    GroupType type = group.getType();
    json.writeStartObject();
    for (int field = 0; field < type.getFieldCount(); field++) {
      json.writeFieldName(type.getFieldName(field));
      writeField(group, field);
    }

    json.writeEndObject();
  }

  private void writeField(Group group, int field) throws IOException {
    Type type = group.getType().getType(field);
    if (group.getFieldRepetitionCount(field) == 0) {
      json.writeNull();
    } else if (type.isPrimitive()) {
      writePrimitive(group, field, type.asPrimitiveType());
    } else if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      writeList(group.getGroup(field, 0));
    } else if (type.getLogicalTypeAnnotation() == null) {
      writeObject(group.getGroup(field, 0));
    } else {
      throw unknown(type);
    }
  }

  /** A list is a group with one repeated group, whose only field is the element. */
  private void writeList(Group list) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      writeField(list.getGroup(0, i), 0);
    }

    json.writeEndArray();
  }

  private void writePrimitive(Group group, int field, PrimitiveType type) throws IOException {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation) {
      json.writeNumber(Decimals.of(group, field));
    } else if (meaning instanceof StringLogicalTypeAnnotation) {
      json.writeString(group.getString(field, 0));
    } else if (meaning instanceof DateLogicalTypeAnnotation) {
      json.writeString(LocalDate.ofEpochDay(group.getInteger(field, 0)).toString());
    } else if (meaning instanceof TimestampLogicalTypeAnnotation timestamp) {
      Instant instant = Instant.EPOCH.plus(group.getLong(field, 0), unit(timestamp.getUnit()));
      json.writeString(TIMESTAMP.format(instant));
    } else if (meaning == null) {
      writePlain(group, field, type);
    } else {
      throw unknown(type);
    }
  }

  private void writePlain(Group group, int field, PrimitiveType type) throws IOException {
    switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> json.writeBoolean(group.getBoolean(field, 0));
      case INT32 -> json.writeNumber(group.getInteger(field, 0));
      case INT64 -> json.writeNumber(group.getLong(field, 0));
      case FLOAT -> json.writeNumber(group.getFloat(field, 0));
      case DOUBLE -> json.writeNumber(group.getDouble(field, 0));
      case INT96 -> json.writeString(TIMESTAMP.format(instant(group.getInt96(field, 0))));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> throw unknown(type);
    }
  }

  private static Instant instant(Binary int96) {
    NanoTime time = NanoTime.fromBinary(int96);
    return Instant.EPOCH
        .plus(time.getJulianDay() - (long) JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
        .plusNanos(time.getTimeOfDayNanos());
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static IllegalStateException unknown(Type type) {
    return new IllegalStateException("A column must be of a type that records have: " + type);
  }
}
