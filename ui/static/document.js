// The document beside the chat: opened by a citation, its quote brought into view, closed again.

import { tellAnew } from "./fields.js";
import { say } from "./texts.js";
import * as tip from "./tip.js";

const QUIET = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const BEHAVIOR = QUIET ? "auto" : "smooth";
const AIR = 16; // pixels between the head and the quote
const ADDRESS = /^#((?:cite|near)-\d+-\d+|close)$/;

let opener = null; // the link that opened the document, to give the focus back to
let opened = "";

const shownDocument = () => document.querySelector("#document .document");

function open(address) {
  const shown = shownDocument();
  if (address === opened && shown) {
    showQuote(shown);
    return;
  }
  opened = address;
  tellAnew("opened", address);
}

export function closeDocument() {
  if (!shownDocument()) return false;
  open("close");
  return true;
}

function giveFocusBack() {
  opened = "";
  if (opener?.isConnected) opener.focus();
  opener = null;
}

function showQuote(shown) {
  const title = shown.querySelector("#document-title");
  const quote = shown.querySelector("mark");
  const side = document.getElementById("side");
  title.focus({ preventScroll: true });
  const top = quote ? quote.getBoundingClientRect().top - side.getBoundingClientRect().top : 0;
  // In large letters the head, which stays, takes more than a third.
  const head = shown.querySelector(".document-head").offsetHeight + AIR;
  const room = Math.max(head, side.clientHeight / 3);
  side.scrollTo({ top: side.scrollTop + top - room, behavior: BEHAVIOR });
}

export function nameMarkers(turn) {
  for (const marker of turn.querySelectorAll("a.marker")) {
    const number = /-(\d+)$/.exec(marker.getAttribute("href"))?.[1] ?? "";
    marker.setAttribute("aria-label", say("script_open_citation", { number }));
  }
}

export function watchDocument() {
  const place = document.getElementById("document");
  let last = "";
  new MutationObserver(() => {
    const shown = shownDocument();
    const now = shown?.innerHTML ?? "";
    if (now === last) return;
    last = now;
    if (shown) showQuote(shown);
    else giveFocusBack();
  }).observe(place, { childList: true, subtree: true, characterData: true });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const found = link && ADDRESS.exec(link.getAttribute("href"));
    if (!found) return;
    event.preventDefault();
    if (link.matches(".marker") && tip.isOnlyLookedAt(event, link)) return;
    tip.hide();
    if (found[1] !== "close") opener = link;
    open(found[1]);
  });
}
