// What can be done with an answer: copy it, judge it, see why, and say what was really meant.

import { call, sentenceOf } from "./api.js";
import { announce, button, icon, make } from "./dom.js";
import { closeDocument, nameMarkers } from "./document.js";
import { wish } from "./fields.js";
import { isAnswering, isLast } from "./thread.js";
import { say } from "./texts.js";
import { copyTurn } from "./copying.js";
import {
  askAgain, dressUnderstood, edit, searchAsTyped, searchAsUnderstood,
} from "./understood.js";
import { toggleWhy } from "./why.js";

const REASONS = [
  "script_reason_not_asked",
  "script_reason_wrong",
  "script_reason_source",
  "script_reason_missing",
];

function action(name, label, attributes = {}) {
  return button({ class: "action", "data-do": name, ...attributes }, icon(name),
    make("span", { class: "label" }, label));
}

// Puts the row of controls under an answer.
export function dress(turn, facts) {
  nameMarkers(turn);
  for (const pulse of turn.querySelectorAll(".pulse")) pulse.setAttribute("aria-hidden", "true");
  for (const table of turn.querySelectorAll(".answer .table, .conflict.table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0; // to be moved with the keyboard
  }
  for (const list of turn.querySelectorAll(".answer :is(ul, ol)")) list.dir = "auto";
  if (isLast(turn)) dressUnderstood(turn, facts);
  const isAsking = Boolean(turn.querySelector(".asks-back"));
  const bar = make("div", { class: "actions", role: "group", "aria-label": say("script_actions") });
  if (!isAsking) bar.append(action("copy", say("script_copy")));
  bar.append(
    action("up", say("script_up"), { "aria-pressed": facts.verdict === "up" }),
    action("down", say("script_down"), { "aria-pressed": facts.verdict === "down" }),
  );
  // "aria-pressed" has to be there also when it is false.
  for (const name of ["up", "down"]) {
    bar.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", facts.verdict === name);
  }
  if (!isAsking) bar.append(action("why", say("script_why"), { "aria-expanded": "false" }));
  bar.append(make("span", { class: "said", role: "status" }));
  turn.querySelector(".reply").append(bar);
}

function tellIn(turn, text) {
  turn.querySelector(".actions .said").textContent = text;
}

// --- feedback --------------------------------------------------------------------------------

async function judge(turn, facts, verdict, reason = "") {
  try {
    await call("POST", `/api/v1/turns/${facts.turn}/feedback`, { verdict, reason });
  } catch (error) {
    tellIn(turn, sentenceOf(error));
    return false;
  }
  for (const name of ["up", "down"]) {
    turn.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", verdict === name);
  }
  tellIn(turn, say(verdict ? "script_thanks" : "script_taken_back"));
  return true;
}

async function vote(turn, facts, verdict, pressed) {
  turn.querySelector(".reason")?.remove();
  const isTakenBack = pressed.getAttribute("aria-pressed") === "true";
  const done = await judge(turn, facts, isTakenBack ? null : verdict);
  if (done && verdict === "down" && !isTakenBack) askReason(turn, facts);
}

function askReason(turn, facts) {
  const name = `reason-${facts.turn}`;
  const choices = REASONS.map((key) =>
    make("label", {}, make("input", { type: "radio", name, value: say(key) }),
      make("span", {}, say(key))));
  const words = make("textarea", {
    rows: 2, maxlength: 1000, "aria-label": say("script_reason_words"),
    placeholder: say("script_reason_words"),
  });
  const cancel = button({ class: "quiet" }, say("script_cancel"));
  const form = make("form", { class: "reason" },
    make("fieldset", {}, make("legend", {}, say("script_reason")), ...choices), words,
    make("div", { class: "buttons" }, make("button", { class: "primary" }, say("script_save")),
      cancel));
  const leave = () => {
    form.remove();
    turn.querySelector("[data-do=down]").focus();
  };
  cancel.addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosen = form.querySelector("input:checked")?.value ?? "";
    const reason = [chosen, words.value.trim()].filter(Boolean).join(": ");
    if (!reason || (await judge(turn, facts, "down", reason))) leave();
  });
  turn.querySelector(".actions").after(form);
  form.querySelector("input").focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

// --- copying ---------------------------------------------------------------------------------

async function copy(turn) {
  tellIn(turn, say((await copyTurn(turn)) ? "script_copied" : "script_not_copied"));
}

// --- all of it -------------------------------------------------------------------------------

export function watchControls(factsOf) {
  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element
      ? event.target.closest(".turn :is(button[data-do], button[name=mean])")
      : null;
    const turn = pressed?.closest(".turn");
    const facts = turn && factsOf(turn);
    if (!facts) return;
    if (pressed.name === "mean") {
      mean(facts, pressed.value, turn);
      return;
    }
    const deeds = {
      copy: () => copy(turn),
      up: () => vote(turn, facts, "up", pressed),
      down: () => vote(turn, facts, "down", pressed),
      why: () => toggleWhy(turn, facts, pressed),
      edit: () => edit(turn, facts),
      undo: () => searchAsTyped(facts),
      redo: () => searchAsUnderstood(facts),
    };
    deeds[pressed.dataset.do]?.();
  });
}

// The follow-up is what the chosen question says; an earlier one is asked anew.
function mean(facts, question, turn) {
  if (isAnswering()) return;
  closeDocument();
  if (isLast(turn)) askAgain(facts, question);
  else wish({ question });
  announce(question);
}

