package io.mathscale.generator;

import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.ConfigException;
import io.mathscale.core.config.ExportConfig;
import io.mathscale.core.config.ExportConfig.Compression;
import io.mathscale.core.config.ExportConfig.Format;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.workspace.Manifest;
import io.mathscale.core.workspace.StagedFolder;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.ToolVersion;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.export.ChosenRows;
import io.mathscale.generator.export.DataSplit;
import io.mathscale.generator.export.ExportManifest;
import io.mathscale.generator.export.ExportRows;
import io.mathscale.generator.export.ExportedFile;
import io.mathscale.generator.export.ShardPlan;
import io.mathscale.generator.export.TrainingFiles;
import io.mathscale.generator.export.card.CroissantJson;
import io.mathscale.generator.export.card.DataCard;
import io.mathscale.generator.export.card.DatasetPage;
import io.mathscale.generator.export.facts.CardFacts;
import io.mathscale.generator.export.trainers.TrainerConfigs;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;

/** Writes MathScaleQA as files that trainers read, and what is told of them. */
@Command(name = "export", description = "Writes the training data for trainers.")
final class Export implements Stage {
  private static final String FOLDER = StagedFolder.EXPORT;

  @Override
  public void check(MathscaleConfig config) {
    ExportRows.requirePrompt(config.export());
  }

  @Override
  public void check(SparkSession spark, MathscaleConfig config) {
    ChosenRows.require(spark, config.export());
  }

  @Override
  public void run(StageContext context) {
    Workspace workspace = context.workspace();
    workspace.requireWritable();
    ExportConfig config = context.config().export();
    ChosenRows chosen =
        ChosenRows.of(
            workspace.read(Tables.MATHSCALEQA),
            workspace.rows(Tables.MATHSCALEQA),
            config,
            context.config().seed());
    chosen.groups().forEach(group -> context.say("export: " + group));
    Dataset<Row> rows = ExportRows.of(chosen.rows(), config, context.config().seed());
    ShardPlan plan =
        ShardPlan.of(ExportRows.sizes(rows).collectAsList(), config.shardSize().count());
    requireRows(context, plan);
    StagedFolder folder = workspace.stageFolder(FOLDER, ExportManifest.FILE);
    TrainingFiles training = new TrainingFiles(context.spark(), folder, config, plan);
    List<ExportedFile> files = training.write(rows);
    TrainerConfigs.of(config, files).forEach(folder::write);
    ExportManifest manifest = manifest(context, plan, files, chosen.leftOut());
    CardFacts facts =
        CardFacts.of(workspace, config, manifest, training, rows, context.config().seed());
    folder.write(DataCard.FILE, new DataCard(facts).markdown());
    folder.write(CroissantJson.FILE, new CroissantJson(facts).json());
    folder.write(DatasetPage.FILE, new DatasetPage(facts).html());
    folder.write(ExportManifest.FILE, manifest.json());
    folder.publish();
    tell(context, manifest, folder);
  }

  private static void requireRows(StageContext context, ShardPlan plan) {
    if (plan.rows() == 0) {
      throw new ConfigException(
          String.format(
              Locale.ROOT,
              "table %s must have rows to export with export.mixture = %s%s: 0 of %,d",
              Tables.MATHSCALEQA.name(),
              context.settings().shown().get("export.mixture"),
              context.config().export().where().isBlank()
                  ? ""
                  : " and export.where = " + context.config().export().where(),
              context.workspace().rows(Tables.MATHSCALEQA)));
    }

    if (plan.rows(DataSplit.TRAIN) == 0) {
      ExportConfig.Split split = context.config().export().split();
      throw new ConfigException(
          String.format(
              Locale.ROOT,
              "table %s must have rows to train on with export.mixture = %s and export.split ="
                  + " { validation = %s, test = %s }: 0 of %,d",
              Tables.MATHSCALEQA.name(),
              context.settings().shown().get("export.mixture"),
              split.validation(),
              split.test(),
              plan.rows()));
    }

    if (plan.gradable() == 0 && context.config().export().formats().equals(List.of(Format.RLVR))) {
      throw new ConfigException(
          String.format(
              Locale.ROOT,
              "table %s must have answers to export with export.formats = [rlvr]: 0 of %,d rows",
              Tables.MATHSCALEQA.name(),
              plan.rows()));
    }
  }

  private static ExportManifest manifest(
      StageContext context, ShardPlan plan, List<ExportedFile> files, Map<String, Long> notChosen) {
    Manifest table = context.workspace().manifest(Tables.MATHSCALEQA.name()).orElseThrow();
    Map<String, Long> splits = new LinkedHashMap<>();
    for (DataSplit split : DataSplit.values()) {
      if (plan.rows(split) > 0) {
        splits.put(split.label(), plan.rows(split));
      }
    }

    Map<String, Long> leftOut = new LinkedHashMap<>();
    leftOut.put(ExportManifest.NOT_IN_MIXTURE, table.rows() - plan.rows());
    leftOut.putAll(notChosen);
    if (context.config().export().formats().contains(Format.RLVR)) {
      leftOut.put(ExportManifest.NO_ANSWER, plan.rows() - plan.gradable());
    }

    return new ExportManifest(
        plan.rows(),
        splits,
        leftOut,
        files,
        List.of(new Manifest.Input(table.table(), table.rows(), table.ended(), table.id())),
        context.settings().shown(),
        ToolVersion.get(),
        context.spark().version(),
        context.started().toString(),
        Clock.systemUTC().instant().toString());
  }

  private static void tell(StageContext context, ExportManifest manifest, StagedFolder folder) {
    context.say(
        String.format(
            Locale.ROOT,
            "export: %,d rows in %s (%s)",
            manifest.rows(),
            folder.folder(),
            splits(manifest.splits())));
    manifest
        .leftOut()
        .forEach(
            (reason, rows) -> {
              if (rows > 0) {
                context.say(
                    String.format(
                        Locale.ROOT,
                        "export: %,d rows left out: %s",
                        rows,
                        ExportManifest.words(reason)));
              }
            });
    if (context.config().export().compression() != Compression.NONE) {
      context.say(
          "export: LLaMA-Factory reads no compressed JSON lines: dataset_info.json lists none");
    }
  }

  private static String splits(Map<String, Long> splits) {
    return String.join(
        ", ",
        splits.entrySet().stream()
            .map(split -> String.format(Locale.ROOT, "%s %,d", split.getKey(), split.getValue()))
            .toList());
  }
}
