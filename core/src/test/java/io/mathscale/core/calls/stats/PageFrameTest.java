package io.mathscale.core.calls.stats;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.spark.ui.SparkUITab;
import org.apache.spark.ui.UIUtils;
import org.junit.jupiter.api.Test;
import scala.Function0;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.xml.Node;
import scala.xml.XML;

/** The frame of pages in Sparks that keep it in other shapes. */
class PageFrameTest {
  /** As Spark 4.2 has it: one switch more than before. */
  public static final class WithOneMore {
    public static Seq<Node> headerSparkPage(
        HttpServletRequest request,
        String title,
        Function0<Seq<Node>> content,
        SparkUITab tab,
        Option<String> help,
        boolean hasVisualization,
        boolean hasTables,
        boolean hasMore) {
      assertThat(help.isEmpty() && !hasVisualization && !hasTables && !hasMore).isTrue();
      return content.apply();
    }
  }

  /** A Spark to come, that wants what nobody knows now. */
  public static final class WithUnknown {
    public static Seq<Node> headerSparkPage(
        HttpServletRequest request,
        String title,
        Function0<Seq<Node>> content,
        SparkUITab tab,
        Thread unknown) {
      return content.apply();
    }
  }

  @Test
  void isFoundInTheSparkThatThisIsBuiltWith() {
    assertThat(PageFrame.of(UIUtils.class)).isPresent();
  }

  @Test
  void leavesSwitchesOfANewerSparkOff() {
    Seq<Node> content = XML.loadString("<p>text</p>").toSeq();

    Seq<Node> page =
        PageFrame.of(WithOneMore.class).orElseThrow().around(null, "Calls", content, null);

    assertThat(page.mkString()).isEqualTo("<p>text</p>");
  }

  @Test
  void isNotThereWhereItWantsSomethingUnknown() {
    assertThat(PageFrame.of(WithUnknown.class)).isEmpty();
    assertThat(PageFrame.of(String.class)).isEmpty();
  }
}
