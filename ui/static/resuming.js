// What was typed and what was being answered when the page was left or opened anew: the first is
// typed again, the second asked again, once, and only where no answer was written down meanwhile.

import { call } from "./api.js";
import { lastAsked, type, typed, wish } from "./fields.js";
import { isUnderway } from "./sending.js";
import {
  addressedConversation, currentConversation, factsOf, isAnswering, lastFinished, turnTo,
} from "./thread.js";

const KEPT = "assistant_question";
const LONGEST = 60000; // milliseconds after which nobody waits for an answer any more
const OPENED_WITHIN = 10000; // milliseconds that a conversation may take to be shown
const LOOK_AGAIN = 50; // milliseconds

let resumed = ""; // what was asked again since the page was opened

function unanswered() {
  const asked = lastAsked();
  if (!asked || !(isAnswering() || (isUnderway() && !typed()?.value))) return null;
  return {
    ...asked,
    at: Date.now(),
    isSecond: asked.question === resumed,
    conversation: currentConversation(),
    lastTurn: lastFinished()?.turn ?? "",
    newest: document.querySelector("#history-list li")?.dataset.id ?? "",
  };
}

export function keep() {
  const first = document.getElementById("first-question");
  const kept = { typed: first?.value || typed()?.value || "", asked: unanswered() };
  try {
    if (kept.typed || kept.asked) sessionStorage.setItem(KEPT, JSON.stringify(kept));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Storage can be forbidden; the question then stays only while the page does.
  }
}

function take() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    return kept;
  } catch {
    return null;
  }
}

async function until(happened) {
  const end = Date.now() + OPENED_WITHIN;
  while (!happened() && Date.now() < end) {
    await new Promise((resolve) => { window.setTimeout(resolve, LOOK_AGAIN); });
  }
  return happened();
}

// The conversation that began with a question whose answer was not seen; "" where there is none.
async function begunWith(asked) {
  const { conversations: [newest] } = await call("GET", "/api/v1/conversations?limit=1");
  if (!newest || newest.conversation_id === asked.newest) return "";
  const { turns } = await call("GET", `/api/v1/conversations/${newest.conversation_id}`);
  return turns.length === 1 && turns[0].question === asked.question ? newest.conversation_id : "";
}

const shownLast = () => factsOf(document.querySelector("#current .turn.dressed"));

// Whether the answer was written down although nobody saw it; throws where that cannot be known.
async function isWritten(asked) {
  if (!asked.conversation) {
    const id = await begunWith(asked);
    if (id) turnTo(id);
    return Boolean(id);
  }
  await until(() => shownLast()?.conversation === asked.conversation);
  const last = shownLast();
  if (!last) throw new Error("The conversation is not there.");
  return last.question === asked.question && ![asked.lastTurn, asked.replaces].includes(last.turn);
}

async function askAgain(asked) {
  try {
    if (await isWritten(asked)) return;
    resumed = asked.question;
    const { question, query, replaces } = asked;
    wish({ question, query, replaces });
  } catch {
    giveBack(asked);
  }
}

function giveBack(asked) {
  type([asked.question, typed()?.value].filter(Boolean).join("\n"));
}

// Goes on with what was left; `isAsking` where the address asks something else already.
export function resume({ isAsking }) {
  const kept = take();
  if (!kept) return;
  if (kept.typed) type(kept.typed);
  const { asked } = kept;
  const isHere = asked?.conversation === addressedConversation();
  if (!asked || isAsking || !isHere) return;
  if (asked.isSecond || Date.now() - asked.at > LONGEST) giveBack(asked);
  else askAgain(asked);
}

export function keepOnLeaving() {
  window.addEventListener("pagehide", keep);
  // A page that is shown again as it was has everything still.
  window.addEventListener("pageshow", (event) => event.persisted && take());
}
