// An answer with its sources below it, as it is pasted elsewhere: into a plain field as text, into a
// letter or a document with its lists and tables.

import { make } from "./dom.js";
import { say } from "./texts.js";

const LEFT_OUT = ".sr-only, button, summary, form";

const BLOCKS = new Set(["P", "UL", "OL", "DIV", "TABLE", "BLOCKQUOTE", "DETAILS"]);

// Writes an element's text: markers as [1], items with a dash, a table's rows with bars.
function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.matches(LEFT_OUT)) return "";
  if (node.matches("a.marker")) return `[${numberOf(node)}]`;
  if (node.matches("br")) return "\n";
  if (node.matches("tr")) return `${[...node.cells].map(inside).join(" | ")}\n`;
  const text = inside(node);
  if (node.matches("thead, tbody")) return `${text}\n`;
  if (node.matches("li")) return `- ${text}\n`;
  return BLOCKS.has(node.tagName) || node.matches("caption") ? `\n${text}\n` : text;
}

function inside(node) {
  return [...node.childNodes].map(written).join("").trim();
}

const numberOf = (marker) => /-(\d+)$/.exec(marker.getAttribute("href"))[1];

function sourceParts(link) {
  const place = inside(link.querySelector(".place"));
  const number = link.querySelector(".number");
  const note = link.querySelector(".note");
  const quote = link.parentElement.querySelector("blockquote").textContent.trim();
  const told = [place, note?.textContent].filter(Boolean).join(", ");
  return { sign: number ? `[${number.textContent}]` : "-", rest: `${told}: “${quote}”` };
}

// What of a turn goes along.
function partsOf(turn) {
  const question = [...turn.querySelector(".question").childNodes]
    .filter((node) => !node.matches?.(".sr-only"))
    .map((node) => node.textContent)
    .join("");
  return {
    question: question.trim(),
    said: [...turn.querySelectorAll(".answer, .notice > p, .notice > .tried")],
    conflicts: [...turn.querySelectorAll(".conflict")],
    sources: [...turn.querySelectorAll("a.source")].map(sourceParts),
  };
}

function textOf({ question, said, conflicts, sources }) {
  const parts = [question, ...said.map(inside), ...conflicts.map(written)];
  const lines = sources.map(({ sign, rest }) => `${sign} ${rest}`);
  if (lines.length) parts.push(`${say("script_sources")}:\n${lines.join("\n")}`);
  return `${parts.filter(Boolean).join("\n\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

// --- with its form -----------------------------------------------------------------------------

const FORMED = new Set(["P", "UL", "OL", "LI", "TABLE", "CAPTION", "THEAD", "TBODY", "TR", "TH",
  "TD", "STRONG", "B", "BLOCKQUOTE", "BR"]);
// A table's lines are drawn by attributes, which letters and documents understand.
const TABLE = { border: "1", cellpadding: "4", cellspacing: "0" };

// Gives what goes along of an element, in elements without a class or an address of ours.
function formed(node) {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent];
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(LEFT_OUT)) return [];
  if (node.matches("a.marker")) return [`[${numberOf(node)}]`];
  const children = [...node.childNodes].flatMap(formed);
  if (!FORMED.has(node.tagName)) return children;
  return [make(node.localName, node.tagName === "TABLE" ? TABLE : {}, ...children)];
}

function markupOf({ question, said, conflicts, sources }) {
  const heading = sources.length ? [make("p", {}, make("b", {}, `${say("script_sources")}:`))] : [];
  const lines = sources.map(({ sign, rest }) => make("p", {}, `${sign} ${rest}`));
  return make("div", {}, make("p", {}, make("b", {}, question)),
    ...[...said, ...conflicts].flatMap(formed), ...heading, ...lines).innerHTML;
}

// --- into the clipboard --------------------------------------------------------------------------

async function write(texts) {
  try {
    const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

// Without a secure connection there is no clipboard to write to, but a selection can be copied.
function writeByHand(texts) {
  const field = make("textarea", { class: "sr-only", readonly: true });
  const focused = document.activeElement;
  const give = (event) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(texts)) event.clipboardData.setData(type, text);
  };
  field.value = texts["text/plain"];
  document.body.append(field);
  field.select();
  document.addEventListener("copy", give);
  const isCopied = document.execCommand("copy");
  document.removeEventListener("copy", give);
  field.remove();
  focused?.focus();
  return isCopied;
}

// Copies a turn; gives whether the browser let it.
export async function copyTurn(turn) {
  const parts = partsOf(turn);
  const texts = { "text/plain": textOf(parts), "text/html": markupOf(parts) };
  return (await write(texts)) || writeByHand(texts);
}
