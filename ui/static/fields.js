// Speaks to the server through the framework's hidden fields, one for each kind of wish.

let count = 0;
let asked = null;

// What was asked last, as it was said ahead; null before anything was.
export function lastAsked() {
  return asked;
}

// Puts a text into a hidden field as if it were typed, which sets off the field's event.
export function tell(name, text) {
  const field = document.querySelector(`#${name} textarea, #${name} input`);
  if (!field) return false;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

// The same address twice must differ, or nothing would happen.
export function tellAnew(name, text) {
  count += 1;
  return tell(name, `${text}~${count}`);
}

// Says what is about to be asked, so that the answer is on its way before the framework's event is.
// Whatever goes wrong with it, that event tells; only that the server is gone is known here first.
export function ahead({ question, query = null, replaces = null }) {
  if (!question.trim()) return;
  asked = { question, query, replaces };
  window.dispatchEvent(new Event("question-sent"));
  const said = { ...asked, conversation_id: asking() };
  fetch("/ahead", { method: "POST", body: JSON.stringify(said), priority: "high",
    headers: { "Content-Type": "application/json" } })
    .catch(() => window.dispatchEvent(new Event("server-gone")));
}

function asking() {
  return document.querySelector("#conversation textarea, #conversation input")?.value ?? "";
}

// Asks a question that was not typed: an example from elsewhere, other words, or the last one anew.
export function wish({ question, query = null, replaces = null }) {
  count += 1;
  ahead({ question, query, replaces });
  // Something else may be half typed.
  const keeps = Boolean(typed()?.value);
  const said = { question, query, replaces, place: count, keeps_typed: keeps };
  return tell("wish", JSON.stringify(said));
}

export function typed() {
  return document.querySelector("#question textarea");
}

// Fills in the question as if it were typed.
export function type(text) {
  const field = typed();
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
