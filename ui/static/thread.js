// The conversation on the page: which one it is, what was asked before, what is being answered.
//
// The server draws the newest turn in #current. When another one comes, the last is put into #past, so that a long conversation is not sent and drawn again with every question.

import { make } from "./dom.js";
import { tellAnew, typed } from "./fields.js";
import { say } from "./texts.js";

const QUIET = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const BEHAVIOR = QUIET ? "auto" : "smooth";
const LONGEST_OPENING = 8000; // milliseconds; then whatever is there is shown

let conversation = "";
let newest = null; // the newest turn as it was last drawn
let past = null;
let opening = 0;
let filledFor = ""; // the turn that others were missing before
const dressers = [];
const listeners = [];

export function currentConversation() {
  return conversation;
}

// `dress(turn, facts)` puts controls on a turn that is finished.
export function whenDrawn(dress) {
  dressers.push(dress);
}

// `changed(conversation)` is called when another turn was written down or another one is shown.
export function whenChanged(changed) {
  listeners.push(changed);
}

// What the server says of a turn; null while it is being answered.
export function factsOf(turn) {
  const data = turn?.querySelector(".turn-facts");
  if (!data) return null;
  try {
    return JSON.parse(data.value);
  } catch {
    return null;
  }
}

export function isLast(turn) {
  return turn?.closest("#current") !== null;
}

// The newest turn that is finished; null where there is none.
export function lastFinished() {
  return factsOf([...document.querySelectorAll(".turn.dressed")].at(-1));
}

export function isAnswering() {
  const turn = document.querySelector("#current .turn");
  return Boolean(turn) && !factsOf(turn) && !turn.querySelector(".failed");
}

// Shows another conversation, or with "" a new one.
export function turnTo(id, { remember = true } = {}) {
  past.replaceChildren();
  newest = null;
  conversation = id;
  showOpening(Boolean(id));
  tellAnew("wanted", id);
  if (remember) setAddress(id, { push: true });
  for (const changed of listeners) changed(conversation);
  if (window.matchMedia("(hover: hover)").matches) typed()?.focus({ preventScroll: true });
  window.scrollTo({ top: 0 });
}

// The conversation is not there; what is asked next begins a new one.
function forget() {
  past.replaceChildren();
  conversation = "";
  setAddress("");
  for (const changed of listeners) changed("");
}

function setAddress(id, { push = false } = {}) {
  const address = `${window.location.pathname}${id ? `#c=${id}` : ""}`;
  if (`${window.location.pathname}${window.location.hash}` === address) return;
  if (push) window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
}

export function addressedConversation() {
  const found = /^#c=([\w-]{1,100})$/.exec(window.location.hash);
  return found ? found[1] : "";
}

const isOpening = () => document.getElementById("chat").classList.contains("opening");

function showOpening(isOn) {
  const chat = document.getElementById("chat");
  window.clearTimeout(opening);
  chat.classList.toggle("opening", isOn);
  chat.setAttribute("aria-busy", String(isOn));
  if (isOn) opening = window.setTimeout(() => showOpening(false), LONGEST_OPENING);
}

// A window's title names what it holds: by the name it was given, or else by its first question.
const SITE = document.title;
let given = { id: "", title: "" };

export function nameConversation(id, title) {
  given = { id, title };
  setTitle();
}

function setTitle() {
  const named = conversation && given.id === conversation ? given.title : firstQuestion();
  // Whole characters: an emoji takes two of those that a string counts.
  document.title = named ? `${[...named.trim()].slice(0, 80).join("")} · ${SITE}` : SITE;
}

function firstQuestion() {
  const first = document.querySelector(".turn .question");
  return [...(first?.childNodes ?? [])]
    .filter((node) => !node.matches?.(".sr-only"))
    .map((node) => node.textContent)
    .join("");
}

// Gives whether there was anything to dress.
function dressAll(place) {
  let isAny = false;
  for (const turn of place.querySelectorAll(".turn:not(.dressed)")) {
    const facts = factsOf(turn);
    if (!facts) continue;
    isAny = true;
    turn.classList.add("dressed");
    for (const dress of dressers) dress(turn, facts);
  }
  return isAny;
}

// Has the turns drawn that another tab or device asked meanwhile, if one follows on such.
function fillGap(turn, facts) {
  const isWhole = document.querySelectorAll(".turn").length >= Number(turn.id.slice("turn-".length));
  if (isWhole || filledFor === facts.turn) return;
  filledFor = facts.turn;
  past.replaceChildren();
  tellAnew("wanted", conversation);
}

// Called when the server has drawn something in #current; `behavior` says how to get there.
function currentDrawn(current, behavior) {
  const turn = current.querySelector(".turn");
  // What the server has taken out is still whole, with all that was done to it (a vote, an
  // unfolded part); it goes into the past.
  if (turn && newest && turn.id !== newest.id && factsOf(newest)) past.append(newest);
  if (!turn) {
    newest = null;
    if (current.querySelector(".missing")) forget();
    return;
  }
  const isNew = newest?.id !== turn.id;
  dressAll(current);
  newest = turn;
  const facts = factsOf(turn);
  if (facts && facts.conversation !== conversation) {
    conversation = facts.conversation;
    setAddress(conversation);
  }
  if (facts) for (const changed of listeners) changed(conversation);
  if (facts) fillGap(turn, facts);
  if (isNew) turn.scrollIntoView({ block: "start", behavior });
}

export function watchThread() {
  const current = document.getElementById("current");
  const earlier = document.getElementById("earlier");
  const welcome = document.getElementById("welcome");
  past = make("div", { id: "past", class: "prose" });
  const skeleton = make(
    "div",
    { id: "skeleton", role: "status" },
    make("span", { class: "sr-only" }, say("script_opening")),
    make("i"),
    make("i"),
    make("i"),
  );
  current.before(past, skeleton);
  let last = "";
  const drawn = () => {
    const shown = current.querySelector(".turn, .notice");
    const now = shown?.innerHTML ?? "";
    if (now === last && (!shown || shown.classList.contains("dressed"))) return;
    // Through all of a long conversation that is opened nobody wants to be driven.
    const behavior = isOpening() ? "instant" : BEHAVIOR;
    showOpening(false);
    currentDrawn(current, behavior);
    setTitle();
    last = current.querySelector(".turn, .notice")?.innerHTML ?? "";
  };
  const watched = { childList: true, subtree: true, characterData: true };
  new MutationObserver(drawn).observe(current, watched);
  new MutationObserver(() => {
    // What is dressed grows, and would push the newest turn out of the window.
    if (dressAll(earlier)) newest?.scrollIntoView({ block: "start", behavior: "instant" });
    setTitle();
  }).observe(earlier, watched);
  new MutationObserver(() => {
    if (!conversation) showOpening(false);
  }).observe(welcome, watched);
  window.addEventListener("popstate", () => {
    const wanted = addressedConversation();
    if (wanted !== conversation) turnTo(wanted, { remember: false });
  });
}
