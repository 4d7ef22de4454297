// The list of the visitor's conversations: find, open, rename, save, delete.

import { call, sentenceOf } from "./api.js";
import { areCookiesKept } from "./cookies.js";
import { dayOf } from "./days.js";
import { announce, button, icon, make } from "./dom.js";
import * as listed from "./listed.js";
import { tellTabs, whenTold } from "./tabs.js";
import {
  currentConversation, isAnswering, nameConversation, turnTo, whenChanged,
} from "./thread.js";
import { say } from "./texts.js";

const TYPING_PAUSE = 180; // milliseconds
const WIDE = window.matchMedia("(min-width: 1100px)");

const part = (id) => document.getElementById(id);

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
  const known = listed.all().length;
  const query = new URLSearchParams({ limit: listed.PAGE, offset: more ? known : 0 });
  if (words) query.set("q", words);
  if (!known && !words) note(say("script_history_loading"));
  try {
    const { conversations } = await call("GET", `/api/v1/conversations?${query}`);
    if (mine !== asked) return;
    if (listed.isNewSearch(words)) part("history-list").scrollTop = 0;
    if (more) listed.takeMore(conversations);
    else listed.takeFirst(conversations, words);
    draw();
    const { children, lastElementChild } = part("history-list");
    if (more) (children[known] ?? lastElementChild)?.querySelector("a").focus();
  } catch (error) {
    if (mine !== asked) return;
    note(say("script_history_failed"), button({ class: "link" }, say("script_history_retry")));
    part("history-note").querySelector("button").addEventListener("click", () => load());
  }
}

function note(text, ...more) {
  part("history-note").replaceChildren(text, ...(more.length ? [" ", ...more] : []));
}

function draw() {
  const list = part("history-list");
  if (list.querySelector(".rename")) return; // it is drawn when the title is there
  const words = part("history-search").value.trim();
  const conversations = listed.all();
  const none = areCookiesKept() ? "script_history_empty" : "script_no_cookies";
  const nothing = say(words ? "script_history_nothing" : none);
  note(conversations.length ? "" : nothing);
  part("delete-all").hidden = !conversations.length || Boolean(words);
  part("history-more").hidden = !listed.isMoreThere();
  const focused = focusedIn(list);
  let last = "";
  list.replaceChildren(...conversations.map((each) => {
    const day = dayOf(each.updated_at);
    const isFirst = day !== last;
    last = day;
    return row(each, isFirst ? day : "");
  }));
  if (focused) list.querySelector(focused)?.focus({ preventScroll: true });
  const shown = conversations.find((each) => each.conversation_id === currentConversation());
  if (shown) nameConversation(shown.conversation_id, shown.title);
}

const rowOf = (id) => `li[data-id="${id}"]`;

// A row that is drawn anew would lose the focus.
function focusedIn(list) {
  const item = list.contains(document.activeElement) && document.activeElement.closest("li");
  return item ? `${rowOf(item.dataset.id)} > ${document.activeElement.localName}` : "";
}

function row(conversation, day = "") {
  const { conversation_id: id, title } = conversation;
  const isCurrent = id === currentConversation();
  const open = make("a", { href: `#c=${id}`, "aria-current": isCurrent ? "true" : null, title },
    make("span", { class: "title", dir: "auto" }, title));
  open.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (id !== currentConversation()) turnTo(id);
    if (!WIDE.matches) setOpen(false);
  });
  const more = button({
    class: "icon", "aria-label": say("script_history_menu", { title }), "aria-haspopup": "true",
  }, icon("more"));
  more.addEventListener("click", () => showMenu(conversation));
  const head = day ? make("span", { class: "day" }, day) : null;
  return make("li", { "data-id": id }, head, open, more);
}

// --- one conversation ------------------------------------------------------------------------

function showMenu(conversation) {
  const menu = part("history-menu");
  menuOf = conversation;
  for (const format of ["markdown", "json"]) {
    menu.querySelector(`[data-do=${format}]`).href =
      `/api/v1/conversations/${conversation.conversation_id}/export?format=${format}` +
      `&language=${document.documentElement.lang}`;
  }
  menu.showPopover();
  const at = itemOf(conversation).querySelector(":scope > button").getBoundingClientRect();
  const height = menu.offsetHeight;
  menu.style.left = `${Math.max(8, at.right - menu.offsetWidth)}px`;
  menu.style.top = `${at.bottom + height > window.innerHeight ? at.top - height : at.bottom}px`;
  menu.querySelector("button").focus();
}

const itemOf = ({ conversation_id: id }) => part("history-list").querySelector(rowOf(id));

function rename(conversation) {
  const { conversation_id: id } = conversation;
  const field = make("input", {
    type: "text", value: conversation.title, maxlength: 200, "aria-label": say("script_rename"),
    dir: "auto", required: true,
  });
  const form = make("form", { class: "rename" }, field,
    make("button", { class: "primary" }, say("script_save")));
  const leave = () => {
    form.remove();
    draw();
    itemOf(conversation)?.querySelector("a").focus({ preventScroll: true });
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
      const renamed = await call("PATCH", `/api/v1/conversations/${id}`, { title });
      listed.retitle(id, renamed.title);
      announce(say("script_renamed"));
      leave();
      tellTabs("changed", id);
    } catch (error) {
      leave();
      note(sentenceOf(error));
    }
  });
  itemOf(conversation).replaceChildren(form);
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

async function remove(conversation) {
  const { conversation_id: id, title } = conversation;
  if (!(await confirmed(say("script_delete_one", { title })))) {
    itemOf(conversation)?.querySelector(":scope > button").focus();
    return;
  }
  const beside = itemOf(conversation)?.nextElementSibling?.dataset.id;
  await removeBy(`/api/v1/conversations/${id}`, id);
  const next = beside && part("history-list").querySelector(`${rowOf(beside)} a`);
  (next || part("renew")).focus();
}

async function removeAll() {
  if (!(await confirmed(say("script_delete_all")))) return;
  await removeBy("/api/v1/conversations", "");
  part("renew").focus();
}

// Deletes one, or with an empty id all.
async function removeBy(address, id) {
  try {
    await call("DELETE", address);
  } catch (error) {
    note(sentenceOf(error));
    return;
  }
  announce(say("script_deleted"));
  listed.drop(id);
  if (!id || id === currentConversation()) turnTo("");
  tellTabs("deleted", id);
  await load();
}

// Another tab has asked in a conversation, renamed or deleted it. What is being answered in a
// deleted one tells so by itself, and gives its question back.
function follow({ deed, id }) {
  const current = currentConversation();
  if (deed === "deleted") {
    listed.drop(id);
    const isShown = current && (!id || id === current);
    if (isShown && !isAnswering()) turnTo(current, { remember: false });
  }
  load();
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
    pause = window.setTimeout(() => load(), TYPING_PAUSE);
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
    if (conversation && document.querySelector("#current .turn")) tellTabs("changed", conversation);
  });
  whenTold(follow);
  // Another device may have asked meanwhile.
  document.addEventListener("visibilitychange", () => document.hidden || load());
  load();
}
