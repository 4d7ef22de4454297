// The switches in the masthead: colours (kept in this browser) and language (a cookie). The time zone
// goes along.

import { areCookiesKept, keepCookie } from "./cookies.js";
import "./timezone.js";

const SYSTEM = window.matchMedia("(prefers-color-scheme: dark)");

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

// In the language that was asked for.
function tellRefused(button) {
  const told = document.querySelector(".refusal") ?? document.createElement("p");
  told.className = "refusal";
  told.lang = button.lang;
  told.setAttribute("role", "alert");
  document.querySelector(".masthead").after(told);
  told.textContent = button.dataset.refused;
  const menu = document.getElementById("menu");
  if (menu.matches(":popover-open")) menu.hidePopover();
}

for (const button of document.querySelectorAll("button[data-language]")) {
  button.addEventListener("click", () => {
    keepCookie("assistant_language", button.dataset.language);
    if (areCookiesKept()) window.location.reload();
    else tellRefused(button);
  });
}
