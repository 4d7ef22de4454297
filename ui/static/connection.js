// What the page does when the server is gone: it says so, keeps what was typed, and goes on as soon
// as the server is back. The framework's own session may then be dead, so the page is opened anew,
// and the conversation's address and the kept question bring everything back.

import { ahead, type, typed } from "./fields.js";
import { isAnswering } from "./thread.js";

const KEPT = "assistant_question";
const RENEWED = "assistant_renewed";
const LOOK_AGAIN = 2500; // milliseconds
const NOT_AGAIN = 15000; // milliseconds in which the page is not opened anew twice by itself
const NO_REACTION = 6000; // milliseconds after which a sent question should have shown

let isGone = false;
let looking = 0;

const notice = () => document.getElementById("connection");

function questionNow() {
  const asked = document.querySelector("#current .turn .question");
  const waiting = isAnswering() && asked
    ? [...asked.childNodes].filter((node) => !node.matches?.(".sr-only"))
      .map((node) => node.textContent).join("")
    : "";
  return typed()?.value || waiting.trim();
}

function keepQuestion() {
  try {
    sessionStorage.setItem(KEPT, questionNow());
  } catch {
    // Storage can be forbidden; the question then stays only while the page does.
  }
}

// Brings back what was typed before the page was opened anew.
export function restoreQuestion() {
  try {
    const kept = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (kept) type(kept);
    return Boolean(kept);
  } catch {
    return false;
  }
}

async function isServerThere() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// A busy server must not be asked for the whole page over and over.
function isTooSoon() {
  try {
    const last = Number(sessionStorage.getItem(RENEWED) ?? 0);
    if (Date.now() - last < NOT_AGAIN) return true;
    sessionStorage.setItem(RENEWED, String(Date.now()));
  } catch {
    // Storage can be forbidden.
  }
  return false;
}

async function look(event) {
  const isWished = event?.type === "click";
  window.clearTimeout(looking);
  if (await isServerThere()) {
    if (!isGone) return;
    if (isWished || !isTooSoon()) {
      keepQuestion();
      window.location.reload();
      return;
    }
  }
  isGone = true;
  notice().hidden = false;
  document.body.classList.add("offline");
  looking = window.setTimeout(look, LOOK_AGAIN);
}

// The framework has lost its session although the server answers: only a new page helps.
async function frameworkComplained() {
  isGone = true;
  await look();
}

export function watchConnection() {
  window.addEventListener("offline", look);
  window.addEventListener("online", look);
  window.addEventListener("server-gone", look);
  document.getElementById("connection-retry").addEventListener("click", look);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.target !== typed()) return;
    if (event.isComposing) return; // an input method's own Enter sends nothing
    expectReaction(typed().value);
  }, { capture: true });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#send")) expectReaction(typed().value);
    const example = event.target.closest?.(".example");
    if (example) expectReaction(example.textContent.trim());
  }, { capture: true });
  new MutationObserver(() => {
    if (document.querySelector(".toast-body")) frameworkComplained();
  }).observe(document.body, { childList: true, subtree: true });
}

function expectReaction(question) {
  ahead({ question });
  const before = document.querySelector("#current .turn");
  window.setTimeout(() => {
    if (document.querySelector("#current .turn") === before) look();
  }, NO_REACTION);
}
