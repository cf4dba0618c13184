// The search page: the only script of search that touches the document. What is found and in which order is
// decided in search.js.
//
// The page gives a form #search-form with #search-input, #search-status with its words in data attributes, #results
// and #search-facets. This script fills them, keeps query and facets in the address, and moves by keyboard.
"use strict";
(() => {
  const form = document.getElementById("search-form"), input = document.getElementById("search-input");
  const status = document.getElementById("search-status"), list = document.getElementById("results");
  const facetBox = document.getElementById("search-facets");
  if (!form || !input || !status || !list || !globalThis.VariorumSearch) return;

  const { Index, IndexError, NoText, httpSource, find } = globalThis.VariorumSearch;
  /** The page names the kinds of entities that an archive declares. */
  const FURTHER = [...facetBox?.attributes ?? []].map((attribute) => attribute.name)
    .filter((name) => name.startsWith("data-facet-")).map((name) => name.slice("data-facet-".length));
  const FACETS = ["kind", "year", "outlet", "language", "person", "product", "organization", ...FURTHER, "status"];
  /** Milliseconds after a key before the query runs, and before the page says that it is searching. */
  const PAUSE = 120, PATIENCE = 250;
  /** Up to this many pages, an archive's whole answer is shown and verified; beyond, as much as is looked at. */
  const SMALL = 600;
  /**
   * Results at first and more on request, in a large archive; one less when the query alone needed more than so many
   * files. So many candidates are all verified in any archive.
   */
  const FIRST = 3, MORE = 10, MANY_FILES = 5;
  /** Up to so many results, more come as the reader scrolls down; then only when the button is pressed. */
  const SCROLLED = 50;
  /** strings.json; a word with several forms and a table are JSON. */
  const words = { none: "{query}", ...status.dataset };
  const table = (text) => (text?.startsWith("{\"") ? JSON.parse(text) : { other: text ?? "" });
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  /** The form of a word that goes with a number. */
  const counted = (text, n) => {
    const forms = table(text);
    return (forms[plural.select(n)] ?? forms.other).replace("{n}", String(n));
  };
  const months = table(words.months);
  /** `2025-04-08` as the other pages write it. */
  const dateText = (iso) => {
    const [year, month, day] = iso.slice(0, 10).split("-");
    const text = (day ? words.dateDay : month ? words.dateMonth : words.dateYear) ?? iso;
    return text.replace("{year}", String(Number(year))).replace("{month}", months[Number(month)] ?? month)
      .replace("{day}", String(Number(day)));
  };
  const root = document.documentElement.dataset.root ?? "../";
  const newIndex = () => {
    const source = location.protocol === "file:" ? diskSource() : httpSource(root), { json } = source;
    return new Index({ ...source, json: (name) => { loaded++; return json(name); } });
  };
  /** Files of the index that were asked for. */
  let loaded = 0;
  let index = newIndex();

  /** Number of the newest question: an answer to an older one is dropped. */
  let asked = 0;
  let selected = new Map(), timer, slow;

  function loadScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + path;
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = () => { script.remove(); reject(new Error(path)); };
      document.head.append(script);
    });
  }

  /** What pages opened from disk need is loaded by them only. */
  function diskSource() {
    let source;
    const disk = async () => source ??= loadScript("assets/search-disk.js")
      .then(() => globalThis.VariorumSearch.scriptSource(loadScript));
    // A script that was cut off is said on the page.
    addEventListener("error", (event) => { if (event.filename?.includes("/search/")) event.preventDefault(); });
    return {
      json: async (name) => (await disk()).json(name),
      text: async (path, document) => (await disk()).text(path, document),
    };
  }

  const element = (name, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  };
  /** The page at a sentence, with the words that it shows there (reader.js). */
  const href = (path, anchor, hits = []) =>
    root + path.split("/").map(encodeURIComponent).join("/") + (path.endsWith("/") || !path ? "index.html" : "")
    + (anchor && hits.length ? "?" + new URLSearchParams(hits.map((hit) => ["hit", hit])) : "")
    + (anchor ? `#${anchor}` : "");
  const hitsOf = (passage) => [...new Set(passage.parts.filter((part) => part.isHit).map((part) => part.text))];
  const lead = (text) => (text.length > 120 ? text.slice(0, 120).replace(/[\ud800-\udbff]$/, "") + "…" : text);

  // ---- State: the address holds it ---------------------------------------------------------------------

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    selected = new Map(FACETS.map((f) => [f, new Set(parameters.getAll(f))]).filter(([, values]) => values.size));
    return parameters.get("q") ?? "";
  }

  function writeAddress(query, method) {
    const parameters = new URLSearchParams();
    if (query) parameters.set("q", query);
    for (const [facet, values] of selected) for (const value of values) parameters.append(facet, value);
    const search = parameters.toString();
    if (search === location.search.replace(/^\?/, "")) return;
    try {
      history[method](null, "", search ? `?${search}` : location.pathname);
    } catch (error) {
      // Browsers refuse too many changes in a short time; the next one will do.
      console.info("address not updated:", error.message);
    }
  }

  // ---- Asking -----------------------------------------------------------------------------------------

  /** @param pause none for what comes whole: composed, pasted, dictated. */
  function typed(pause) {
    clearTimeout(timer);
    const query = input.value.trim();
    // One Latin letter is hardly a query yet, and no answer to another one may stay.
    if (/^[a-z]$/i.test(query.normalize("NFKC"))) return clear();
    timer = setTimeout(() => ask("replaceState"), pause);
  }

  /** What is shown answers this; a failure leaves it when it is what was asked. */
  let shown = "";

  /** Answers what the box and the facets say. */
  async function ask(method) {
    clearTimeout(timer);
    const query = input.value.trim(), question = ++asked;
    if (method) writeAddress(query, method);
    if (!query && !selected.size) return clear();
    setState("busy");
    clearTimeout(slow);
    slow = setTimeout(() => { if (question === asked) say(words.working); }, PATIENCE);
    try {
      await answer(query, () => question === asked);
    } catch (error) {
      if (question !== asked) return;
      if (shown !== location.search) list.replaceChildren();
      fail(error);
    }
  }

  function setState(state) {
    list.dataset.state = state;
    list.setAttribute("aria-busy", String(state === "busy"));
  }

  const isSmall = () => index.documents <= SMALL;

  async function answer(query, isCurrent) {
    const facets = [...selected].flatMap(([facet, values]) => [...values].map((value) => ({ facet, value })));
    const before = loaded, found = await index.search(query, facets);
    if (!isCurrent()) return;
    const first = loaded - before > MANY_FILES ? FIRST - 1 : FIRST;
    const answer = { ...found, query, isCurrent, checked: found.isExact ? found.documents.length : 0, shown: 0 };
    await (isSmall() || answer.documents.length <= FIRST ? check(answer, Infinity) : check(answer, first, 1));
    if (!isCurrent()) return;
    list.replaceChildren();
    shown = location.search;
    document.getElementById("search-more")?.remove();
    await show(answer, isSmall() ? 100 : Math.min(first, answer.checked));
    if (!isCurrent()) return;
    await report(answer, facets);
    if (!isCurrent()) return;
    setState("done");
    await showFacets(answer);
  }

  /**
   * Verifies candidates, a few at a time, until `enough` pages are known to match; others are taken out. At first it
   * looks at as many as are `wanted`.
   */
  async function check(answer, wanted, enough = wanted) {
    let goal = wanted;
    for (; !answer.isExact && answer.checked < goal && answer.checked < answer.documents.length; goal = enough) {
      const some = answer.documents.slice(answer.checked, answer.checked + Math.min(8, wanted - answer.checked));
      const verdicts = await Promise.all(some.map((document) => answer.verify(document).catch((error) => {
        if (!(error instanceof NoText)) throw error;
        answer.isUnsure = true;
        return true;
      })));
      if (!answer.isCurrent()) return;
      const wrong = new Set(some.filter((_, i) => !verdicts[i]));
      answer.documents = answer.documents.filter((document) => !wrong.has(document));
      answer.checked += some.length - wrong.size;
    }
  }

  async function report(answer, facets = []) {
    const total = answer.documents.length;
    const isSure = answer.checked >= total && !answer.isUnsure;
    list.dataset.total = String(total);
    list.dataset.exact = String(isSure);
    if (total) {
      say(counted(isSure ? words.results : words.atMost, total));
      return;
    }
    say(words.none.replace("{query}", () => answer.query));
    // What is found when less is asked for, for the reader to choose: nothing is left out silently.
    const parts = [...new Set(index.parts(answer.query, facets.length > 0))];
    const counts = await Promise.all(parts.map((part) => count(answer, part)));
    if (!answer.isCurrent() || !parts.length) return;
    status.append(" ", words.alone);
    parts.forEach((part, i) => {
      const link = element("a", { href: "?" + new URLSearchParams({ q: part }) }, part);
      status.append(" ", link, ` (${counts[i]})`);
    });
  }

  /** How many pages a query finds, as words: exactly, or at most when many would have to be looked at. */
  async function count(whole, query) {
    const answer = { ...await index.search(query), isCurrent: whole.isCurrent, checked: 0 };
    await check(answer, answer.documents.length <= FIRST || isSmall() ? Infinity : 1);
    const isSure = answer.isExact || answer.checked >= answer.documents.length && !answer.isUnsure;
    return (isSure ? "" : "≤ ") + answer.documents.length;
  }

  function say(text, ...nodes) {
    clearTimeout(slow);
    status.replaceChildren(text, ...nodes);
  }

  function fail(error) {
    console.info(error.message);
    setState("error");
    if (error instanceof NoText) return say(words.fromDisk);
    const isChanged = error instanceof IndexError && error.isOther;
    const retry = element("button", { type: "button" }, isChanged ? words.reload : words.retry);
    retry.addEventListener("click", () => {
      if (isChanged) return location.reload();
      // A file that is no longer there may have another name by now.
      index = newIndex();
      ask();
    });
    say((isChanged ? words.changed : words.failed) + " ", retry);
  }

  function clear() {
    asked++;
    clearTimeout(timer);
    list.replaceChildren();
    facetBox?.replaceChildren();
    document.getElementById("search-more")?.remove();
    setState("idle");
    delete list.dataset.total;
    say("");
  }

  // ---- Results -------------------------------------------------------------------------------------------

  /** Adds the next results; the passages of the first are waited for, the others come when looked at. */
  async function show(answer, count) {
    await check(answer, answer.shown + count);
    const documents = answer.documents.slice(answer.shown, answer.shown + count);
    const rows = await Promise.all(documents.map((document) => index.row(document)));
    if (!answer.isCurrent()) return;
    const isFirst = answer.shown === 0;
    answer.shown += documents.length;
    const items = rows.map((row) => result(answer, row));
    list.append(...items);
    const waited = isFirst ? FIRST : 0;
    items.slice(waited).forEach((item) => later.observe(item));
    await Promise.all(items.slice(0, waited).map((item) => item.fill()));
    if (answer.isCurrent() && answer.shown < answer.documents.length) addMore(answer);
  }

  function addMore(answer) {
    const more = element("button", { type: "button", id: "search-more" }, words.more);
    const scrolled = () => {
      if (!more.isConnected) removeEventListener("scroll", scrolled);
      else if (!more.disabled && more.getBoundingClientRect().top < innerHeight) next();
    };
    const next = async () => {
      const last = list.lastElementChild, wasPressed = document.activeElement === more;
      more.disabled = true;
      try {
        await show(answer, isSmall() ? 100 : MORE);
        if (!answer.isCurrent()) return;
        if (wasPressed) last?.nextElementSibling?.querySelector("a")?.focus();
        more.remove();
        await report(answer);
      } catch (error) {
        if (answer.isCurrent()) { more.disabled = false; fail(error); }
      }
    };
    more.addEventListener("click", next);
    list.after(more);
    if (answer.shown < SCROLLED) addEventListener("scroll", scrolled, { passive: true });
  }

  const later = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      later.unobserve(entry.target);
      entry.target.fill();
    }
  }, { rootMargin: "100px" });

  function result(answer, row) {
    const title = element("a", { href: href(row.path) }, ...marked(row.title, answer.terms));
    const kicker = [index.kinds.get(row.kind), row.date && dateText(row.date)].filter(Boolean).join(" · ");
    const item = element("li");
    item.dataset.url = row.path;
    item.dataset.kind = row.kind;
    if (kicker) item.append(element("p", { className: "kicker" }, kicker));
    item.append(element("h2", { className: "title" }, title));
    // Who is asked for by name stands first, with all names.
    if (answer.named?.has(row.document)) {
      item.classList.add("named");
      const others = row.names.filter((name) => name !== row.title);
      if (others.length) item.append(element("p", { className: "names" }, ...marked(others.join(" · "), answer.terms)));
    }
    item.fill = async () => {
      if (!answer.terms.length) return;
      let passages = [];
      try {
        passages = (await index.view(row.document)).passages(answer.terms);
      } catch (error) {
        // The result stands without its passages.
        if (!(error instanceof NoText)) console.info(error.message);
      }
      if (!passages.length && row.text) passages = [{ anchor: null, parts: [{ text: lead(row.text), isHit: false }] }];
      if (passages[0]?.anchor) title.href = href(row.path, passages[0].anchor, hitsOf(passages[0]));
      item.append(...passages.map((passage) => {
        const parts = passage.parts.map(({ text, isHit }) => (isHit ? element("mark", {}, text) : text));
        const link = element("a", { href: href(row.path, passage.anchor, hitsOf(passage)) }, ...parts);
        return element("p", { className: "passage" }, link);
      }));
    };
    return item;
  }

  /** A text with the terms marked that stand in it. */
  function marked(text, terms) {
    const folded = index.folding.fold(text), hits = [];
    for (const term of terms) {
      for (const at of find(term, folded.text)) hits.push([folded.starts[at], folded.ends[at + term.text.length - 1]]);
    }
    hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const nodes = [];
    let at = 0;
    for (const [from, to] of hits) {
      if (from < at) continue;
      nodes.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
      at = to;
    }
    return [...nodes, text.slice(at)];
  }

  // ---- Facets ---------------------------------------------------------------------------------------------

  const narrow = matchMedia("(max-width: 61.99rem)");

  async function showFacets(answer) {
    if (!facetBox) return;
    const names = index.facetNames();
    // In a narrow window the results come first, and in a large archive facets cost bytes.
    const isOpen = isSmall() && !narrow.matches || selected.size > 0 || facetBox.dataset.open === "true";
    if (!answer.documents.length && !selected.size) return facetBox.replaceChildren();
    if (!isOpen) {
      const open = element("button", { type: "button" }, facetBox.getAttribute("aria-label") ?? words.more);
      open.addEventListener("click", () => {
        facetBox.dataset.open = "true";
        showFacets(answer).catch(fail);
      });
      return facetBox.replaceChildren(open);
    }
    const facets = await Promise.all(names.map((name) => index.facet(name)));
    if (!answer.isCurrent()) return;
    const documents = new Set(answer.documents);
    facetBox.replaceChildren(...names.flatMap((name, i) => group(name, facets[i], documents)));
  }

  function group(name, values, documents) {
    const chosen = selected.get(name) ?? new Set();
    const counted = values.map((v) => ({ ...v, count: v.documents.filter((d) => documents.has(d)).length }))
      .filter((v) => v.count > 0 || chosen.has(v.value))
      .sort((a, b) => chosen.has(b.value) - chosen.has(a.value)
        || (name === "year" ? b.value - a.value : b.count - a.count));
    if (counted.length < 2 && !chosen.size) return [];
    const rows = counted.map(({ value, label, count }) => {
      const box = element("input", { type: "checkbox", name, value, checked: chosen.has(value) });
      box.addEventListener("change", () => choose(name, value, box.checked));
      return element("label", {}, box, element("span", {}, label), element("span", { className: "count" }, String(count)));
    });
    const heading = element("legend", {}, facetBox.getAttribute(`data-facet-${name}`) ?? facetBox.dataset[name] ?? name);
    const rest = rows.splice(Math.max(8, chosen.size));
    const field = element("fieldset", {}, heading, ...rows);
    if (rest.length) field.append(element("details", {}, element("summary", {}, words.more), ...rest));
    return [field];
  }

  function choose(facet, value, isOn) {
    const values = selected.get(facet) ?? new Set();
    if (isOn) values.add(value); else values.delete(value);
    if (values.size) selected.set(facet, values); else selected.delete(facet);
    ask("pushState");
  }

  // ---- Keyboard and events --------------------------------------------------------------------------------

  const links = () => [...list.querySelectorAll(":scope > li[data-url] .title a")];

  function move(step) {
    const all = links();
    const item = document.activeElement.closest?.("#results > li");
    const now = item ? all.findIndex((link) => item.contains(link)) : -1;
    const next = now + step;
    if (next < 0) input.focus(); else all[next]?.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = event.target === input || list.contains(event.target);
    if (here && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      if (!links().length || event.target === input && event.key === "ArrowUp") return;
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (here && event.key === "Escape") {
      event.preventDefault();
      input.value = "";
      selected = new Map();
      input.focus();
      ask("replaceState");
    }
  });

  input.addEventListener("input", (event) => { if (!event.isComposing) typed(event.data?.length > 1 ? 0 : PAUSE); });
  input.addEventListener("compositionstart", () => clearTimeout(timer));
  input.addEventListener("compositionend", () => typed(0));
  // Ready before the first letter is typed; whether it failed is said when a query needs it.
  input.addEventListener("focus", () => { index.open().then(null, (error) => console.info(error.message)); }, { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask("pushState");
  });
  const restore = () => {
    input.value = readAddress();
    ask();
  };
  addEventListener("popstate", restore);
  restore();
})();
