// What the page does when the server is gone, or only its answer: it says so, and opens itself anew
// as soon as the server is there, since the framework's own session may then be dead. The address
// brings the conversation back, and `resuming.js` what was typed and asked.

import { isAnswering } from "./thread.js";
import { say } from "./texts.js";

const RENEWED = "assistant_renewed";
const LOOK_AGAIN = 2500; // milliseconds
const SURELY_ENDED = 600; // milliseconds
const LONGEST_LOOK = 10000; // milliseconds
const NOT_AGAIN = 15000; // milliseconds in which the page is not opened anew twice by itself
const QUIET = 8000; // milliseconds without a word of an answer after which one wonders
// A page in the background is woken once a minute; what comes later than this was asleep.
const ASLEEP = 90000; // milliseconds
const QUIET_AFTER_SLEEP = 20000; // milliseconds; then nothing will come any more

let isGone = false;
let looking = 0;
let heardAt = Date.now();
let sleptUntil = 0;
let lastTick = Date.now();

const notice = () => document.getElementById("connection");

async function isServerThere() {
  try {
    const signal = AbortSignal.timeout(LONGEST_LOOK);
    return (await fetch("/healthz", { cache: "no-store", signal })).ok;
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

function tellGone() {
  isGone = true;
  if (isAnswering()) notice().querySelector("p").textContent = say("script_lost_answer");
  notice().hidden = false;
  document.body.classList.add("offline");
}

async function look(event) {
  const isWished = event?.type === "click";
  window.clearTimeout(looking);
  if (await isServerThere()) {
    if (!isGone) return;
    if (isWished || !isTooSoon()) {
      window.location.reload();
      return;
    }
  }
  tellGone();
  looking = window.setTimeout(look, LOOK_AGAIN);
}

// Although the server may answer, only a new page helps; one that just ends still answers a moment.
function renew() {
  if (isGone) return;
  isGone = true;
  looking = window.setTimeout(look, SURELY_ENDED);
}

// The framework marks the place of an answer that broke off; nobody else tells of it.
function isBrokenOff() {
  return isAnswering() && document.querySelector("#current [data-testid=status-tracker] .error");
}

// An answer that stops for long may have nobody left who gives it.
function listen() {
  const now = Date.now();
  if (now - lastTick > ASLEEP) sleptUntil = now;
  lastTick = now;
  if (!isAnswering() || isGone || now - heardAt < QUIET) return;
  const hasSlept = sleptUntil > heardAt && now - sleptUntil > QUIET_AFTER_SLEEP;
  if (hasSlept) renew();
  else look();
}

export function watchConnection() {
  for (const sign of ["offline", "online", "server-gone", "server-silent"]) {
    window.addEventListener(sign, look);
  }
  window.addEventListener("session-lost", renew);
  document.getElementById("connection-retry").addEventListener("click", look);
  new MutationObserver(() => {
    heardAt = Date.now();
    if (isBrokenOff()) renew();
  }).observe(document.getElementById("current"), {
    childList: true, subtree: true, characterData: true,
  });
  window.setInterval(listen, LOOK_AGAIN);
}
