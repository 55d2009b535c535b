package io.mathscale.core.engine;

import io.mathscale.core.calls.CallResults;
import io.mathscale.core.calls.Completions;
import io.mathscale.core.config.Settings;
import io.mathscale.core.data.Prompt;
import io.mathscale.core.time.FastTime;
import io.mathscale.core.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.BlockData;
import org.apache.spark.storage.BlockId;
import scala.Option;

/**
 * An application of its own: asks so many of {@link Engine}'s questions, says what became of them
 * and where its UI is, and stays until its standard input ends.
 */
final class EngineDriver {
  /** More broadcasts than a run makes. */
  private static final int BROADCASTS = 2_000;

  /** Property: pauses and signs of life are so many times shorter. */
  static final String HURRY = "engine.hurry";

  private EngineDriver() {}

  /**
   * Arguments: configuration file, number of questions, and a text that must be in no serialised
   * task, or none.
   */
  public static void main(String[] args) throws IOException {
    Settings settings = Settings.load(new File(args[0]), List.of());
    try (SparkSession spark = SparkSession.builder().appName("engine").getOrCreate()) {
      Workspace workspace = Workspace.at(spark, settings.config().workspace());
      Dataset<Prompt> prompts = Engine.questions(spark, Integer.parseInt(args[1]), 2);
      Completions door =
          Completions.of(spark, workspace, settings.config(), false)
              .withTime(new FastTime(Integer.getInteger(HURRY, 1)));
      try (CallResults answers = door.ask(Engine.batch(prompts))) {
        System.out.println("completed=" + answers.calls().completed());
        System.out.println("cost=" + answers.calls().cost().toPlainString());
        System.out.println("doubtful=" + answers.calls().doubtfulCost().toPlainString());
        System.out.println("rows=" + answers.rows().count());
      }

      if (args.length > 2) {
        System.out.println("broadcasts with the text=" + broadcastsWith(args[2]));
      }

      Option<String> ui = spark.sparkContext().uiWebUrl();
      System.out.println("ui=" + (ui.isDefined() ? ui.get() : ""));
      int ended = System.in.read();
      System.out.println("end=" + ended);
    }
  }

  /** The tasks that were sent, among other things, or -1 if there are none to look at. */
  private static int broadcastsWith(String text) {
    int seen = 0;
    int found = 0;
    for (int number = 0; number < BROADCASTS; number++) {
      BlockId piece = BlockId.apply("broadcast_" + number + "_piece0");
      Option<BlockData> data = SparkEnv.get().blockManager().getLocalBytes(piece);
      if (data.isDefined()) {
        ByteBuffer bytes = data.get().toByteBuffer();
        seen++;
        found += StandardCharsets.ISO_8859_1.decode(bytes).toString().contains(text) ? 1 : 0;
        SparkEnv.get().blockManager().releaseLock(piece, Option.empty());
      }
    }

    return seen == 0 ? -1 : found;
  }
}
