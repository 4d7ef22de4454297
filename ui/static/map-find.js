// Finds by name, as the server does: whoever is called so is lit, centred and told of.

import { say } from "./texts.js";

// Lower case without accents, words only: "Skåne Food & Innovation" is "skane food innovation".
function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function rank(element, wanted) {
  const names = element.dataset.find.split("|");
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : 3;
}

export function find(form, nodes, { show, missing }) {
  const input = form.elements.find;
  const status = document.getElementById("found");
  const steps = [document.getElementById("find-previous"), document.getElementById("find-next")];
  let matches = [];
  let at = 0;
  let asked = "";

  function look(wanted) {
    const ranked = [...nodes.values()].map((element) => [rank(element, wanted), element]);
    matches = ranked.filter(([how]) => how < 3);
    matches.sort(([one, a], [other, b]) => one - other || a.dataset.name.localeCompare(b.dataset.name));
    matches = matches.map(([, element]) => element);
    at = 0;
    asked = wanted;
  }

  function mark() {
    for (const element of nodes.values()) element.classList.toggle("found", matches.includes(element));
    for (const button of steps) button.hidden = matches.length < 2;
    document.getElementById("also-found").replaceChildren();
    const text = input.value.trim();
    if (!asked) status.textContent = "";
    else if (!matches.length) status.textContent = say("script_not_found", { name: text });
    else {
      const name = matches[at].dataset.name;
      status.textContent = say("script_found", { at: at + 1, count: matches.length, name });
    }
  }

  function step(by) {
    if (!matches.length) return;
    at = (at + by + matches.length) % matches.length;
    mark();
    show(matches[at]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = folded(input.value);
    if (wanted && wanted === asked) return step(1);
    look(wanted);
    if (!wanted) matches = [];
    mark();
    if (matches.length) show(matches[0]);
    else if (wanted) missing(input.value.trim());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  steps[0].addEventListener("click", () => step(-1));
  steps[1].addEventListener("click", () => step(1));

  function clear() {
    matches = [];
    asked = "";
    mark();
  }
}
