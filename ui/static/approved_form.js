// Writes an approved answer: preview, sources found by search, questions tried, and approving it.

import { button, callAsStaff, during, make, say, tell } from "./staff.js";

const AUTHOR = "assistant_author";
const PREVIEW_AFTER_MS = 300;
const MOST_QUOTED = 2000;

const form = document.getElementById("approve");
const field = (name) => document.getElementById(name);
const saved = field("saved");
const chosen = JSON.parse(field("sources").dataset.sources);

// Storage can be forbidden; the name is then typed each time.
function knownAuthor() {
  try {
    return localStorage.getItem(AUTHOR) ?? "";
  } catch {
    return "";
  }
}

function rememberAuthor(name) {
  try {
    localStorage.setItem(AUTHOR, name);
  } catch {
    // See above.
  }
}

function lines(name) {
  return field(name)
    .value.split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

// --- preview: the server renders it as it renders answers, so both look alike ------------------

let waiting = 0;

async function preview() {
  const response = await fetch("/insights/approved/preview", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text: field("text").value }),
  }).catch(() => null);
  if (!response?.ok) return;
  const shown = new DOMParser().parseFromString(await response.text(), "text/html");
  field("preview").replaceChildren(...shown.body.childNodes);
}

field("text").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(preview, PREVIEW_AFTER_MS);
});

// --- sources -------------------------------------------------------------------------------------

function showChosen() {
  field("chosen").replaceChildren(
    ...chosen.map((source, at) =>
      make(
        "li",
        {},
        make("b", {}, source.title),
        make("q", { class: source.quote ? "quoted" : "unquoted" }, source.quote || say("script_no_quote")),
        source.changed_on ? make("span", { class: "changed" }, say("script_changed", { date: source.changed_on })) : null,
        button({ class: "quiet", "data-drop": at, "aria-label": say("script_drop", { title: source.title }) }, "×"),
      ),
    ),
  );
}

field("chosen").addEventListener("click", (event) => {
  const drop = event.target.closest("[data-drop]");
  if (!drop) return;
  chosen.splice(Number(drop.dataset.drop), 1);
  showChosen();
  field("find").focus();
});

function take(passage, quoted) {
  const end = Math.min(passage.end, passage.start + MOST_QUOTED);
  chosen.push({
    document_id: passage.document_id,
    title: passage.title,
    quote: quoted ? passage.text.slice(0, end - passage.start) : "",
    start: quoted ? passage.start : null,
    end: quoted ? end : null,
  });
  field("found").replaceChildren();
  showChosen();
  field("find").focus();
}

function passageItem(passage) {
  const quote = button({ class: "quiet" }, say("script_take"));
  const whole = button({ class: "quiet" }, say("script_take_whole"));
  quote.addEventListener("click", () => take(passage, true));
  whole.addEventListener("click", () => take(passage, false));
  return make("li", {}, make("b", {}, passage.title), make("p", {}, passage.text), make("p", { class: "actions" }, quote, whole));
}

async function find() {
  const words = field("find").value.trim() || field("question").value.trim();
  if (!words) return;
  const address = `/api/v1/search?${new URLSearchParams({ q: words, top_k: "4" })}`;
  const place = make("li", { class: "outcome" });
  field("found").replaceChildren(place);
  await during(field("find-button"), place, async () => {
    const { passages } = await callAsStaff("GET", address);
    if (passages.length) field("found").replaceChildren(...passages.map(passageItem));
    else place.textContent = say("script_nothing_found");
  });
}

field("find-button").addEventListener("click", find);
field("find").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  find();
});

// --- trying ----------------------------------------------------------------------------------------

async function tryQuestions() {
  const wordings = [field("question").value.trim(), ...lines("other_wordings")].filter(Boolean);
  const questions = lines("try");
  if (!wordings.length) return;
  const place = make("li", { class: "outcome" });
  field("tried").replaceChildren(place);
  await during(field("try-button"), place, async () => {
    const { tried, asked } = await callAsStaff("POST", "/api/v1/approved/try", {
      wordings: wordings.slice(0, 11),
      questions: questions.slice(0, 50),
    });
    const lately = asked.length
      ? make("li", { class: "lately" }, make("b", {}, say("script_lately")), make("ul", {}, ...asked.map((question) => make("li", {}, question))))
      : make("li", { class: "lately" }, say("script_lately_none"));
    field("tried").replaceChildren(
      lately,
      ...tried.map(({ question, served }) =>
        make("li", { class: served ? "yes" : "no" }, make("span", {}, question), make("b", {}, say(served ? "script_would" : "script_would_not"))),
      ),
    );
  });
}

field("try-button").addEventListener("click", tryQuestions);

// --- approving --------------------------------------------------------------------------------------

function written() {
  return {
    question: field("question").value,
    other_wordings: lines("other_wordings"),
    text: field("text").value,
    author: field("author").value,
    sources: chosen.map(({ document_id, start, end }) => ({ document_id, start, end })),
    expires_on: field("expires_on").value || null,
  };
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await during(form.querySelector(".primary"), saved, async () => {
    const answer = await callAsStaff(form.dataset.method, form.dataset.address, written());
    rememberAuthor(answer.author);
    // From now on it is this answer that is changed.
    form.dataset.method = "PATCH";
    form.dataset.address = `/api/v1/approved/${answer.approved_id}`;
    window.history.replaceState(null, "", `/insights/approved/${answer.approved_id}`);
    tell(saved, say("script_saved"), {
      links: [
        [say("script_ask"), `/?q=${encodeURIComponent(answer.question)}`],
        [say("script_to_list"), "/insights/approved"],
      ],
    });
  });
  saved.focus();
});

form.hidden = false;
field("author").value ||= knownAuthor();
showChosen();
