/*
 * Shows the data of the page: the charts, by ECharts, and the rows. What rows say is put into the page as text alone;
 * KaTeX makes formulas of it and is not trusted with links or styles.
 */
(() => {
  "use strict";

  const pageSize = 20;
  const data = JSON.parse(document.getElementById("data").textContent);
  const element = (id) => document.getElementById(id);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const delimiters = [
    { left: "$$", right: "$$", display: true },
    { left: "\\[", right: "\\]", display: true },
    { left: "\\(", right: "\\)", display: false },
    ...["align", "align*", "aligned", "equation", "equation*", "gather", "gather*"].map((name) => ({
      left: `\\begin{${name}}`,
      right: `\\end{${name}}`,
      display: true,
    })),
  ];

  // A dollar opens a formula where no space follows, and closes one where no space stands before and no digit after
  // (pandoc's rule): else it is money. With spaces inside it is a formula if it holds a sign of one and no prose.
  const inline = new RegExp(
    [
      String.raw`\$\$[\s\S]+?\$\$`,
      String.raw`\$(\\\$)\$`,
      String.raw`\$(?![\s$])((?:\\[\s\S]|[^$\\])*?)(?<!\s)\$(?!\d)`,
      String.raw`\$(?=[^$]*[\\^_={])(?![^$]*\b[A-Za-z]{2,}\s+[A-Za-z]{2,})((?:\\[\s\S]|[^$\\])+?)\$(?!\d)`,
    ].join("|"),
    "g",
  );

  function setFormulas(node) {
    node.textContent = node.textContent.replace(inline, (whole, ...groups) => {
      const formula = groups.slice(0, 3).find((group) => group);
      return formula ? `\\(${formula}\\)` : whole;
    });
    renderMathInElement(node, { delimiters, throwOnError: false, trust: false, strict: "ignore", maxSize: 20, maxExpand: 1000 });
    unescape(node);
  }

  // Outside of formulas \$ is a dollar, \% a percent sign.
  function unescape(node) {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT, (text) =>
      text.parentElement.closest(".katex") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (texts.nextNode()) {
      texts.currentNode.data = texts.currentNode.data.replace(/\\([$%])/g, "$1");
    }
  }

  // Charts. Tooltips are drawn as text, not as HTML.
  function tooltip() {
    return {
      renderMode: "richText",
      backgroundColor: colour("--panel"),
      borderColor: colour("--line"),
      textStyle: { color: colour("--text"), overflow: "break", width: 260 },
    };
  }

  function treemap() {
    const topics = new Map();
    for (const { topic, point, rows } of data.points) {
      if (!topics.has(topic)) {
        topics.set(topic, { name: topic, children: [] });
      }
      topics.get(topic).children.push({ name: point, value: rows });
    }
    return {
      animation: false,
      tooltip: { ...tooltip(), formatter: (tile) => `${tile.name}\n${tile.value.toLocaleString("en")} rows` },
      series: [
        {
          type: "treemap",
          data: [...topics.values()],
          left: 0, right: 0, top: 0, bottom: 0,
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          label: { color: colour("--text"), overflow: "truncate", fontSize: 11 },
          upperLabel: { show: true, height: 20, color: colour("--text"), fontWeight: 600, overflow: "truncate" },
          itemStyle: { color: colour("--tile"), borderColor: colour("--tile-line"), borderWidth: 1, gapWidth: 1 },
          emphasis: { upperLabel: { color: colour("--text") }, label: { color: colour("--text") } },
          levels: [
            { upperLabel: { show: false }, itemStyle: { color: "transparent", borderColor: "transparent", borderWidth: 0, gapWidth: 3 } },
            { itemStyle: { color: colour("--tile"), borderColor: colour("--line"), borderWidth: 1, gapWidth: 1 } },
          ],
        },
      ],
    };
  }

  // Topics beside topics.
  function byKind(nodes) {
    return [...nodes.filter((node) => node.topic), ...nodes.filter((node) => !node.topic)];
  }

  function graph(width) {
    const room = width < 600 ? 72 : 120;
    const id = (name, topic) => (topic ? "t:" : "p:") + name;
    const most = Math.max(1, ...data.nodes.map((node) => node.seeds));
    const heaviest = Math.max(1, ...data.edges.map((edge) => edge.weight));
    return {
      animation: false,
      tooltip: { ...tooltip(), formatter: (at) => (at.dataType === "edge" ? `${at.data.ends}\n${at.data.weight.toLocaleString("en")} seeds` : `${at.data.name}\n${at.data.seeds.toLocaleString("en")} seeds`) },
      legend: { data: ["topic", "knowledge point"], bottom: 0, textStyle: { color: colour("--text") } },
      series: [
        {
          type: "graph",
          // In a circle nothing lies outside, whatever the edges.
          layout: "circular",
          circular: { rotateLabel: true },
          top: room, bottom: room + 30, left: room, right: room,
          roam: false,
          categories: [
            { name: "topic", itemStyle: { color: colour("--topic") } },
            { name: "knowledge point", itemStyle: { color: colour("--point") } },
          ],
          data: byKind(data.nodes).map((node) => ({
            id: id(node.name, node.topic),
            name: node.name,
            seeds: node.seeds,
            category: node.topic ? 0 : 1,
            symbolSize: 4 + 16 * Math.sqrt(node.seeds / most),
          })),
          links: data.edges.map((edge) => ({
            source: id(edge.source, edge.sourceTopic),
            target: id(edge.target, edge.targetTopic),
            ends: `${edge.source} – ${edge.target}`,
            weight: edge.weight,
            lineStyle: { width: 0.6 + 4 * (edge.weight / heaviest) },
          })),
          lineStyle: { color: colour("--edge"), opacity: 0.6, curveness: 0.25 },
          label: { show: true, color: colour("--text"), fontSize: width < 600 ? 8 : 11, width: room - 10, overflow: "truncate" },
          emphasis: { focus: "adjacency", label: { color: colour("--text") } },
        },
      ],
    };
  }

  function draw(id, option) {
    const place = element(id);
    if (!place) {
      return;
    }
    const chart = echarts.init(place, null, { renderer: "svg" });
    const show = () => chart.setOption(option(place.clientWidth), true);
    show();
    new ResizeObserver(() => {
      chart.resize();
      show();
    }).observe(place);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  }

  draw("treemap", treemap);
  draw("graph", graph);

  // Rows.
  const kind = (row) => (row.reason ? "rejected" : row.origin);

  function fill(id, values) {
    for (const value of [...new Set(values)].filter((each) => each !== "").sort((a, b) => a.localeCompare(b, "en"))) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = value;
      element(id).append(option);
    }
  }

  function part(tag, name, text) {
    const node = document.createElement(tag);
    node.className = name;
    node.dir = "auto";
    node.textContent = text;
    return node;
  }

  // Whether an answer is a formula without signs around it: LaTeX whose braces close, and no prose.
  function isBare(answer) {
    const plain = answer.replace(/\\text\{[^}]*\}/g, "");
    const isFormula = /\\[A-Za-z$%]|[\^_]/.test(answer) && !/(?<!\\)\$|\\[([]|[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(plain);
    return isFormula && answer.length <= 500 && plain.split("{").length === plain.split("}").length;
  }

  function head(row) {
    const line = document.createElement("div");
    line.className = "head";
    const label = document.createElement("b");
    label.textContent = row.reason || row.origin;
    line.append(label, ` ${row.id}`);
    for (const text of [row.model, row.reason ? row.origin : "", row.detail]) {
      if (text) {
        line.append(" · ", part("bdi", "", text));
      }
    }
    return line;
  }

  function shown(row) {
    const card = document.createElement("article");
    card.className = row.reason ? "row rejected" : "row";
    card.append(head(row));
    const tags = document.createElement("div");
    tags.className = "head";
    [...row.topics, ...row.points].forEach((name) => tags.append(part("span", "tag", name)));
    card.append(tags, part("div", "said", row.question));
    if (row.solution) {
      card.append(part("div", "said solution", row.solution));
    }
    if (row.answer) {
      const answer = part("div", "said", element("formulas").checked && isBare(row.answer) ? `\\(${row.answer}\\)` : row.answer);
      answer.prepend("Answer: ");
      card.append(answer);
    }
    if (element("formulas").checked) {
      card.querySelectorAll(".said").forEach(setFormulas);
    }
    return card;
  }

  let found = [];
  let count = 0;

  function more() {
    found.slice(count, count + pageSize).forEach((row) => element("rows").append(shown(row)));
    count = Math.min(count + pageSize, found.length);
    element("found").textContent = `${count} of ${found.length} rows shown`;
    element("more").hidden = count >= found.length;
  }

  function filter() {
    const [origin, reason, topic] = ["origin", "reason", "topic"].map((id) => element(id).value);
    const words = element("search").value.toLowerCase();
    found = data.rows.filter(
      (row) =>
        (!origin || kind(row) === origin) &&
        (!reason || row.reason === reason) &&
        (!topic || row.topics.includes(topic)) &&
        (!words || `${row.question}\n${row.solution}\n${row.id}`.toLowerCase().includes(words)),
    );
    count = 0;
    element("rows").replaceChildren();
    more();
  }

  fill("origin", data.rows.map(kind));
  fill("reason", data.rows.map((row) => row.reason));
  fill("topic", data.rows.flatMap((row) => row.topics));
  ["origin", "reason", "topic", "formulas"].forEach((id) => element(id).addEventListener("change", filter));
  element("search").addEventListener("input", filter);
  element("more").addEventListener("click", more);
  filter();
  document.querySelectorAll(".math").forEach(setFormulas);
})();
