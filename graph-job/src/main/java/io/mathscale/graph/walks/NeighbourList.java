package io.mathscale.graph.walks;

import io.mathscale.core.encoder.RecordEncoders;
import io.mathscale.graph.walks.joined.AliasRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Encoder;

/**
 * The neighbours of a concept in one sub-graph.
 *
 * @param list which list: a concept, or a concept and sub-graph (see {@link AliasRows})
 * @param neighbours in the order of their numbers
 */
public record NeighbourList(long list, List<Neighbour> neighbours) implements Serializable {
  /** Rows of this type, a column a component. */
  public static final Encoder<NeighbourList> ENCODER = RecordEncoders.of(NeighbourList.class);

  /** Copies the neighbours. */
  public NeighbourList {
    neighbours = List.copyOf(neighbours);
  }

  /**
   * A neighbour.
   *
   * @param number which concept
   * @param weight w of the edge to it
   */
  public record Neighbour(int number, long weight) implements Serializable {}

  /**
   * A place in the alias table of a list.
   *
   * @param list which list
   * @param place which place, from 0
   * @param threshold up to which depth it leads to the target
   * @param target its own neighbour
   * @param alias the neighbour that it leads to above the threshold
   */
  public record Place(long list, int place, double threshold, int target, int alias) {
    /** Rows of this type, a column a component. */
    public static final Encoder<Place> ENCODER = RecordEncoders.of(Place.class);
  }

  /** The list as the arcs of one node, numbered 0. */
  public SortedArcs arcs() {
    return SortedArcs.of(
        1,
        new int[neighbours.size()],
        neighbours.stream().mapToInt(Neighbour::number).toArray(),
        neighbours.stream().mapToLong(Neighbour::weight).toArray());
  }

  /** The alias table of the list. */
  public Iterator<Place> places() {
    AliasTable table = AliasTable.of(neighbours.stream().mapToLong(Neighbour::weight).toArray());
    List<Place> places = new ArrayList<>(neighbours.size());
    for (int place = 0; place < neighbours.size(); place++) {
      places.add(
          new Place(
              list,
              place,
              table.threshold(place),
              neighbours.get(place).number(),
              neighbours.get(table.alias(place)).number()));
    }

    return places.iterator();
  }
}
