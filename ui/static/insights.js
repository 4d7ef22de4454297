// Asks questions again on demand, and looks again while the questions are still being compared, or
// where the days shown are not yet the visitor's.

import { say } from "./texts.js";
import { isZoneNews } from "./timezone.js";

const LOOK_AGAIN_MS = 3000;
const MOST_SHOWN = 300;

async function tryNow(question) {
  const response = await fetch("/api/v1/insights/try", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function plain(answer) {
  const text = answer.replace(/\*\*|\s*\[\d+\]/g, "").replace(/\s+/g, " ").trim();
  const characters = [...text];
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join("")}…` : text;
}

// Gives whether the question of a group is answered now; null when it could not be asked.
async function askAgain(group) {
  const outcome = group.querySelector(".outcome");
  const button = group.querySelector("[data-ask]");
  button.disabled = true;
  outcome.textContent = say("script_asking");
  try {
    const found = await tryNow(group.dataset.question);
    const answered = found.status === "answered";
    group.dataset.outcome = found.status;
    outcome.textContent = "";
    outcome.append(element("b", say(answered ? "script_now_answered" : "script_still_declined")));
    if (answered) {
      const titles = found.documents.join(", ");
      outcome.append(document.createTextNode(plain(found.answer)));
      if (titles) outcome.append(element("span", say("script_from", { titles }), "from"));
    }
    return answered;
  } catch {
    outcome.textContent = say("script_failed");
    return null;
  } finally {
    button.disabled = false;
  }
}

for (const button of document.querySelectorAll("[data-ask]")) {
  button.hidden = false;
  button.addEventListener("click", () => askAgain(button.closest(".group")));
}

for (const button of document.querySelectorAll("[data-ask-all]")) {
  const section = button.closest("section");
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    const groups = [...section.querySelectorAll(".shown .group")];
    let answered = 0;
    // One after the other, so that visitors' questions are not held up.
    for (const group of groups) answered += (await askAgain(group)) ? 1 : 0;
    section.querySelector(":scope > .outcome").textContent = say("script_all_done", {
      answered,
      all: groups.length,
    });
    button.disabled = false;
  });
}

// Only where this is the first page that a visitor ever saw; any other has told the zone before.
if (isZoneNews) window.location.reload();

if (document.querySelector("[data-refresh]")) {
  setTimeout(() => window.location.reload(), LOOK_AGAIN_MS);
}
