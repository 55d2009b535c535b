package io.mathscale.core.calls.stats;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
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

/** The tab of Spark's web UI that shows what each executor has asked, by stage. */
public final class CallsTab extends SparkUITab {
  private static final Logger LOG = LoggerFactory.getLogger(CallsTab.class);
  private static final String PREFIX = "calls";

  private CallsTab(SparkUI ui, Supplier<List<RunStats>> runs) {
    super(ui, PREFIX);
    attachPage(new Page(this, runs));
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
      if (ui.isDefined()) {
        ui.get().attachTab(new CallsTab(ui.get(), runs));
      }
    } catch (LinkageError e) {
      LOG.info("The web UI of this Spark takes no tab of calls: {}", e.toString());
    }
  }

  /** The one page of the tab. */
  private static final class Page extends WebUIPage {
    private static final String HEAD =
        """
        <table class="table table-bordered table-sm table-striped">
        <thead><tr><th>Stage</th><th>Executor</th><th>Requests</th><th>Completed</th><th>Truncated</th>\
        <th>Failed</th><th>Asked again</th><th>Tokens in</th><th>Tokens out</th><th>US dollars</th>\
        <th>In flight</th></tr></thead><tbody>
        """;

    private final CallsTab tab;
    private final Supplier<List<RunStats>> runs;

    Page(CallsTab tab, Supplier<List<RunStats>> runs) {
      super("");
      this.tab = tab;
      this.runs = runs;
    }

    @Override
    public Seq<Node> render(HttpServletRequest request) {
      Node table = XML.loadString(table(runs.get()));
      return UIUtils.headerSparkPage(
          request, "Calls", table::toSeq, tab, Option.empty(), false, false);
    }

    private static String table(List<RunStats> runs) {
      StringBuilder table = new StringBuilder(HEAD);
      for (RunStats run : runs) {
        for (ExecutorStats executor : run.executors()) {
          table.append(row(run.stage(), executor));
        }
      }

      return table.append("</tbody></table>").toString();
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
          Progress.byCause(calls.failed()),
          Progress.byCause(calls.retried()),
          calls.inputTokens(),
          calls.outputTokens(),
          Progress.money(calls.cost()),
          executor.inFlight());
    }
  }
}
