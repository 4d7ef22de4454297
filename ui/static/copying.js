// An answer as plain text, with its sources below it, as it is pasted elsewhere.

import { say } from "./texts.js";

const BLOCKS = new Set(["P", "UL", "OL", "DIV", "TABLE", "BLOCKQUOTE", "DETAILS"]);

// Writes an element's text: markers as [1], items with a dash, a table's rows with bars.
function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.matches(".sr-only, button, summary, form")) return "";
  if (node.matches("a.marker")) return `[${/-(\d+)$/.exec(node.getAttribute("href"))[1]}]`;
  if (node.matches("br")) return "\n";
  if (node.matches("tr")) return `${[...node.cells].map(inside).join(" | ")}\n`;
  const text = inside(node);
  if (node.matches("li")) return `- ${text}\n`;
  return BLOCKS.has(node.tagName) || node.matches("caption") ? `\n${text}\n` : text;
}

function inside(node) {
  return [...node.childNodes].map(written).join("").trim();
}

function sourceLine(link) {
  const place = inside(link.querySelector(".place"));
  const number = link.querySelector(".number");
  const note = link.querySelector(".note");
  const quote = link.parentElement.querySelector("blockquote").textContent.trim();
  const told = [place, note?.textContent].filter(Boolean).join(", ");
  return `${number ? `[${number.textContent}]` : "-"} ${told}: “${quote}”`;
}

export function textOf(turn) {
  const question = [...turn.querySelector(".question").childNodes]
    .filter((node) => !node.matches?.(".sr-only"))
    .map((node) => node.textContent)
    .join("");
  const said = turn.querySelectorAll(".answer, .notice > p, .notice > .tried");
  const conflicts = [...turn.querySelectorAll(".conflict")].map(written);
  const sources = [...turn.querySelectorAll("a.source")].map(sourceLine);
  const parts = [question.trim(), ...[...said].map(inside), ...conflicts];
  if (sources.length) parts.push(`${say("script_sources")}:\n${sources.join("\n")}`);
  return `${parts.filter(Boolean).join("\n\n").replace(/\n{3,}/g, "\n\n")}\n`;
}
