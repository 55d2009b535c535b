/*
 * Finds and shows answers. The page holds how many answers each group has (model, data set, verdicts, rule) and in which
 * order they stand; the answers themselves stand in scripts beside the page, a hundred in each, which are loaded when
 * they are looked at. Every text is put in as text, formulas as the MathML that KaTeX makes of them without trust.
 */
(() => {
  "use strict";

  const shownAtOnce = 20;
  const longestFormula = 1500;
  const longestName = 60;
  const index = JSON.parse(document.getElementById("sample-index").textContent);
  const form = document.getElementById("sample-form");
  const list = document.getElementById("sample-list");
  const status = document.getElementById("sample-status");
  const more = document.getElementById("sample-more");
  const chunks = new Map();
  const waiting = new Map();
  const fields = ["model", "set", "grader", "verdict", "rule", "kind", "q"];
  // What links name beside the fields of the form: a problem, and one of a model's answers to it.
  const places = ["id", "sample"];

  const groups = [];
  let kept = 0;
  let total = 0;
  for (const [model, set, strict, mwpbench, rule, truncated, rows, shown] of index.groups) {
    groups.push({
      model: index.models[model],
      set: index.sets[set],
      rule: index.rules[rule],
      strict,
      mwpbench: mwpbench === 1,
      truncated: truncated === 1,
      rows,
      start: kept,
      end: kept + shown,
    });
    kept += shown;
    total += rows;
  }

  // What each script calls; a global name, since it stands in a file of its own.
  window.mathscaleSamples = (number, rows) => {
    chunks.set(number, rows);
  };

  function load(number) {
    if (chunks.has(number)) {
      return Promise.resolve(chunks.get(number));
    }

    if (!waiting.has(number)) {
      waiting.set(
        number,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.charset = "utf-8";
          script.src = `${index.folder}/${number}.js`;
          script.onload = () => resolve(chunks.get(number));
          script.onerror = () => {
            waiting.delete(number);
            reject(new Error(`${script.getAttribute("src")} is not beside this page`));
          };
          document.head.append(script);
        }),
      );
    }

    return waiting.get(number);
  }

  async function sampleAt(position) {
    const rows = await load(Math.floor(position / index.chunk));
    return rows[position % index.chunk];
  }

  function verdict(group, grader) {
    return grader === "mwpbench" ? (group.mwpbench ? "RIGHT" : "WRONG") : group.strict;
  }

  function isDisputed(group) {
    return group.strict !== "UNDECIDED" && (group.strict === "RIGHT") !== group.mwpbench;
  }

  function isWanted(group, wanted) {
    const given = verdict(group, wanted.grader);
    return (
      (!wanted.model || group.model === wanted.model) &&
      (!wanted.set || group.set === wanted.set || group.set.startsWith(wanted.set + ".")) &&
      (!wanted.rule || group.rule === wanted.rule) &&
      (!wanted.verdict ||
        (wanted.verdict === "truncated" && group.truncated) ||
        (wanted.verdict === "disputed" && isDisputed(group)) ||
        wanted.verdict === given.toLowerCase())
    );
  }

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }

    if (text !== undefined) {
      made.textContent = text;
    }

    return made;
  }

  const delimiters = [
    ["$$", "$$", true],
    ["\\[", "\\]", true],
    ["\\(", "\\)", false],
    ["$", "$", false],
  ];

  // Where the braces of a box that stands outside of formulas end; 0 where they do not.
  function boxEnd(text, from) {
    let depth = 0;
    for (let at = from; at < Math.min(text.length, from + longestFormula); at++) {
      depth += text[at] === "{" ? 1 : text[at] === "}" ? -1 : 0;
      if (text[at] === "}" && depth === 0) {
        return at + 1;
      }
    }

    return 0;
  }

  // Whether dollar signs enclose a formula and not prices: no space at one of its ends alone, no digit behind it, and no
  // three plain words one after the other.
  function isBetweenDollars(text, end, tex) {
    return (
      /^\s/.test(tex) === /\s$/.test(tex) &&
      !/^\d/.test(text.slice(end + 1, end + 2)) &&
      !/\n\s*\n/.test(tex) &&
      (tex.includes("\\") || !/(^|\s)([a-z]{2,}[,.]?\s+){2}[a-z]{2,}/i.test(tex))
    );
  }

  // The next formula of a text: where it begins and ends, and whether it stands alone.
  function nextFormula(text, from) {
    for (let at = from; at < text.length; at++) {
      const found = delimiters.find(([open]) => text.startsWith(open, at));
      if (found) {
        const [open, close, alone] = found;
        const end = text.indexOf(close, at + open.length);
        const tex = end < 0 ? "" : text.slice(at + open.length, end);
        if (tex.trim() && tex.length <= longestFormula && (open !== "$" || isBetweenDollars(text, end, tex))) {
          return { start: at, end: end + close.length, tex, alone };
        }

        at += open.length - 1;
      } else if (text[at] === "\\") {
        const end = text.startsWith("\\boxed{", at) ? boxEnd(text, at) : 0;
        if (end) {
          return { start: at, end, tex: text.slice(at, end), alone: false };
        }

        at++;
      }
    }

    return null;
  }

  function formula(tex, alone) {
    const span = element("span", "formula");
    try {
      katex.render(tex, span, {
        displayMode: alone,
        output: "mathml",
        throwOnError: true,
        trust: false,
        strict: "ignore",
        maxExpand: 200,
        maxSize: 20,
      });
    } catch (error) {
      span.textContent = tex;
    }

    return span;
  }

  function prose(text, isRendered) {
    const block = element("div", "prose");
    if (!isRendered) {
      block.textContent = text;
      return block;
    }

    let from = 0;
    for (let next = nextFormula(text, 0); next; next = nextFormula(text, next.end)) {
      block.append(text.slice(from, next.start), formula(next.tex, next.alone));
      from = next.end;
    }

    block.append(text.slice(from));
    return block;
  }

  // An answer is mathematics, with or without dollar signs.
  function answer(text, isRendered) {
    if (!isRendered || text === "" || !/[\\^_{}]/.test(text) || text.includes("$")) {
      return prose(text, isRendered);
    }

    const block = element("div", "prose");
    block.append(text.length <= longestFormula ? formula(text, false) : text);
    return block;
  }

  function pair(place, name, value) {
    const holder = element("div");
    const described = element("dd");
    described.append(value);
    holder.append(element("dt", "", name), described);
    place.append(holder);
  }

  // Names of one family differ at their ends.
  function short(name) {
    const letters = Array.from(name);
    return letters.length <= longestName ? name : `${letters.slice(0, 35).join("")}…${letters.slice(-24).join("")}`;
  }

  function link(text, title, wanted) {
    const anchor = element("a", "", text);
    anchor.href = `#${new URLSearchParams(wanted)}`;
    anchor.title = title;
    return anchor;
  }

  function named(name) {
    const holder = element("bdi", "", short(name));
    holder.title = name;
    return holder;
  }

  function shown(group, row, wanted) {
    const rendered = form.elements.formulas.checked;
    const given = verdict(group, wanted.grader);
    const article = element("article", `sample ${given.toLowerCase()}`);
    const head = element("h3");
    head.append(named(group.set), " · ", named(row.id), " · ", named(group.model), row.sample ? ` · sample ${row.sample}` : "");
    article.append(head);
    const facts = [
      `strict: ${group.strict.toLowerCase()}`,
      `mwpbench: ${group.mwpbench ? "right" : "wrong"}`,
      `rule: ${group.rule.toLowerCase().replaceAll("_", " ")}`,
      `found in: ${row.ending}`,
    ];
    if (group.truncated) {
      facts.push("truncated");
    }

    const tags = element("p", "tags");
    facts.concat(row.kinds).forEach((fact) => tags.append(element("span", "tag", fact)));
    const problem = { set: group.set, id: row.id };
    tags.append(
      link("link", "This answer alone: send this page's address with it", { model: group.model, ...problem, sample: row.sample }),
      link("all answers", "All answers to this problem", problem),
    );
    article.append(tags);
    const answers = element("dl");
    pair(answers, "answer", row.extracted === "" ? element("em", "", "none") : answer(row.extracted, rendered));
    pair(answers, "reference", answer(row.reference, rendered));
    article.append(answers);
    if (row.question) {
      article.append(element("h4", "", "Question"), prose(row.question, rendered));
    }

    if (row.reasoning) {
      const details = element("details");
      details.append(element("summary", "", "Reasoning"), prose(row.reasoning, rendered));
      article.append(details);
    }

    article.append(element("h4", "", "What the model wrote"), prose(row.completion, rendered));
    return article;
  }

  function matches(row, wanted, words) {
    if ((wanted.kind && !row.kinds.includes(wanted.kind)) || (wanted.sample && String(row.sample) !== wanted.sample)) {
      return false;
    }

    const text = [row.id, row.question, row.completion, row.extracted, row.reference].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  }

  // Where the answers to a problem begin in a group, in which they stand in the order of ids.
  async function firstOf(group, id) {
    let low = group.start;
    let high = group.end;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await sampleAt(middle)).id < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }

    return low;
  }

  async function* samples(wanted) {
    for (const group of groups.filter((each) => isWanted(each, wanted))) {
      for (let at = wanted.id ? await firstOf(group, wanted.id) : group.start; at < group.end; at++) {
        const row = await sampleAt(at);
        if (wanted.id && row.id !== wanted.id) {
          break;
        }

        yield [group, row];
      }
    }
  }

  function answers(number) {
    return `${counted(number)} ${number === 1 ? "answer" : "answers"}`;
  }

  function counted(number) {
    return number.toLocaleString("en-US");
  }

  let search = 0;
  let queue = null;

  function begin() {
    search++;
    list.replaceChildren();
    const wanted = wish();
    queue = { wanted, next: samples(wanted), looked: 0, found: 0, words: wanted.q.toLowerCase().split(/\s+/).filter((word) => word) };
    return go();
  }

  async function go() {
    const mine = search;
    const { wanted, next, words } = queue;
    const chosen = groups.filter((group) => isWanted(group, wanted));
    const all = chosen.reduce((sum, group) => sum + group.rows, 0);
    const here = chosen.reduce((sum, group) => sum + group.end - group.start, 0);
    more.hidden = true;
    let added = 0;
    let isEnd = true;
    try {
      for (let step = await next.next(); mine === search && !step.done; step = await next.next()) {
        const [group, row] = step.value;
        queue.looked++;
        if (matches(row, wanted, words)) {
          list.append(shown(group, row, wanted));
          queue.found++;
          added++;
        }

        if (queue.looked % 500 === 0) {
          status.textContent = `Looked at ${counted(queue.looked)} of ${answers(here)}, ${counted(queue.found)} found …`;
        }

        if (added === shownAtOnce) {
          isEnd = false;
          break;
        }
      }
    } catch (error) {
      if (mine !== search) {
        return;
      }

      status.textContent = `Answers cannot be shown: ${error.message}.`;
      return;
    }

    if (mine !== search) {
      return;
    }

    if (wanted.id) {
      status.textContent = queue.found
        ? `${answers(queue.found)} to ${short(wanted.id)}.`
        : `No answer to ${short(wanted.id)} is kept here; all verdicts stand in the table verdicts.`;
      more.hidden = isEnd;
      return;
    }

    const drawn = here < all ? `; ${counted(here)} of them are kept here, of each rule as many, the others in the table verdicts` : "";
    const found = words.length || wanted.kind ? `${counted(queue.found)} found so far among ` : `${counted(Math.min(queue.found, here))} shown of `;
    status.textContent = found + `${answers(all)}${drawn}.`;
    more.hidden = isEnd;
  }

  function wish() {
    const wanted = { ...place };
    for (const field of fields) {
      wanted[field] = form.elements[field].value;
    }

    return wanted;
  }

  let place = {};

  function options(name, values) {
    const select = form.elements[name];
    for (const value of values) {
      const option = element("option", "", name === "rule" ? value.toLowerCase().replaceAll("_", " ") : short(value));
      option.value = value;
      select.append(option);
    }
  }

  // A set that is named by a table may stand for its subjects, which the list does not hold.
  function choose(name, value) {
    const select = form.elements[name];
    if (value && select.tagName === "SELECT" && !Array.from(select.options).some((option) => option.value === value)) {
      const option = element("option", "", short(value));
      option.value = value;
      select.append(option);
    }

    select.value = value;
  }

  function fromLink() {
    const given = new URLSearchParams(location.hash.slice(1));
    if (!fields.concat(places).some((field) => given.has(field))) {
      return false;
    }

    place = Object.fromEntries(places.filter((field) => given.has(field)).map((field) => [field, given.get(field)]));
    for (const field of fields) {
      choose(field, given.get(field) || (field === "grader" ? index.grader : ""));
    }

    return true;
  }

  // Whether the address named answers, which are then in sight: once more when they are there, since the page grows.
  function follow() {
    if (!fromLink()) {
      return false;
    }

    const top = document.getElementById("samples");
    begin().then(() => top.scrollIntoView());
    top.scrollIntoView();
    return true;
  }

  function toLink() {
    place = {};
    const link = new URLSearchParams();
    for (const field of fields) {
      if (form.elements[field].value && !(field === "grader" && form.elements.grader.value === index.grader)) {
        link.set(field, form.elements[field].value);
      }
    }

    history.replaceState(null, "", "#" + (link.toString() || "samples"));
    begin();
  }

  options("model", [...index.models].sort());
  options("set", [...index.sets].sort());
  options("rule", [...index.rules].sort());
  options("kind", index.kinds);
  form.elements.kind.parentElement.hidden = index.kinds.length === 0;
  form.elements.grader.value = index.grader;
  form.hidden = false;
  form.addEventListener("change", toLink);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    toLink();
  });
  more.addEventListener("click", go);
  window.addEventListener("hashchange", follow);
  document.getElementById("sample-total").textContent =
    kept < total ? `${counted(kept)} of ${answers(total)}, of each rule as many` : `All ${answers(total)}`;
  if (!follow()) {
    choose("verdict", "wrong");
    begin();
  }
})();
