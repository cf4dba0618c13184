// The search that runs in the browser, without one: `node --test`. The index is the one that the Swift tests
// write from Tests/Fixtures/search-archive.json.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const search = createRequire(import.meta.url)("../../templates/assets/search-disk.js");
const read = (name) => JSON.parse(readFileSync(new URL(`../Fixtures/${name}`, import.meta.url), "utf8"));
const archive = read("search-archive.json"), site = read("search-index.json");

const source = {
  json: async (name) => JSON.parse(site[`search/${name}.json`]),
  text: async (path) => site[path],
};

async function answer(index, query, facets = []) {
  const found = await index.search(query, facets.map(([facet, value]) => ({ facet, value })));
  const paths = [];
  for (const document of found.documents) {
    if (await found.verify(document)) paths.push((await index.row(document)).path);
  }
  return paths;
}

test("every query of the shared archive finds its pages in their order", async () => {
  const index = new search.Index(source);
  for (const { query, facets, paths } of archive.queries) {
    assert.deepEqual(await answer(index, query, facets), paths, `${query} ${facets ?? ""}`);
  }
});

test("the same pages are found from disk, where only scripts can be loaded", async () => {
  const index = new search.Index(search.scriptSource(async (path) => {
    new Function("variorumSearch", site[path])(globalThis.variorumSearch);
  }));
  for (const { query, facets, paths } of archive.queries) {
    assert.deepEqual(await answer(index, query, facets), paths, `${query} ${facets ?? ""}`);
  }
});

test("substrings of Han text are never missed, in either script", async () => {
  const index = await new search.Index(source).open();
  const texts = archive.documents.map((d) => [d.path, [d.title, ...d.names, d.text].map((t) => index.folding.fold(t).text)]);
  const runs = texts.flatMap(([, list]) => list.flatMap((text) => text.match(/[\u4e00-\u9fff]{2,}/g) ?? []));
  for (let i = 0; i < 300; i++) {
    const run = runs[i * 7919 % runs.length], length = 2 + i % Math.min(7, run.length - 1);
    const query = run.slice(i % (run.length - length + 1)).slice(0, length);
    const expected = texts.filter(([, list]) => list.some((text) => text.includes(query))).map(([path]) => path);
    assert.deepEqual((await answer(index, query)).sort(), expected.sort(), query);
  }
});

test("words are found by every beginning", async () => {
  const index = await new search.Index(source).open();
  const texts = archive.documents.map((d) => [d.path, [d.title, ...d.names, d.text].map((t) => index.folding.fold(t).text)]);
  const words = new Set(texts.flatMap(([, list]) => list.flatMap((text) => text.match(/[a-z0-9]+/g) ?? [])));
  for (const word of words) {
    for (let length = 1; length <= word.length; length++) {
      const query = word.slice(0, length), begins = new RegExp(`(?<![a-z0-9])${query}`);
      const expected = texts.filter(([, list]) => list.some((text) => begins.test(text))).map(([path]) => path);
      assert.deepEqual((await answer(index, query)).sort(), expected.sort(), query);
    }
  }
});

test("every character folds in the browser as it does in the program", () => {
  const source = readFileSync(new URL("../../Sources/Text/FoldTable.swift", import.meta.url), "utf8");
  const table = source.split('"""')[1].replace(/\\?\n */g, "")
    .replace(/\\u\{([0-9A-F]+)\}/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));
  const folding = new search.Folding(), points = Array.from(table, (c) => c.codePointAt(0));
  for (let i = 0; i < points.length; i += 2) folding.pairs.set(points[i], points[i + 1]);
  const pairs = new Map(folding.pairs);
  for (let c = 0x80; c < 0x30000; c++) {
    const isAssigned = /\P{Cn}/u.test(String.fromCodePoint(c)) && !(c >= 0xD800 && c < 0xE000);
    if (isAssigned) assert.equal(folding.scalar(c), pairs.get(c) ?? c, `U+${c.toString(16)}`);
  }
});

test("passages are sentences with their anchors and hits", async () => {
  const index = new search.Index(source);
  const { documents, terms } = await index.search("不会 大模型");
  const passages = (await index.view(documents[0])).passages(terms);
  assert.deepEqual(passages.map((p) => [p.anchor, p.parts.filter((x) => x.isHit).map((x) => x.text)]), [
    ["s4di6t635", ["大模型"]], ["svj4dsyu4", ["不會"]],
  ]);
});

