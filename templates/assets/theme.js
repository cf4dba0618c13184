// Runs before the page is drawn: marks that scripts run, and takes up the theme the reader chose last.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch (error) {
  // Storage is closed to this page (opened from disk, private window): the system's theme stands.
  console.info("theme is not remembered:", error.message);
}
