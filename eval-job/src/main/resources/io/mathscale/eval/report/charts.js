/*
 * Puts bars in the place of each table of class "chart": rows of name, percent, and for models of ours the ends of the
 * interval; and lines below each table of class "curve": a row a line, a column a number of samples. What it draws is plain SVG that scales with the page and takes its colours from the style sheet, so that
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

  // Names of one family differ at their ends, which the library would cut off.
  function short(name) {
    const letters = Array.from(name);
    return letters.length <= 34 ? name : `${letters.slice(0, 18).join("")}…${letters.slice(-14).join("")}`;
  }

  function bar(row) {
    const [name, percent, low, high] = Array.from(row.cells, (cell) => cell.textContent);
    return { name: short(name), percent, low, high, isOurs: low !== "" };
  }

  function whisker(bar, index) {
    return [{ coord: [Number(bar.low), index] }, { coord: [Number(bar.high), index] }];
  }

  // A point without extent: right of the whisker, on a ground that covers the lines of the grid.
  function value(bar, index) {
    const font = bar.isOurs ? strong : quiet;
    return { value: [Number(bar.isOurs ? bar.high : bar.percent), index], label: { ...font, formatter: bar.percent } };
  }

  function colour(bar, isGreyed) {
    return bar.isOurs ? "var(--ours)" : isGreyed ? "var(--greyed)" : "var(--published)";
  }

  function option(bars, isGreyed) {
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
            itemStyle: { color: colour(bar, isGreyed), borderRadius: [0, 2, 2, 0] },
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
    chart.setOption(option(bars, table.dataset.greyed === "yes"));

    const drawn = document.createElement("div");
    drawn.className = "chart";
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", `${title}: ${bars.map(spoken).join(", ")}`);
    drawn.innerHTML = chart.renderToSVGString({ useViewBox: true, cssEmphasis: false });
    table.replaceWith(drawn);
    chart.dispose();
  }

  const lineColours = ["--line1", "--line2", "--line3", "--line4", "--line5", "--line6"];

  function curves(sizes, rows) {
    return {
      animation: false,
      grid: { left: 4, top: 10, right: 16, bottom: 24 * Math.ceil(rows.length / 2) + 30, containLabel: true },
      legend: { bottom: 0, left: 0, itemWidth: 26, textStyle: { ...quiet, width: 300, overflow: "truncate" } },
      xAxis: { type: "category", data: sizes, name: "samples", nameLocation: "middle", nameGap: 24, nameTextStyle: quiet, axisLabel: quiet },
      yAxis: { min: ({ min }) => 10 * Math.floor(min / 10), max: ({ max }) => 10 * Math.ceil(max / 10), axisLabel: { ...quiet, formatter: "{value} %" }, splitLine: { lineStyle: { color: "var(--line)" } } },
      series: rows.map((row, index) => {
        const color = `var(${lineColours[Math.floor(index / 2) % lineColours.length]})`;
        return {
          type: "line",
          name: row.name,
          data: row.shares,
          symbol: index % 2 ? "rect" : "circle",
          symbolSize: 6,
          itemStyle: { color },
          lineStyle: { color, type: index % 2 ? "dashed" : "solid", width: 2 },
        };
      }),
    };
  }

  for (const table of document.querySelectorAll("table.curve")) {
    const sizes = Array.from(table.tHead.rows[0].cells, (cell) => cell.textContent).slice(1);
    const rows = Array.from(table.tBodies[0].rows, (row) => ({
      name: short(row.cells[0].textContent),
      shares: Array.from(row.cells, (cell) => Number(cell.textContent)).slice(1).map((share) => (Number.isNaN(share) ? "-" : share)),
    }));
    const height = 260 + 24 * Math.ceil(rows.length / 2);
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 640, height });
    chart.setOption(curves(sizes, rows));
    const drawn = document.createElement("div");
    drawn.className = "chart lines";
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", "The figures of the table above as lines");
    drawn.innerHTML = chart.renderToSVGString({ useViewBox: true, cssEmphasis: false });
    table.parentElement.after(drawn);
    chart.dispose();
  }
})();
