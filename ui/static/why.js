// "Why this answer": what was searched, each passage with its scores, and what became of it.

import { call, sentenceOf } from "./api.js";
import { make } from "./dom.js";
import { locale, say } from "./texts.js";

const SCORE = new Intl.NumberFormat(locale, {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

export async function toggleWhy(turn, facts, pressed) {
  const shown = turn.querySelector(".why-panel");
  pressed.setAttribute("aria-expanded", String(!shown));
  if (shown) {
    shown.remove();
    return;
  }
  const panel = make("div", { class: "why-panel" },
    make("p", { class: "working", role: "status" }, say("script_why_loading")));
  turn.querySelector(".actions").after(panel);
  try {
    const why = await call("GET", `/api/v1/turns/${facts.turn}/why`);
    panel.replaceChildren(...render(why));
    bringIntoView(panel);
  } catch (error) {
    panel.replaceChildren(make("p", { class: "problem", role: "alert" }, sentenceOf(error)));
  }
}

// It opens below the answer, often below the window's edge; a part of it at least is to be seen.
function bringIntoView(panel) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  panel.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

function render(why) {
  const lines = [make("p", {}, say("script_why_query", { query: why.query }))];
  if (why.approved) return [make("p", {}, say("script_why_approved"))];
  if (why.changed) lines.push(make("p", { class: "aside" }, say("script_why_changed")));
  if (!why.candidates.length) return [...lines, make("p", {}, say("script_why_none"))];
  const threshold = SCORE.format(why.threshold);
  lines.push(make("p", {}, say("script_why_threshold", { threshold })));
  const heads = ["passage", "meaning", "words", "fused", "reader", "probability", "outcome"].map(
    (key) => make("th", { scope: "col" }, say(`script_why_${key}`)),
  );
  const table = make("table", {}, make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...why.candidates.map(row)));
  // It can be wider than the window, so whoever uses the keyboard has to be able to move it.
  lines.push(make("div", {
    class: "table", tabindex: "0", role: "region", "aria-label": say("script_why"),
  }, table), make("p", { class: "legend" }, say("script_why_legend")));
  return lines;
}

function row(candidate) {
  const place = [candidate.title, candidate.heading].filter(Boolean).join(" › ");
  const said = candidate.statement ?? candidate.span ?? candidate.text;
  return make("tr", { class: candidate.outcome },
    make("th", { scope: "row" },
      make("span", { class: "place" }, candidate.place ? `${candidate.place}. ` : "", place),
      make("span", { class: "statement" }, said)),
    stage(candidate.meaning_place, candidate.meaning_score),
    stage(candidate.words_place, candidate.words_score),
    score(candidate.fused_score),
    score(candidate.reader_score),
    score(candidate.probability),
    make("td", { class: "outcome" }, outcome(candidate)));
}

function score(value) {
  return make("td", { class: "score" },
    value === null || value === undefined ? "–" : SCORE.format(value));
}

function stage(place, value) {
  const cell = score(value);
  if (place) cell.append(make("small", {}, say("script_why_place", { place })));
  return cell;
}

function outcome(candidate) {
  if (candidate.outcome !== "cited") return say(`script_why_${candidate.outcome}`);
  const numbers = candidate.citation_numbers.map((number) => `[${number}]`).join(" ");
  return say("script_why_cited", { numbers });
}
