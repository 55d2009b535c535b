/*
 * Puts bars in the place of each table of class "chart": rows of name, percent, and for models of ours the ends of the
 * interval. What it draws is plain SVG that scales with the page and takes its colours from the style sheet, so that
 * dark screens and paper need no script.
 */
(() => {
  "use strict";

  const width = 520;
  const rowHeight = 20;
  const axisHeight = 22;
  const longestName = 250;
  const valueWidth = 44;
  const fontFamily = getComputedStyle(document.body).fontFamily;
  const quiet = { color: "var(--quiet)", fontFamily, fontSize: 12 };
  const strong = { color: "var(--text)", fontFamily, fontSize: 12, fontWeight: 650 };

  function bar(row) {
    const [name, percent, low, high] = Array.from(row.cells, (cell) => cell.textContent);
    return { name, percent, low, high, isOurs: low !== "" };
  }

  function whisker(bar, index) {
    const label = { ...strong, show: true, position: "end", distance: 4, formatter: bar.percent };
    return [{ coord: [Number(bar.low), index], label }, { coord: [Number(bar.high), index] }];
  }

  function option(bars) {
    return {
      animation: false,
      grid: { left: 0, top: 0, right: valueWidth, bottom: 0, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: {
        max: 100,
        interval: 20,
        axisLabel: { ...quiet, fontSize: 11 },
        splitLine: { lineStyle: { color: "var(--line)" } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map((bar) => ({ value: bar.name, textStyle: bar.isOurs ? strong : quiet })),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { interval: 0, width: longestName, overflow: "truncate", ellipsis: "…" },
      },
      series: {
        type: "bar",
        barWidth: 13,
        silent: true,
        data: bars.map((bar) => ({
          value: Number(bar.percent),
          itemStyle: { color: bar.isOurs ? "var(--ours)" : "var(--published)", borderRadius: [0, 2, 2, 0] },
          label: { ...quiet, show: !bar.isOurs, position: "right", formatter: bar.percent },
        })),
        markLine: {
          silent: true,
          symbol: "rect",
          symbolSize: [8, 1.3],
          lineStyle: { type: "solid", width: 1.3, color: "var(--whisker)" },
          data: bars.map(whisker).filter((_, index) => bars[index].isOurs),
        },
      },
    };
  }

  function spoken(bar) {
    return `${bar.name} ${bar.percent}` + (bar.isOurs ? ` (${bar.low} to ${bar.high})` : "");
  }

  for (const table of document.querySelectorAll("table.chart")) {
    const bars = Array.from(table.tBodies[0].rows, bar);
    const height = bars.length * rowHeight + axisHeight;
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    chart.setOption(option(bars));

    const drawn = document.createElement("div");
    drawn.className = "chart";
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", bars.map(spoken).join(", "));
    drawn.innerHTML = chart.renderToSVGString({ useViewBox: true });
    table.replaceWith(drawn);
    chart.dispose();
  }
})();
