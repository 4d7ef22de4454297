// The switches in the masthead: colours (kept in this browser) and language (a cookie).

const SYSTEM = window.matchMedia("(prefers-color-scheme: dark)");
const YEAR_SECONDS = 365 * 24 * 60 * 60;

function isDark() {
  const chosen = document.documentElement.dataset.colours;
  return chosen ? chosen === "dark" : SYSTEM.matches;
}

function keep(colours) {
  try {
    if (colours) localStorage.setItem("assistant_colours", colours);
    else localStorage.removeItem("assistant_colours");
  } catch {
    // Storage can be forbidden; the choice then lasts until the page is left.
  }
}

const colours = document.getElementById("colours");

function showColours() {
  colours?.setAttribute("aria-pressed", String(isDark()));
}

colours?.addEventListener("click", () => {
  const wished = isDark() ? "light" : "dark";
  // What the system wishes anyway needs no choice; then the page follows it from now on.
  const system = SYSTEM.matches ? "dark" : "light";
  if (wished === system) delete document.documentElement.dataset.colours;
  else document.documentElement.dataset.colours = wished;
  keep(wished === system ? "" : wished);
  showColours();
});
SYSTEM.addEventListener("change", showColours);
showColours();

for (const button of document.querySelectorAll("button[data-language]")) {
  button.addEventListener("click", () => {
    const secure = window.location.protocol === "https:" ? "; Secure" : "";
    const kept = `assistant_language=${button.dataset.language}`;
    document.cookie = `${kept}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
    window.location.reload();
  });
}
