// The list of the visitor's conversations: find, open, rename, save, delete.

import { call } from "./api.js";
import { dayOf } from "./days.js";
import { announce, button, icon, make } from "./dom.js";
import { currentConversation, nameConversation, turnTo, whenChanged } from "./thread.js";
import { say } from "./texts.js";

const PAGE = 30;
const TYPING_PAUSE = 180; // milliseconds
const WIDE = window.matchMedia("(min-width: 1100px)");

const part = (id) => document.getElementById(id);

let listed = [];
let asked = 0; // counts requests, so that a late answer does not overwrite a newer one
let menuOf = null; // the conversation whose menu is open
let lastShown = "";

// --- the drawer ------------------------------------------------------------------------------

function isOpen() {
  return document.documentElement.classList.contains("history-open");
}

function setOpen(open) {
  document.documentElement.classList.toggle("history-open", open);
  part("history-switch").setAttribute("aria-expanded", String(open));
  // On a narrow page the list lies over the rest, which then is not to be reached.
  part("main").inert = open && !WIDE.matches;
  if (WIDE.matches) {
    try {
      localStorage.setItem("assistant_history", open ? "open" : "closed");
    } catch {
      // Storage can be forbidden; then the list is open on every visit.
    }
  }
}

export function closeDrawer() {
  if (!isOpen() || WIDE.matches) return false;
  setOpen(false);
  part("history-switch").focus();
  return true;
}

function startOpen() {
  let kept = null;
  try {
    kept = localStorage.getItem("assistant_history");
  } catch {
    // As above.
  }
  setOpen(WIDE.matches && kept !== "closed");
}

// --- the list --------------------------------------------------------------------------------

async function load({ more = false } = {}) {
  asked += 1;
  const mine = asked;
  const words = part("history-search").value.trim();
  const query = new URLSearchParams({ limit: PAGE, offset: more ? listed.length : 0 });
  if (words) query.set("q", words);
  if (!listed.length && !words) note(say("script_history_loading"));
  try {
    const answer = await call("GET", `/api/v1/conversations?${query}`);
    if (mine !== asked) return;
    listed = more ? [...listed, ...answer.conversations] : answer.conversations;
    part("history-more").hidden = answer.conversations.length < PAGE;
    draw(words);
  } catch (error) {
    if (mine !== asked) return;
    note(say("script_history_failed"), button({ class: "link" }, say("script_history_retry")));
    part("history-note").querySelector("button").addEventListener("click", () => load());
  }
}

function note(text, ...more) {
  part("history-note").replaceChildren(text, ...(more.length ? [" ", ...more] : []));
}

function draw(words) {
  const nothing = say(words ? "script_history_nothing" : "script_history_empty");
  note(listed.length ? "" : nothing);
  part("delete-all").hidden = !listed.length || Boolean(words);
  let last = "";
  part("history-list").replaceChildren(...listed.map((each) => {
    const day = dayOf(each.updated_at);
    const isFirst = day !== last;
    last = day;
    return row(each, isFirst ? day : "");
  }));
  const shown = listed.find((each) => each.conversation_id === currentConversation());
  if (shown) nameConversation(shown.conversation_id, shown.title);
}

function row(conversation, day = "") {
  const { conversation_id: id, title } = conversation;
  const isCurrent = id === currentConversation();
  const open = make("a", { href: `#c=${id}`, "aria-current": isCurrent ? "true" : null, title },
    make("span", { class: "title" }, title));
  open.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (id !== currentConversation()) turnTo(id);
    if (!WIDE.matches) setOpen(false);
  });
  const more = button({
    class: "icon", "aria-label": say("script_history_menu", { title }), "aria-haspopup": "true",
  }, icon("more"));
  more.addEventListener("click", () => showMenu(conversation, more));
  const head = day ? make("span", { class: "day" }, day) : null;
  return make("li", { "data-id": id }, head, open, more);
}

// --- one conversation ------------------------------------------------------------------------

function showMenu(conversation, opener) {
  const menu = part("history-menu");
  menuOf = { conversation, opener };
  for (const format of ["markdown", "json"]) {
    menu.querySelector(`[data-do=${format}]`).href =
      `/api/v1/conversations/${conversation.conversation_id}/export?format=${format}` +
      `&language=${document.documentElement.lang}`;
  }
  menu.showPopover();
  const at = opener.getBoundingClientRect();
  const height = menu.offsetHeight;
  menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
  menu.style.top = `${at.bottom + height > window.innerHeight ? at.top - height : at.bottom}px`;
  menu.querySelector("button").focus();
}

function rename({ conversation, opener }) {
  const item = opener.closest("li");
  const field = make("input", {
    type: "text", value: conversation.title, maxlength: 200, "aria-label": say("script_rename"),
  });
  const form = make("form", { class: "rename" }, field,
    make("button", { class: "primary" }, say("script_save")));
  const leave = () => {
    draw(part("history-search").value.trim());
    document.querySelector(`#history-list li[data-id="${conversation.conversation_id}"] a`)?.focus();
  };
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const title = field.value.trim();
    if (!title) return;
    try {
      await call("PATCH", `/api/v1/conversations/${conversation.conversation_id}`, { title });
      announce(say("script_renamed"));
      await load();
      leave();
    } catch (error) {
      leave();
      note(error.message);
    }
  });
  item.replaceChildren(form);
  field.select();
}

function confirmed(question) {
  const dialog = part("confirm");
  part("confirm-text").textContent = question;
  dialog.returnValue = "keep";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "delete"), {
      once: true,
    });
  });
}

async function remove({ conversation, opener }) {
  const { conversation_id: id, title } = conversation;
  if (!(await confirmed(say("script_delete_one", { title })))) {
    opener.focus();
    return;
  }
  await removeBy(`/api/v1/conversations/${id}`, () => id === currentConversation());
}

async function removeAll() {
  if (await confirmed(say("script_delete_all"))) await removeBy("/api/v1/conversations", () => true);
}

async function removeBy(address, isShown) {
  try {
    await call("DELETE", address);
  } catch (error) {
    note(error.message);
    return;
  }
  announce(say("script_deleted"));
  if (isShown()) turnTo("");
  await load();
  part("renew").focus();
}

// --- all of it -------------------------------------------------------------------------------

export function watchHistory() {
  startOpen();
  WIDE.addEventListener("change", startOpen);
  part("history-switch").addEventListener("click", () => {
    setOpen(!isOpen());
    if (isOpen() && !WIDE.matches) part("renew").focus();
  });
  part("history-close").addEventListener("click", closeDrawer);
  part("renew").addEventListener("click", () => {
    turnTo("");
    if (!WIDE.matches) setOpen(false);
  });
  part("history-more").addEventListener("click", () => load({ more: true }));
  part("delete-all").addEventListener("click", removeAll);
  let pause = 0;
  part("history-search").addEventListener("input", () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(load, TYPING_PAUSE);
  });
  part("history-menu").addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-do]")?.dataset.do;
    part("history-menu").hidePopover();
    if (chosen === "rename") rename(menuOf);
    if (chosen === "delete") remove(menuOf);
  });
  // The address names the conversation before the list knows of it.
  whenChanged((conversation) => {
    const turns = document.querySelectorAll(".turn").length;
    const now = `${conversation} ${turns}`;
    if (now === lastShown) return;
    lastShown = now;
    load();
  });
  load();
}
