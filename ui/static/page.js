// Starts the chat page once the framework has drawn it.

import { watchConnection } from "./connection.js";
import { areCookiesKept } from "./cookies.js";
import { dress, watchControls } from "./controls.js";
import { make } from "./dom.js";
import { closeDocument, watchDocument } from "./document.js";
import { type, typed, wish } from "./fields.js";
import { closeDrawer, watchHistory } from "./history.js";
import { keep, keepOnLeaving, resume } from "./resuming.js";
import { watchSending } from "./sending.js";
import { addressedConversation, factsOf, turnTo, watchThread, whenDrawn } from "./thread.js";
import { say } from "./texts.js";
import * as tip from "./tip.js";

const LATE = 20000; // milliseconds after which a page that opens is surely stuck

// The innermost of what is open is closed first.
function onEscape(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  if (document.querySelector(":popover-open, dialog[open]")) return;
  if (tip.isShown()) tip.hide();
  else if (!closeDrawer()) closeDocument();
}

function nameParts() {
  const status = document.getElementById("status");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  const side = document.getElementById("side");
  side.setAttribute("role", "complementary");
  side.setAttribute("aria-labelledby", "document-title");
  side.tabIndex = 0; // it scrolls by itself
  // The framework has the main part; the heading is to be in it.
  document.querySelector("gradio-app main")?.prepend(document.querySelector("h1"));
  document.body.append(make("p", { id: "announcer", class: "sr-only", role: "status" }));
}

// The framework sets the page's language to the browser's; ours is what the words are in.
function keepLanguage() {
  const page = document.documentElement;
  const keep = () => {
    if (page.lang !== page.dataset.language) page.lang = page.dataset.language;
  };
  new MutationObserver(keep).observe(page, { attributeFilter: ["lang"] });
  keep();
}

// Without a cookie nobody is known again; that is said before anything is lost.
function tellCookies() {
  if (areCookiesKept()) return;
  const told = make("p", { id: "no-cookies", role: "status" }, say("script_no_cookies"));
  document.getElementById("welcome").before(told);
}

// What the address asks for: a conversation, or a question from another page.
function followAddress() {
  const address = new URL(window.location.href);
  const question = address.searchParams.get("q")?.trim();
  const wanted = addressedConversation();
  if (address.search) {
    window.history.replaceState(null, "", `${address.pathname}${address.hash}`);
  }
  if (wanted) turnTo(wanted, { remember: false });
  else if (question) wish({ question });
  return Boolean(question);
}

// What was typed while the page was still opening goes on in the field that takes its place.
let isSent = false;

function watchFirst(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    isSent = Boolean(field.value.trim());
    field.readOnly = isSent;
  });
}

function takeOver(field) {
  const place = typed();
  const isFocused = document.activeElement === field;
  if (isSent) {
    wish({ question: field.value });
  } else if (field.value) {
    type(field.value);
    place.setSelectionRange(field.selectionStart, field.selectionEnd);
  }
  if (isFocused) window.requestAnimationFrame(() => place.focus({ preventScroll: true }));
  return isFocused;
}

function begin() {
  nameParts();
  whenDrawn(dress);
  watchThread();
  watchControls(factsOf);
  watchDocument();
  tip.watchMarkers();
  watchHistory();
  watchSending();
  watchConnection();
  tellCookies();
  document.addEventListener("keydown", onEscape);
  resume({ isAsking: followAddress() });
  keepOnLeaving();
  const isTyping = takeOver(document.getElementById("first-question"));
  document.body.classList.add("ready");
  document.getElementById("page-loading").remove();
  if (isTyping) return;
  // On a touch screen the focus would open the keyboard over the page.
  if (window.matchMedia("(hover: hover)").matches) typed()?.focus({ preventScroll: true });
}

// The welcome is the server's first word; what is wished before it would be undone by it.
function isDrawn() {
  return ["#welcome .welcome", "#welcome .notice", "#current .failed"].some((selector) =>
    document.querySelector(selector),
  ) && document.querySelector("#opened") && typed();
}

// The framework may be refused when all is busy; it does not try again, and its word is not shown.
function tellLate() {
  const notice = document.getElementById("connection");
  if (!notice.hidden) return;
  notice.hidden = false;
  notice.querySelector("p").textContent = say("script_opening_late");
  notice.querySelector("button").addEventListener("click", () => {
    keep();
    window.location.reload();
  });
}

keepLanguage();
watchFirst(document.getElementById("first-question"));

const late = window.setTimeout(tellLate, LATE);
const waiting = new MutationObserver(() => {
  if (!isDrawn()) {
    if (document.querySelector(".toast-body")) tellLate();
    return;
  }
  waiting.disconnect();
  window.clearTimeout(late);
  document.getElementById("connection").hidden = true;
  begin();
});
waiting.observe(document.body, { childList: true, subtree: true });
