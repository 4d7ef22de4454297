// Sets the colours that the visitor chose before anything is drawn; without a choice the system's.
(() => {
  try {
    const kept = localStorage.getItem("assistant_colours");
    if (kept === "dark" || kept === "light") document.documentElement.dataset.colours = kept;
  } catch {
    // Storage can be forbidden; then the page follows the system.
  }
})();
