package io.mathscale.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mathscale.core.command.Stage;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.MathscaleConfig;
import io.mathscale.core.config.SeedsConfig;
import io.mathscale.core.source.files.UserFiles;
import io.mathscale.generator.benchmark.BenchmarkChoice;
import io.mathscale.generator.benchmark.ConfiguredBenchmark;
import io.mathscale.generator.overview.OverviewText;
import io.mathscale.generator.overview.SeedOverview;
import io.mathscale.generator.overview.SeedOverviews;
import io.mathscale.generator.seeds.SeedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what seed files hold and what becomes of their rows; asks and writes nothing. */
@Command(name = Seeds.NAME, description = "Shows what seed files hold; asks and writes nothing.")
final class Seeds implements Stage {
  static final String NAME = "seeds";

  @Option(names = "--json", description = "Print JSON.")
  private boolean isJson;

  @Override
  public void check(MathscaleConfig config) {
    SeedInput.requirePath(config.seeds());
  }

  @Override
  public List<UserFiles> files(MathscaleConfig config) {
    List<UserFiles> files = new ArrayList<>(List.of(SeedInput.files(config.seeds())));
    files.addAll(BenchmarkChoice.filesOf(config));
    return files;
  }

  /** It writes no table. */
  @Override
  public Set<String> families(MathscaleConfig config) {
    return Set.of();
  }

  @Override
  public void run(StageContext context) {
    SeedsConfig seeds = context.config().seeds();
    ConfiguredBenchmark benchmark =
        ConfiguredBenchmark.of(context.spark(), context.workspace(), context.config());
    ConfiguredBenchmark keptOut = seeds.decontaminate() ? benchmark : ConfiguredBenchmark.NONE;
    try (SeedInput input = SeedInput.readAny(context.spark(), seeds, keptOut, NAME)) {
      SeedOverview overview = SeedOverviews.of(input, benchmark, context.config());
      System.out.print(isJson ? json(overview) : new OverviewText(overview).text());
      System.out.flush();
    }
  }

  private static String json(SeedOverview overview) {
    try {
      return JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(overview)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an overview must be writable as JSON", e);
    }
  }
}
