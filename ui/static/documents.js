// Adds documents, pasted or from files, gives files back, and removes documents.

import { ApiError } from "./api.js";
import { addSeveral } from "./several.js";
import { callAsStaff, confirmed, during, say, tell } from "./staff.js";
import { sendingIn } from "./upload.js";

const ADDRESS = "/api/v1/documents";
// Below what the server takes, since both grow when they are written as JSON.
const MOST_MEGABYTES = 3;
const MOST_PACKED_MEGABYTES = 20;

const WORDS = { added: "script_added", replaced: "script_replaced", unchanged: "script_unchanged" };

const form = document.getElementById("add-document");
const outcome = document.getElementById("outcome");

// The bytes of a chosen PDF or Word file, as base64; empty while a text is written.
let packed = "";
// The chosen files where they are more than one.
let several = [];

function written() {
  const name = form.elements.name.value;
  return packed ? { name, data: packed } : { name, text: form.elements.text.value };
}

function address() {
  return packed ? `${ADDRESS}/file` : ADDRESS;
}

// A file that is no text takes the place of what could be written; several have their own names.
function take(data, files = []) {
  packed = data;
  several = files;
  const isMany = files.length > 0;
  for (const [name, isOff] of [["text", Boolean(data) || isMany], ["name", isMany]]) {
    form.elements[name].disabled = isOff;
    form.querySelector(`.field:has(#${name})`).hidden = isOff;
  }
  document.getElementById("preview").hidden = isMany;
}

function isPacked(file) {
  return form.dataset.packed.split(",").some((ending) => file.name.toLowerCase().endsWith(ending));
}

function asBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.split(",", 2)[1] ?? ""));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

function page(documentId) {
  return `/documents/${encodeURIComponent(documentId)}`;
}

function understood(found) {
  const lines = [
    say(found.passages === 1 ? "script_understood_one" : "script_understood", found),
    found.pages ? say(found.pages === 1 ? "script_page" : "script_pages", found) : "",
    found.unread_pages ? say("script_unread_pages", found) : "",
    found.language === "und" ? "" : say("script_language", found),
    found.as_of ? say("script_as_of", { date: found.as_of }) : packed ? "" : say("script_no_date"),
    say("script_kept_as", found),
  ];
  if (found.replaces) lines.push(say("script_replaces", { title: found.replaces }));
  return lines.filter(Boolean).join(" ");
}

// What a file is sent as; an error says in one sentence why it cannot be.
async function contentOf(file) {
  const most = isPacked(file) ? MOST_PACKED_MEGABYTES : MOST_MEGABYTES;
  if (file.size > most * 1_000_000) throw new ApiError(413, say("script_too_large", { most }));
  try {
    if (isPacked(file)) return { name: file.name, data: await asBase64(file) };
    const decoder = new TextDecoder("utf-8", { fatal: true });
    return { name: file.name, text: decoder.decode(await file.arrayBuffer()) };
  } catch {
    throw new ApiError(422, say("script_not_text"));
  }
}

async function readFile(file) {
  try {
    const { name, data = "", text = "" } = await contentOf(file);
    take(data);
    form.elements.text.value = text;
    form.elements.name.value = name;
  } catch (error) {
    tell(outcome, error.message, { failed: true });
    return;
  }
  await preview();
}

async function addFile(file) {
  const content = await contentOf(file);
  const taken = await callAsStaff("POST", content.data ? `${ADDRESS}/file` : ADDRESS, content);
  return { words: say(WORDS[taken.outcome], taken), address: page(taken.document_id) };
}

function send(place) {
  return callAsStaff("POST", place, written(), { send: sendingIn(outcome) });
}

function preview() {
  return during(document.getElementById("preview"), outcome, async () => {
    tell(outcome, understood(await send(`${address()}/preview`)));
  });
}

// Draws the list below the form anew; where that fails, it is as it was until the page is loaded.
async function renewList() {
  const { origin, pathname, search } = window.location;
  const response = await fetch(`${origin}${pathname}${search}`).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = "form.search, .count, .list, .none, .empty";
  const [before, ...rest] = document.querySelectorAll(`.documents > :is(${list})`);
  before?.replaceWith(...fresh.querySelectorAll(`.documents > :is(${list})`));
  for (const each of rest) each.remove();
}

async function addAll() {
  const pressed = form.querySelector(".primary");
  pressed.disabled = true;
  await addSeveral(several, outcome, addFile);
  pressed.disabled = false;
  form.reset();
  take("");
  await renewList();
  outcome.focus();
}

async function add() {
  await during(form.querySelector(".primary"), outcome, async () => {
    const taken = await send(address());
    const question = form.dataset.question;
    const ask = question
      ? [say("script_ask_again"), `/?q=${encodeURIComponent(question)}`]
      : [say("script_ask_about"), `/?q=${encodeURIComponent(say("script_question", taken))}`];
    tell(outcome, say(WORDS[taken.outcome], taken), {
      links: [ask, [say("script_open"), page(taken.document_id)]],
    });
    form.reset();
    take("");
    await renewList();
  });
  outcome.focus();
}

if (form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (several.length) addAll();
    else add();
  });
  document.getElementById("preview").addEventListener("click", () => {
    if (form.reportValidity()) preview();
  });
  document.getElementById("file").addEventListener("change", (event) => {
    const files = [...event.target.files];
    if (files.length === 1) readFile(files[0]);
    if (files.length < 2) return;
    take("", files);
    tell(outcome, say("script_several", { count: files.length }));
  });
}

for (const original of document.querySelectorAll("[data-original]")) {
  original.hidden = false;
  original.addEventListener("click", () =>
    during(original, outcome, async () => {
      const file = await callAsStaff("GET", original.dataset.original);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = original.dataset.name;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      outcome.replaceChildren();
    }),
  );
}

for (const remove of document.querySelectorAll("[data-remove]")) {
  remove.hidden = false;
  remove.addEventListener("click", async () => {
    const { title, source } = remove.dataset;
    const question =
      remove.dataset.remove === "upload"
        ? say("script_remove_upload", { title })
        : say("script_remove_file", { title, source });
    if (!(await confirmed(question, say("script_remove")))) return;
    await during(remove, outcome, async () => {
      await callAsStaff("DELETE", remove.dataset.address);
      window.location.assign("/documents");
    });
  });
}
