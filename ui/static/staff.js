// What pages for staff share: calls that may need a staff key, asking twice before something is
// deleted, and outcomes. The key stays in this tab, and only until it is closed.

import { call, ApiError } from "./api.js";
import { make, button } from "./dom.js";
import { say } from "./texts.js";

const KEY = "assistant_staff_key";

function known() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

function remember(key) {
  try {
    if (key) sessionStorage.setItem(KEY, key);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage can be forbidden; the key is then asked for each time.
  }
}

// Shows a dialog and gives what was chosen: "" when it was left.
function chosenIn(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

async function askForKey(wasWrong) {
  const field = make("input", { type: "password", id: "staff-key", autocomplete: "off", required: true });
  const dialog = make(
    "dialog",
    { class: "asking", "aria-label": say("script_key_label"), "aria-describedby": "staff-key-why" },
    make("p", { id: "staff-key-why", role: wasWrong && "alert" },
      say(wasWrong ? "script_key_wrong" : "script_key")),
    make(
      "form",
      { method: "dialog" },
      make("label", { for: "staff-key" }, say("script_key_label")),
      field,
      make(
        "p",
        { class: "actions" },
        make("button", { class: "primary", value: "go" }, say("script_go_on")),
        make("button", { value: "", formnovalidate: true }, say("script_cancel")),
      ),
    ),
  );
  return (await chosenIn(dialog)) === "go" ? field.value.trim() : "";
}

// Calls the API as `call` does; asks for a staff key where one is needed.
export async function callAsStaff(method, address, body, options = {}) {
  let key = known();
  for (;;) {
    try {
      const headers = key ? { "X-API-Key": key } : {};
      const result = await call(method, address, body, { headers, ...options });
      remember(key);
      return result;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      const wasWrong = Boolean(key);
      remember("");
      key = await askForKey(wasWrong);
      if (!key) throw new ApiError(error.status, say("script_key_missing"));
    }
  }
}

// Asks before something is deleted; gives whether it shall be.
export async function confirmed(text, yes) {
  const dialog = make(
    "dialog",
    { class: "asking", "aria-label": yes },
    make("p", {}, text),
    make(
      "form",
      { method: "dialog", class: "actions" },
      make("button", { value: "", autofocus: true }, say("script_cancel")),
      make("button", { class: "danger", value: "yes" }, yes),
    ),
  );
  return (await chosenIn(dialog)) === "yes";
}

// Shows what came of something, and links to go on with.
export function tell(place, text, { failed = false, links = [] } = {}) {
  place.className = failed ? "outcome failed" : "outcome done";
  place.replaceChildren(
    make("p", {}, text),
    ...(links.length
      ? [make("p", { class: "actions" }, ...links.map(([words, address]) => make("a", { class: "button", href: address }, words)))]
      : []),
  );
}

// Does something while a button is off; a failure is told in one sentence.
export async function during(pressed, place, work) {
  const focused = document.activeElement;
  if (pressed) pressed.disabled = true;
  place.className = "outcome";
  place.textContent = say("script_working");
  try {
    await work();
  } catch (error) {
    tell(place, error instanceof ApiError ? error.message : say("script_failed"), { failed: true });
  } finally {
    if (pressed) pressed.disabled = false;
    // What is off loses the focus.
    if (document.activeElement === document.body) focused?.focus();
  }
}

export { make, button, say };
