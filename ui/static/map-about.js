// Shows what is known of a node; the server renders and escapes it.

import { say } from "./texts.js";

let asked = 0;

// Says one sentence where a node would be shown.
export function tell(text) {
  document.getElementById("about").textContent = text;
}

function bring_in(about) {
  about.focus({ preventScroll: true });
  // Beside the picture it is in sight already.
  if (window.innerWidth <= 1020) about.scrollIntoView({ block: "start" });
}

export async function open_about(id, view, { focus = true } = {}) {
  const about = document.getElementById("about");
  const number = ++asked;
  about.setAttribute("aria-busy", "true");
  let shown = null;
  try {
    const response = await fetch(`/map/nodes/${encodeURIComponent(id)}?view=${view}`);
    if (response.ok) shown = await response.text();
  } catch {
    // Said below.
  }
  // Who clicked on somebody else meanwhile wants to see that one.
  if (number !== asked) return;
  about.removeAttribute("aria-busy");
  if (shown === null) about.textContent = say("script_failed");
  else about.replaceChildren(...new DOMParser().parseFromString(shown, "text/html").body.childNodes);
  about.scrollTop = 0;
  if (focus) bring_in(about);
  const address = new URL(window.location.href);
  address.searchParams.set("node", id);
  address.searchParams.delete("find");
  window.history.replaceState(null, "", address);
}
