// Asks a built site with the page's own script: ask.mjs SITE < queries.json > answers.json
// An answer is the sorted list of pages, every one verified in its text.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const search = createRequire(import.meta.url)("../../templates/assets/search.js");
const site = process.argv[2];
const index = new search.Index({
  json: async (name) => JSON.parse(readFileSync(`${site}/search/${name}.json`, "utf8")),
  text: async (path) => readFileSync(`${site}/${path}`, "utf8"),
});

const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const found = await index.search(query), paths = [];
  for (const document of found.documents) {
    if (await found.verify(document)) paths.push((await index.row(document)).path);
  }
  answers.push(paths.sort());
}
process.stdout.write(JSON.stringify(answers));
