// What pages do beyond linking (theme.js does what every page does): cards over mentions and claims, in an article
// the places of each name listed beside it and the words that a search found. Without this script all pages still read.
(() => {
  "use strict";
  const root = document.documentElement;
  const site = root.dataset.root ?? "";
  const folders = { person: "people", product: "products", organization: "organizations", claim: "claims" };
  // kinds.css belongs to kinds that this script does not know.
  const kinds = document.querySelector("link[data-kinds]")?.dataset.kinds ?? "";
  for (const pair of kinds.split(" ").filter(Boolean)) {
    const [kind, folder] = pair.split("=");
    folders[kind] = folder;
  }

  // A link to a sentence whose words are not here any more ---------------------------------------------
  const article = document.querySelector("article.reading[data-sentence-gone]");
  const SENTENCE = /^s(?:[a-z2-7]{8}(?:-\d+)?|\d+)$/;
  let gone = null;
  function arrive() {
    gone?.remove();
    gone = null;
    const id = location.hash.slice(1);
    if (!article || !SENTENCE.test(id) || document.getElementById(id)) return;
    // The same words, which the article has fewer times than before.
    const same = document.getElementById(id.replace(/-\d+$/, ""));
    if (same) return location.replace(`#${same.id}`);
    gone = paragraph("notice gone", article.dataset.sentenceGone);
    gone.setAttribute("role", "status");
    article.prepend(gone);
  }
  arrive();
  addEventListener("hashchange", arrive);

  // What was searched, marked in the sentence that search led to --------------------------------------
  const words = new URLSearchParams(location.search).getAll("hit");
  const sentence = words.length && document.getElementById(location.hash.slice(1));
  if (sentence && CSS.highlights) {
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT), pieces = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push([text.length, node]);
      text += node.data;
    }
    const place = (at) => {
      const [start, node] = pieces.findLast(([from]) => from <= at);
      return [node, at - start];
    };
    const ranges = [];
    for (const word of words.filter(Boolean)) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange(), [last, end] = place(at + word.length - 1);
        range.setStart(...place(at));
        range.setEnd(last, end + 1);
        ranges.push(range);
      }
    }
    CSS.highlights.set("hit", new Highlight(...ranges));
  }

  // Beside the text: how often each name occurs, and a way from place to place ------------------------
  const aside = document.querySelector("article.reading + .beside");
  if (aside) {
    const places = new Map();
    for (const link of document.querySelectorAll(".prose a.mention")) {
      const id = link.dataset.entity;
      if (!places.has(id)) places.set(id, []);
      places.get(id).push(link);
    }
    for (const row of aside.querySelectorAll("li[data-entity]")) {
      const links = places.get(row.dataset.entity);
      const name = row.querySelector(".name");
      if (!links || !name) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "count";
      button.textContent = String(links.length);
      button.setAttribute("aria-label", `${name.textContent}: ${links.length}`);
      let next = 0;
      button.addEventListener("click", () => {
        const link = links[next];
        next = (next + 1) % links.length;
        light(link.closest(".s") ?? link);
        link.scrollIntoView({ block: "center", behavior: "auto" });
        link.focus({ preventScroll: true });
        hide();
      });
      name.after(" ", button);
    }
    for (const row of aside.querySelectorAll("li[data-claim]")) {
      const marks = document.querySelectorAll(`.prose mark[data-claim="${CSS.escape(row.dataset.claim)}"]`);
      row.addEventListener("pointerenter", () => marks.forEach((mark) => mark.classList.add("lit")));
      row.addEventListener("pointerleave", () => marks.forEach((mark) => mark.classList.remove("lit")));
    }
  }

  let lit = null;
  function light(element) {
    lit?.classList.remove("lit");
    element.classList.add("lit");
    lit = element;
  }

  // Cards ---------------------------------------------------------------------------------------------
  const selector = "a.mention[data-entity], a.claim-ref[data-claim], mark.claim[data-claim]";
  const cards = new Map(); // address → promise of a card's data, null when it cannot be had
  const card = document.createElement("div");
  card.className = "hovercard";
  card.id = "hovercard";
  card.hidden = true;
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  let anchor = null; // the element that the card belongs to
  let timer = 0;

  const subject = (element) => ({
    id: element.dataset.entity ?? element.dataset.claim,
    kind: element.dataset.claim ? "claim" : element.dataset.kind,
  });

  function fetchCard({ id, kind }) {
    const address = `${site}${folders[kind]}/${encodeURIComponent(id)}/card.json`;
    if (location.protocol === "file:") return Promise.resolve(null);
    if (!cards.has(address)) {
      cards.set(address, fetch(address).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
    }
    return cards.get(address);
  }

  /** What the page itself says of it in a row beside the text. */
  function rowCard({ id, kind }) {
    const row = document.querySelector(`li[data-${kind === "claim" ? "claim" : "entity"}="${CSS.escape(id)}"]`);
    if (!row) return null;
    const text = (part) => row.querySelector(part)?.textContent ?? "";
    return { name: text(".name"), line: [text(".status"), text(".line")].filter(Boolean).join(" · "), articles: [] };
  }

  function paragraph(className, text, lang) {
    const element = document.createElement("p");
    element.className = className;
    element.textContent = text;
    if (lang) element.lang = lang;
    return element;
  }

  function fill(data, kind) {
    card.dataset.kind = kind;
    card.replaceChildren(paragraph("name", data.name, data.lang));
    if (data.line) card.append(paragraph("line", data.line, data.lineLang ?? data.lang));
    if (data.mentions) card.append(paragraph("where", data.mentions));
    const here = location.href.split("#")[0];
    const elsewhere = (data.articles ?? []).filter((item) => new URL(site + item.url, location.href).href.split("#")[0] !== here);
    if (!elsewhere.length) return;
    const list = document.createElement("ul");
    for (const item of elsewhere.slice(0, 4)) {
      const link = document.createElement("a");
      link.href = site + item.url;
      link.textContent = item.title;
      if (item.lang) link.lang = item.lang;
      const entry = document.createElement("li");
      entry.append(link);
      list.append(entry);
    }
    card.append(list);
  }

  /** Below the line of the words under the pointer, or above it where there is no room; never moves the page. */
  function place(element, x) {
    const boxes = [...element.getClientRects()];
    if (!boxes.length) return;
    const box = boxes.find((b) => x !== null && x >= b.left && x <= b.right) ?? boxes[0];
    card.hidden = false;
    const size = card.getBoundingClientRect();
    const width = root.clientWidth;
    const left = Math.max(16, Math.min(box.left, width - size.width - 16));
    const below = box.bottom + 8 + size.height <= innerHeight || box.top < size.height + 8;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 8 : box.top - size.height - 8) + scrollY}px`;
  }

  async function show(element, x) {
    anchor = element;
    const about = subject(element);
    const data = (await fetchCard(about)) ?? rowCard(about);
    if (anchor !== element || !data) return;
    fill(data, about.kind);
    place(element, x);
    if (element.matches("a")) element.setAttribute("aria-describedby", card.id);
  }

  function hide() {
    clearTimeout(timer);
    anchor?.removeAttribute("aria-describedby");
    anchor = null;
    card.hidden = true;
  }

  const later = (milliseconds, action) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (card.contains(event.target)) return clearTimeout(timer);
    const element = event.target.closest?.(selector);
    if (!element) return;
    if (element === anchor) return clearTimeout(timer);
    later(card.hidden ? 220 : 80, () => {
      hide();
      show(element, event.clientX);
    });
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch") return;
    if (event.target.closest?.(selector) || card.contains(event.target)) later(260, hide);
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest?.("a.mention[data-entity], a.claim-ref[data-claim]");
    if (element?.matches(":focus-visible")) {
      hide();
      show(element, null);
    } else if (!card.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
