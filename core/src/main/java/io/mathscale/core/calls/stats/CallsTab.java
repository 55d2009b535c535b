package io.mathscale.core.calls.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.ui.SparkUI;
import org.apache.spark.ui.SparkUITab;
import org.apache.spark.ui.UIUtils;
import org.apache.spark.ui.WebUIPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.xml.Node;
import scala.xml.Utility;
import scala.xml.XML;

/** The tab of Spark's web UI that shows how far each run is and what each executor has asked. */
public final class CallsTab extends SparkUITab {
  private static final Logger LOG = LoggerFactory.getLogger(CallsTab.class);
  private static final String PREFIX = "calls";

  private CallsTab(SparkUI ui, PageFrame frame, Supplier<List<RunStats>> runs) {
    super(ui, PREFIX);
    attachPage(new Page(this, frame, runs));
  }

  /**
   * Adds the tab where the application has a web UI. Spark keeps what its tabs are made of to
   * itself, so a Spark that has changed it goes without.
   *
   * @param runs all runs of the application
   */
  public static void attach(SparkContext context, Supplier<List<RunStats>> runs) {
    try {
      Option<SparkUI> ui = context.ui();
      Optional<PageFrame> frame = PageFrame.of(UIUtils.class);
      if (ui.isDefined() && frame.isPresent()) {
        ui.get().attachTab(new CallsTab(ui.get(), frame.get(), runs));
      }
    } catch (LinkageError e) {
      LOG.info("The web UI of this Spark takes no tab of calls: {}", e.toString());
    }
  }

  /** The one page of the tab. */
  private static final class Page extends WebUIPage {
    private static final String RUNS_HEAD =
        """
        <h4>Runs</h4>
        <table class="table table-bordered table-sm table-striped">
        <thead><tr><th>Stage</th><th>Ended</th><th>Calls</th><th>Per cent</th>\
        <th>A second, over the last minute</th><th>Time left</th><th>Tokens in</th>\
        <th>Tokens out</th><th>US dollars</th><th>In flight</th></tr></thead><tbody>
        """;

    private static final String EXECUTORS_HEAD =
        """
        <h4>Executors</h4>
        <table class="table table-bordered table-sm table-striped">
        <thead><tr><th>Stage</th><th>Executor</th><th>Requests</th><th>Completed</th><th>Truncated</th>\
        <th>Failed</th><th>Asked again</th><th>Tokens in</th><th>Tokens out</th><th>US dollars</th>\
        <th>In flight</th></tr></thead><tbody>
        """;

    private static final String END = "</tbody></table>";

    private final CallsTab tab;
    private final PageFrame frame;
    private final Supplier<List<RunStats>> runs;

    Page(CallsTab tab, PageFrame frame, Supplier<List<RunStats>> runs) {
      super("");
      this.tab = tab;
      this.frame = frame;
      this.runs = runs;
    }

    @Override
    public Seq<Node> render(HttpServletRequest request) {
      Node tables = XML.loadString(tables(runs.get()));
      return frame.around(request, "Calls", tables.toSeq(), tab);
    }

    private static String tables(List<RunStats> runs) {
      StringBuilder tables = new StringBuilder("<div>").append(RUNS_HEAD);
      runs.forEach(run -> tables.append(row(run)));
      tables.append(END).append(EXECUTORS_HEAD);
      for (RunStats run : runs) {
        for (ExecutorStats executor : run.executors()) {
          tables.append(row(run.stage(), executor));
        }
      }

      return tables.append(END).append("</div>").toString();
    }

    private static String row(RunStats run) {
      CallStats calls = run.calls();
      return String.format(
          Locale.ROOT,
          "<tr><td>%s</td><td>%,d</td><td>%,d</td><td>%.1f</td><td>%.1f</td><td>%s</td>"
              + "<td>%,d</td><td>%,d</td><td>%s</td><td>%,d</td></tr>%n",
          Utility.escape(run.stage()),
          run.done(),
          run.total(),
          run.percent(),
          run.perSecond(),
          ProgressLine.left(run),
          calls.inputTokens(),
          calls.outputTokens(),
          ProgressLine.money(calls.cost()),
          run.inFlight());
    }

    private static String row(String stage, ExecutorStats executor) {
      CallStats calls = executor.calls();
      return String.format(
          Locale.ROOT,
          "<tr><td>%s</td><td>%s</td><td>%,d</td><td>%,d</td><td>%,d</td><td>%s</td><td>%s</td>"
              + "<td>%,d</td><td>%,d</td><td>%s</td><td>%,d</td></tr>%n",
          Utility.escape(stage),
          Utility.escape(executor.executor()),
          calls.requests(),
          calls.completed(),
          calls.truncated(),
          ProgressLine.byCause(calls.failed()),
          ProgressLine.byCause(calls.retried()),
          calls.inputTokens(),
          calls.outputTokens(),
          ProgressLine.money(calls.cost()),
          executor.inFlight());
    }
  }
}
