package io.mathscale.generator.export.card;

import io.mathscale.core.workspace.Manifest;
import io.mathscale.generator.export.facts.CardFacts;
import io.mathscale.generator.export.facts.RowCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Croissant's terms of responsible AI say of an export.
 *
 * @see <a href="http://mlcommons.org/croissant/RAI/1.0">Croissant RAI specification 1.0</a>
 */
final class ResponsibleAi {
  private final CardFacts facts;

  ResponsibleAi(CardFacts facts) {
    this.facts = facts;
  }

  /** Texts, or lists of texts, by term. */
  Map<String, Object> terms() {
    List<String> models = facts.rows().models().stream().map(RowCount::name).toList();
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put(
        "rai:dataCollection",
        "A teacher model names topics and knowledge points in seed questions; random walks over the"
            + " graph of these concepts compose mixes; the teacher writes a question and a solution"
            + " for each. Seeds that have a solution may be rows too.");
    terms.put("rai:dataCollectionType", List.of("Secondary Data analysis", "Software Collection"));
    terms.put("rai:dataCollectionRawData", rawData());
    terms.put("rai:dataCollectionTimeframe", timeframe());
    terms.put("rai:dataPreprocessingProtocol", removals());
    terms.put(
        "rai:dataAnnotationProtocol",
        "Topics and knowledge points of a generated row are those that its question was asked for;"
            + " no human looked at them.");
    terms.put("rai:machineAnnotationTools", models);
    terms.put(
        "rai:dataLimitations",
        List.of(
            "Solutions were written by a model and may be wrong: the paper found 69 of 100 of its"
                + " teacher's right (section 5.3).",
            "Recall of decontamination is stated in README.md where it was measured; else none is"
                + " claimed."));
    terms.put(
        "rai:dataBiases",
        "Questions follow the seeds in their topics, levels, names and places, and the teacher in"
            + " its style.");
    terms.put(
        "rai:dataUseCases", List.of("Fine-tuning of language models for mathematical reasoning"));
    terms.put(
        "rai:personalSensitiveInformation",
        "Nobody looked for any. Names in word problems are invented by models or stand in the"
            + " seeds.");
    return terms;
  }

  private String rawData() {
    List<String> datasets =
        facts.rows().datasets().stream()
            .map(each -> String.format(Locale.ROOT, "%s (%,d rows)", each.name(), each.rows()))
            .toList();
    return datasets.isEmpty()
        ? "Seed questions, none of which is a row."
        : "Seed questions, of which these are rows: " + String.join(", ", datasets) + ".";
  }

  private List<String> timeframe() {
    return facts.tables().isEmpty()
        ? List.of()
        : List.of(
            facts.tables().stream().map(Manifest::started).min(String::compareTo).orElseThrow(),
            facts.export().ended());
  }

  private List<String> removals() {
    return facts.reasons().stream()
        .map(
            reason ->
                String.format(
                    Locale.ROOT,
                    "%s removed %,d rows: %s",
                    reason.stage(),
                    reason.rows(),
                    reason.reason()))
        .toList();
  }
}
