// What every page does beyond linking: the light or dark theme that the reader chose last, taken up before the page
// is drawn, its switch, the menu's mark of where one is, and "/" for search.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (error) {
    // Storage is closed to this page (opened from disk, private window): the system's theme stands.
    console.info("theme is not remembered:", error.message);
  }

  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const showTheme = () => document.querySelector(".theme-toggle")?.setAttribute("aria-pressed", String(isDark()));
  systemDark.addEventListener("change", showTheme);
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".theme-toggle")) return;
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch (error) {
      console.info("theme is not remembered:", error.message);
    }
    showTheme();
  });

  document.addEventListener("DOMContentLoaded", () => {
    showTheme();
    const section = document.body.dataset.section;
    for (const item of document.querySelectorAll(".menu a")) {
      if (section && item.dataset.section === section) item.setAttribute("aria-current", "true");
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const box = [...document.querySelectorAll('input[type="search"]')].find((input) => input.offsetParent !== null);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
