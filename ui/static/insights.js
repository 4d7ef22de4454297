// Asks questions again on demand, tells the server the visitor's time zone, and looks again while
// the questions are still being compared.

import { say } from "./texts.js";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const LOOK_AGAIN_MS = 3000;
const MOST_SHOWN = 300;

function cookie(name) {
  const found = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : "";
}

// Days begin at midnight where the visitor is.
function tellTimezone() {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!timezone || cookie("assistant_timezone") === timezone) return;
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  // A zone's name has only characters that a cookie may have (RFC 6265).
  const kept = `assistant_timezone=${timezone}`;
  document.cookie = `${kept}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
  // Where cookies are refused the days stay those of UTC.
  if (cookie("assistant_timezone") === timezone) window.location.reload();
}

async function tryNow(question) {
  // Whole, because an address that carries a key, as this page's may, cannot be fetched from.
  const response = await fetch(`${window.location.origin}/api/v1/insights/try`, {
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
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
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

tellTimezone();

if (document.querySelector("[data-refresh]")) {
  setTimeout(() => window.location.reload(), LOOK_AGAIN_MS);
}
