package io.mathscale.generator.export.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Counts the knowledge points that the rows of a partition have beside some topics. */
final class TallyPoints implements FlatMapFunction<Iterator<Row>, Map<String, Map<String, Long>>> {
  private static final long serialVersionUID = 1L;

  private final HashSet<String> topics;

  TallyPoints(Set<String> topics) {
    this.topics = new HashSet<>(topics);
  }

  @Override
  public Iterator<Map<String, Map<String, Long>>> call(Iterator<Row> rows) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> points = row.getList(1);
      for (String topic : row.<String>getList(0)) {
        if (topics.contains(topic)) {
          Map<String, Long> ofTopic = counts.computeIfAbsent(topic, key -> new HashMap<>());
          points.forEach(point -> ofTopic.merge(point, 1L, Long::sum));
        }
      }
    }

    return List.of(counts).iterator();
  }

  /** Adds the counts of another part to those of one. */
  static Map<String, Map<String, Long>> sum(
      Map<String, Map<String, Long>> one, Map<String, Map<String, Long>> other) {
    other.forEach(
        (topic, points) -> {
          Map<String, Long> ofTopic = one.computeIfAbsent(topic, key -> new HashMap<>());
          points.forEach((point, count) -> ofTopic.merge(point, count, Long::sum));
        });
    return one;
  }
}
