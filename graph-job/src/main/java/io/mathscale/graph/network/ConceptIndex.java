package io.mathscale.graph.network;

import io.mathscale.core.config.ConfigException;
import io.mathscale.core.data.Concept;
import io.mathscale.core.data.ConceptKind;
import io.mathscale.graph.concepts.ConceptFrequency;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the nodes of the graph: topics first, each kind in the order of its names. */
public final class ConceptIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private final int topics;

  private ConceptIndex(String[] names, int topics) {
    this.names = names;
    this.topics = topics;
  }

  /** The numbers of nodes in any order. */
  public static ConceptIndex of(List<Concept> nodes) {
    List<Concept> ordered = new ArrayList<>(nodes);
    ordered.sort(Comparator.comparing(Concept::kind).thenComparing(Concept::name));
    int topics = (int) ordered.stream().filter(node -> node.kind() == ConceptKind.TOPIC).count();
    return new ConceptIndex(ordered.stream().map(Concept::name).toArray(String[]::new), topics);
  }

  /** The numbers that concepts have by their places; topics come first. */
  public static ConceptIndex inOrder(List<ConceptFrequency> concepts) {
    long topics = concepts.stream().filter(each -> each.kind() == ConceptKind.TOPIC).count();
    String[] names = concepts.stream().map(ConceptFrequency::name).toArray(String[]::new);
    return new ConceptIndex(names, Math.toIntExact(topics));
  }

  /** Number of topics; they are numbered from 0. */
  public int topics() {
    return topics;
  }

  /** Number of concepts of both kinds. */
  public int size() {
    return names.length;
  }

  /** The name of a concept. */
  public String name(int concept) {
    return names[concept];
  }

  /** The numbers of one kind, by name. */
  public Map<String, Integer> byName(ConceptKind kind) {
    int from = kind == ConceptKind.TOPIC ? 0 : topics;
    int to = kind == ConceptKind.TOPIC ? topics : names.length;
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = from; number < to; number++) {
      numbers.put(names[number], number);
    }

    return numbers;
  }

  /** What is wrong when an edge has a concept that is no node. */
  public static ConfigException noNode(String name) {
    return new ConfigException(
        "tables graph/nodes and graph/edges must be of one graph, run build again: an edge has the"
            + " concept \""
            + name
            + "\", which is no node");
  }
}
