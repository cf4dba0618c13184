// Search in a page opened from disk, where files cannot be fetched but scripts can be loaded. search-ui.js loads this
// when it is needed; docs/search.md describes the scripts.
"use strict";
(() => {
  const search = typeof require === "function" ? require("./search.js") : globalThis.VariorumSearch;
  const { IndexError, NoText, names, firstIndex } = search;

  /**
   * A source for pages opened from disk: `load(path)` runs a script of the site, and what the script hands to the
   * global `variorumSearch(name, value)` is kept.
   */
  function scriptSource(load) {
    const values = new Map(), loading = new Map();
    let manifest;
    globalThis.variorumSearch = (name, value) => values.set(name, value);
    const run = (script) => {
      if (!loading.has(script)) {
        const done = load(`search/${script}.js`);
        loading.set(script, done);
        done.catch(() => loading.delete(script));
      }
      return loading.get(script);
    };
    const value = async (name, script) => {
      await run(script);
      if (!values.has(name)) throw new IndexError(`the search index is damaged: ${script}.js`);
      return values.get(name);
    };
    // The files are sorted by name; of each script the first is known.
    const scriptOf = (name) => {
      const firsts = names(manifest.scriptFirsts);
      return names(manifest.scripts)[firstIndex(firsts.length, (i) => firsts[i] > name) - 1];
    };
    return {
      json: async (name) => {
        if (name === "manifest") {
          manifest = await value(name, name);
          if (!manifest) throw new NoText("manifest.js");
          return manifest;
        }
        return value(name, scriptOf(name));
      },
      text: async (path, document) => {
        const firsts = manifest.textFirsts;
        const part = firstIndex(firsts.length, (i) => firsts[i] > document) - 1;
        if (part < 0) throw new NoText(path);
        return value(path, names(manifest.textScripts)[part]);
      },
    };
  }

  search.scriptSource = scriptSource;
  if (typeof module === "object") module.exports = search;
})();