test("ids of sentences are those of the program (Tests/TextTests/PlaceIDTests.swift)", () => {
  const folding = new search.Folding();
  for (const [text, id] of [
    ["It rains.", "maliyn24"], ["今天下雨。", "hsg4kizj"], ["……", "thkkvosy"], ["", "aaaairqn"],
    ["Schröder won 51.2 %.", "2wx64lbz"], ["𠀀👍 ok", "noorxyaa"],
  ]) assert.equal(search.wordID(text, folding), id, text);
});

test("a long passage is cut between words, and Han text shows as much as Latin text", async () => {
  for (const [text, query] of [
    ["overwhelming ".repeat(30) + "harbour " + "nevertheless ".repeat(30) + ".", "harbour"],
    ["青山綠水".repeat(60) + "港口" + "綠水青山".repeat(60) + "。", "港口"],
  ]) {
    const index = await new search.Index({ ...source, text: async () => text }).open();
    index.row = async () => ({ title: "", names: [], textPath: "x", sentences: "A" });
    const { terms } = search.parse(query, index.folding);
    const [{ parts }] = (await index.view(0)).passages(terms), shown = parts.map((part) => part.text).join("");
    const width = Array.from(shown).reduce((sum, c) => sum + (c > "\u3000" ? 2 : 1), 0);
    assert.ok(width > 200 && width <= 224, `${width}: ${shown}`);
    assert.match(shown, /^…(overwhelming |[青山綠水])/);
    assert.match(shown, /( nevertheless|[青山綠水]) ?…$/);
  }
});

test("hits across a line end are shown as one", async () => {
  const index = new search.Index(source);
  const { documents, terms } = await index.search("卖完 QQ音乐");
  const marks = (await index.view(documents[0])).passages(terms).flatMap((p) => p.parts.filter((x) => x.isHit));
  assert.deepEqual(marks.map((x) => x.text), ["賣完", "QQ 音樂"]);
});

for (const [name, query] of [
  ["a query of 10,000 characters", "青山".repeat(5000)],
  ["50 terms", Array.from({ length: 50 }, (_, i) => `词${i}`).join(" ")],
  ["punctuation", "。，！？…"], ["a lone surrogate", "青\ud800山"], ["signs of a regular expression", "(青|山)+[^.*?$\\"],
  ["markup", "<img src=x onerror=alert(1)>"], ["right-to-left text", "שלום مرحبا"], ["an open quotation mark", "\"青山"],
  ["names of object members", "__proto__ constructor toString"], ["a minus alone", "-"], ["emptiness", ""],
]) {
  test(`${name} does no harm`, async () => {
    assert.ok(Array.isArray(await answer(new search.Index(source), query)));
  });
}

test("an index of another format is refused", async () => {
  const index = new search.Index({ ...source, json: async () => ({ format: 99 }) });
  await assert.rejects(index.search("青山"), /format 99/);
});

test("a file that could not be loaded is asked for again", async () => {
  let fails = true;
  const index = new search.Index({
    ...source,
    json: async (name) => {
      if (fails && name !== "manifest") throw new Error("offline");
      return source.json(name);
    },
  });
  await assert.rejects(index.search("青山"), /offline/);
  fails = false;
  assert.ok((await answer(index, "青山")).length > 0);
});

test("a shard that was cut off is an error and never a missing result", async () => {
  const index = new search.Index({
    ...source,
    json: async (name) => {
      const value = await source.json(name);
      return name !== "manifest" && typeof value[0] === "string" ? [value[0], value[1].slice(0, 40)] : value;
    },
  });
  await assert.rejects(index.search("青山"), search.IndexError);
});

test("names and texts in all their forms fold as the index folds them, with the same places", () => {
  const { fold, forms } = read("folded-forms.json");
  const folding = new search.Folding(fold);
  for (const [text, expected, places] of forms) {
    const folded = folding.fold(text), found = [];
    assert.equal(folded.text, expected, text);
    if (!text.includes("\n\n")) assert.equal(folding.key(text), expected, text);
    const count = (end) => Array.from(text.slice(0, end)).length;
    for (let at = 0; at < expected.length; at += expected.codePointAt(at) > 0xFFFF ? 2 : 1) {
      if (expected[at] <= " ") continue;
      found.push(count(folded.starts[at]), count(folded.ends[at]));
    }
    assert.deepEqual(found, places, text);
  }
});
