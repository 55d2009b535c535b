/*
 * Puts bars in the place of each table of class "chart": rows of name, percent, and for models of ours the ends of the
 * interval. What it draws is plain SVG that scales with the page and takes its colours from the style sheet, so that
 * dark screens and paper need no script.
 */
(() => {
  "use strict";

  const width = 460;
  const rowHeight = 20;
  const axisHeight = 24;
  const longestName = 215;
  const valueWidth = 44;
  // Double quotes would end the attribute that the library writes the font into.
  const fontFamily = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const quiet = { color: "var(--quiet)", fontFamily, fontSize: 12 };
  const strong = { color: "var(--text)", fontFamily, fontSize: 12, fontWeight: 650 };

  function bar(row) {
    const [name, percent, low, high] = Array.from(row.cells, (cell) => cell.textContent);
    return { name, percent, low, high, isOurs: low !== "" };
  }

  function whisker(bar, index) {
    return [{ coord: [Number(bar.low), index] }, { coord: [Number(bar.high), index] }];
  }

  // A point without extent: right of the whisker, on a ground that covers the lines of the grid.
  function value(bar, index) {
    const font = bar.isOurs ? strong : quiet;
    return { value: [Number(bar.isOurs ? bar.high : bar.percent), index], label: { ...font, formatter: bar.percent } };
  }

  function option(bars) {
    return {
      animation: false,
      grid: { left: 0, top: 0, right: valueWidth, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
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
      series: [
        {
          type: "bar",
          barWidth: 13,
          silent: true,
          data: bars.map((bar) => ({
            value: Number(bar.percent),
            itemStyle: { color: bar.isOurs ? "var(--ours)" : "var(--published)", borderRadius: [0, 2, 2, 0] },
          })),
          markLine: {
            silent: true,
            symbol: "rect",
            symbolSize: [8, 1.3],
            label: { show: false },
            lineStyle: { type: "solid", width: 1.3, color: "var(--whisker)" },
            data: bars.map(whisker).filter((_, index) => bars[index].low !== bars[index].high),
          },
        },
        {
          type: "scatter",
          symbolSize: 0,
          itemStyle: { opacity: 1 },
          silent: true,
          label: { show: true, position: "right", distance: 4, backgroundColor: "var(--ground)", padding: [1, 2] },
          data: bars.map(value),
        },
      ],
    };
  }

  function spoken(bar) {
    return `${bar.name} ${bar.percent}` + (bar.isOurs ? ` (${bar.low} to ${bar.high})` : "");
  }

  for (const table of document.querySelectorAll("table.chart")) {
    const title = table.parentElement.querySelector("figcaption").textContent;
    const bars = Array.from(table.tBodies[0].rows, bar);
    const height = bars.length * rowHeight + axisHeight;
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
    chart.setOption(option(bars));

    const drawn = document.createElement("div");
    drawn.className = "chart";
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", `${title}: ${bars.map(spoken).join(", ")}`);
    drawn.innerHTML = chart.renderToSVGString({ useViewBox: true, cssEmphasis: false });
    table.replaceWith(drawn);
    chart.dispose();
  }
})();
