// From the sending of a question until the server takes it up: says that it waits, or what kept it
// from getting there. What is too long is not sent at all.

import { make } from "./dom.js";
import { ahead, typed, wish } from "./fields.js";
import { locale, say } from "./texts.js";

const SOON = 700; // milliseconds after which one wonders whether anything happens
const NO_REACTION = 6000; // milliseconds after which a sent question should have shown

const SHOWN = "#current :is(.turn, .notice)";
const most = Number(document.getElementById("frame").dataset.most);

let place = null;
let waiting = []; // timers
const complaints = new WeakSet();

function note(text, kind = "") {
  place.className = kind;
  const pulse = make("span", { class: "pulse", "aria-hidden": "true" });
  place.replaceChildren(...(kind === "working" ? [pulse, text] : [text]));
}

function settle() {
  for (const timer of waiting) window.clearTimeout(timer);
  waiting = [];
}

// True from sending until the server reacts.
export function isUnderway() {
  return waiting.length > 0;
}

function expectReaction() {
  settle();
  note("");
  waiting = [
    window.setTimeout(() => note(say("script_sending"), "working"), SOON),
    window.setTimeout(() => {
      note(say("script_waiting"), "working");
      window.dispatchEvent(new Event("server-silent"));
    }, NO_REACTION),
  ];
}

function send(event, question) {
  const count = [...question].length;
  if (count <= most) {
    ahead({ question });
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const numbers = { count: count.toLocaleString(locale), most: most.toLocaleString(locale) };
  note(say("script_too_long", numbers), "refused");
}

// The framework's own words for what went wrong are never shown; they say less.
function watchComplaints() {
  new MutationObserver(() => {
    const fresh = [...document.querySelectorAll(".toast-body")].filter((one) => !complaints.has(one));
    for (const one of fresh) complaints.add(one);
    if (!fresh.length) return;
    if (isUnderway()) {
      settle();
      note(say("script_refused"), "refused");
      window.dispatchEvent(new Event("question-refused"));
    } else {
      window.dispatchEvent(new Event("session-lost"));
    }
  }).observe(document.body, { childList: true, subtree: true });
}

export function watchSending() {
  place = make("p", { id: "sending", role: "status" });
  document.getElementById("composer").before(place);
  const current = document.getElementById("current");
  let before = null;
  window.addEventListener("question-sent", () => {
    before = document.querySelector(SHOWN);
    expectReaction();
  });
  new MutationObserver(() => {
    if (!isUnderway() || document.querySelector(SHOWN) === before) return;
    settle();
    note("");
  }).observe(current, { childList: true, subtree: true });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.target !== typed()) return;
    if (event.isComposing) return; // an input method's own Enter sends nothing
    send(event, typed().value);
  }, { capture: true });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#send")) send(event, typed().value);
    // Not what is half typed: that stays where it is.
    const example = event.target.closest?.(".example");
    if (example) wish({ question: example.textContent.trim() });
  }, { capture: true });
  watchComplaints();
}
