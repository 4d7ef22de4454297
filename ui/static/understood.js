// What was searched where that is not what was typed: shown, edited, undone, and given back.

import { button, icon, make } from "./dom.js";
import { typed, wish } from "./fields.js";
import { say } from "./texts.js";
import { isAnswering } from "./thread.js";

// What a question was understood as before it was searched as typed, by the id of the turn that was
// replaced last; as long as the page is open. `wished` is null where the assistant understood it by
// itself, and is to do so again.
let undone = null;
const wishedQueries = new Set();

export function dressUnderstood(turn, facts) {
  const understood = turn.querySelector(".understood");
  if (understood) {
    understood.append(
      " ",
      button({ class: "link", "data-do": "edit" }, icon("edit"), say("script_edit")),
      " ",
      button({ class: "link", "data-do": "undo" }, icon("undo"), say("script_undo")),
    );
  } else if (isAsTyped(facts)) {
    turn.querySelector(".turn-facts").after(make("p", { class: "as-typed" },
      make("span", {}, say("script_as_typed")), " ",
      button({ class: "link", "data-do": "redo" }, icon("redo"),
        make("span", {}, say("script_redo", { query: undone.query })))));
  }
}

function isAsTyped(facts) {
  return undone !== null && facts.query === facts.question && undone.question === facts.question
    && undone.conversation === facts.conversation;
}

export function askAgain(facts, query) {
  if (isAnswering()) return;
  if (query !== null) wishedQueries.add(query);
  wish({ question: facts.question, query, replaces: facts.turn });
  typed()?.focus({ preventScroll: true });
}

export function searchAsTyped(facts) {
  if (isAnswering()) return;
  undone = {
    question: facts.question,
    query: facts.query,
    conversation: facts.conversation,
    wished: wishedQueries.has(facts.query) ? facts.query : null,
  };
  askAgain(facts, facts.question);
}

export function searchAsUnderstood(facts) {
  if (isAnswering() || !isAsTyped(facts)) return;
  askAgain(facts, undone.wished);
  undone = null;
}

export function edit(turn, facts) {
  const understood = turn.querySelector(".understood");
  const field = make("input", {
    type: "text", value: facts.query, "aria-label": say("script_query"), maxlength: 2000,
  });
  const cancel = button({ class: "quiet" }, say("script_cancel"));
  const form = make("form", { class: "edit-query" }, field,
    make("button", { class: "primary" }, say("script_search")), cancel);
  const leave = () => {
    form.remove();
    understood.hidden = false;
    understood.querySelector("[data-do=edit]").focus();
  };
  cancel.addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) askAgain(facts, field.value.trim());
  });
  understood.hidden = true;
  understood.after(form);
  field.select();
}
