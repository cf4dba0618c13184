// The least page over Pagefind: what is typed is searched, and the first results are shown with their excerpts.
(async () => {
  const pagefind = await import("./pagefind/pagefind.js");
  const input = document.querySelector("input"), list = document.getElementById("results");
  input.addEventListener("focus", () => pagefind.init(), { once: true });
  input.addEventListener("input", async () => {
    list.dataset.state = "busy";
    const { results } = await pagefind.search(input.value);
    list.replaceChildren();
    list.dataset.total = String(results.length);
    await Promise.all(results.slice(0, 5).map(async (result) => {
      const data = await result.data(), item = document.createElement("li");
      item.textContent = data.meta.title;
      list.append(item);
    }));
    list.dataset.state = "done";
  });
  globalThis.allPages = async (query) => {
    const { results } = await pagefind.search(query);
    return Promise.all(results.map(async (result) => (await result.data()).raw_url ?? (await result.data()).url));
  };
  list.dataset.state = "ready";
})();
