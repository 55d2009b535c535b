package io.mathscale.teacher.answers;

import io.mathscale.teacher.families.BundledText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the topics and knowledge points of any question, by the rules in {@code concepts.txt}. */
final class ConceptRules {
  /** The paper asks for 1 or 2 topics and 1 to 5 knowledge points (MathScale, section 3.1). */
  static final int MAX_TOPICS = 2;

  static final int MAX_KNOWLEDGE_POINTS = 5;

  private static final Pattern DRAWING = Pattern.compile("(?s)\\[asy\\].*?\\[/asy\\]");
  private static final Pattern TOPIC = Pattern.compile("\\[(.+)]");
  private static final Pattern RULE = Pattern.compile("([123]) (.+?) = (.+)");
  private static final NamedConcepts FALLBACK =
      new NamedConcepts(List.of("Mathematics"), List.of("PosedProblem solving"));

  private final List<Rule> rules;

  /** A knowledge point of a topic, and the words that show it. */
  record Rule(String topic, int weight, String knowledgePoint, Clue clue) {}

  private ConceptRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Reads the rules that come with the teacher. */
  static ConceptRules load() {
    List<Rule> rules = new ArrayList<>();
    String topic = "";
    for (String line : BundledText.lines(ConceptRules.class, "concepts.txt")) {
      Matcher heading = TOPIC.matcher(line);
      Matcher rule = RULE.matcher(line);
      if (heading.matches()) {
        topic = heading.group(1);
      } else if (rule.matches()) {
        rules.add(
            new Rule(
                topic, Integer.parseInt(rule.group(1)), rule.group(2), new Clue(rule.group(3))));
      } else {
        throw new IllegalStateException("Line of concepts.txt must be a topic or a rule: " + line);
      }
    }

    return new ConceptRules(rules);
  }

  /** Returns all rules, in their order. */
  List<Rule> rules() {
    return rules;
  }

  /** Returns what the question is about. */
  NamedConcepts conceptsOf(String question) {
    String text = DRAWING.matcher(question).replaceAll(" ").toLowerCase(Locale.ROOT);
    List<Rule> fitting = rules.stream().filter(rule -> rule.clue().isIn(text)).toList();
    if (fitting.isEmpty()) {
      return FALLBACK;
    }

    Map<String, Integer> weightByTopic = new HashMap<>();
    fitting.forEach(rule -> weightByTopic.merge(rule.topic(), rule.weight(), Integer::sum));
    List<Rule> bestFirst =
        fitting.stream()
            .sorted(
                Comparator.comparingInt((Rule rule) -> -rule.weight())
                    .thenComparingInt(rule -> -weightByTopic.get(rule.topic())))
            .toList();
    Set<String> topics = new LinkedHashSet<>();
    Set<String> points = new LinkedHashSet<>();
    int wanted = wantedPoints(text, bestFirst.size());
    for (Rule rule : bestFirst) {
      if (points.size() < wanted && (topics.contains(rule.topic()) || topics.size() < MAX_TOPICS)) {
        topics.add(rule.topic());
        points.add(rule.knowledgePoint());
      }
    }

    return new NamedConcepts(List.copyOf(topics), List.copyOf(points));
  }

  /** Returns how many knowledge points to name: longer questions need more. */
  private static int wantedPoints(String text, int fitting) {
    int byLength = 2 + text.length() / 120;
    return Math.min(Math.min(byLength, fitting), MAX_KNOWLEDGE_POINTS);
  }
}
