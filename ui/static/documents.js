// Adds documents, pasted or from a file that is read here as text, and removes them.

import { callAsStaff, confirmed, during, say, tell } from "./staff.js";

const ADDRESS = "/api/v1/documents";
// Below what the server takes, since text grows when it is written as JSON.
const MOST_MEGABYTES = 3;

const form = document.getElementById("add-document");
const outcome = document.getElementById("outcome");

function written() {
  return { name: form.elements.name.value, text: form.elements.text.value };
}

function page(documentId) {
  return `/documents/${encodeURIComponent(documentId)}`;
}

function understood(found) {
  const lines = [
    say(found.passages === 1 ? "script_understood_one" : "script_understood", found),
    found.language === "und" ? "" : say("script_language", found),
    found.as_of ? say("script_as_of", { date: found.as_of }) : say("script_no_date"),
    say("script_kept_as", found),
  ];
  if (found.replaces) lines.push(say("script_replaces", { title: found.replaces }));
  return lines.filter(Boolean).join(" ");
}

async function readFile(file) {
  if (file.size > MOST_MEGABYTES * 1_000_000) {
    tell(outcome, say("script_too_large", { most: MOST_MEGABYTES }), { failed: true });
    return;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    form.elements.text.value = text;
    form.elements.name.value = file.name;
    await preview();
  } catch {
    tell(outcome, say("script_not_text"), { failed: true });
  }
}

function preview() {
  return during(document.getElementById("preview"), outcome, async () => {
    tell(outcome, understood(await callAsStaff("POST", `${ADDRESS}/preview`, written())));
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

async function add() {
  await during(form.querySelector(".primary"), outcome, async () => {
    const taken = await callAsStaff("POST", ADDRESS, written());
    const question = form.dataset.question;
    const ask = question
      ? [say("script_ask_again"), `/?q=${encodeURIComponent(question)}`]
      : [say("script_ask_about"), `/?q=${encodeURIComponent(`What is ${taken.title}?`)}`];
    const words = { added: "script_added", replaced: "script_replaced", unchanged: "script_unchanged" };
    tell(outcome, say(words[taken.outcome], taken), {
      links: [ask, [say("script_open"), page(taken.document_id)]],
    });
    form.reset();
    await renewList();
  });
  outcome.focus();
}

if (form) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    add();
  });
  document.getElementById("preview").addEventListener("click", () => {
    if (form.reportValidity()) preview();
  });
  document.getElementById("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) readFile(file);
  });
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
