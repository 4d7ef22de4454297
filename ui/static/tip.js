// The quote behind a marker, shown beside it: on hover, on keyboard focus, and on the first touch.

import { button, make } from "./dom.js";
import { say } from "./texts.js";

const GRACE = 160; // milliseconds to move from the marker to the tip
const GAP = 8; // pixels

let tip = null;
let owner = null; // the marker that the tip belongs to
let leaving = 0;

// What the list of sources says of a marker's citation.
function sourceOf(marker) {
  const address = marker.getAttribute("href");
  const links = marker.closest(".turn")?.querySelectorAll("a.source") ?? [];
  const link = [...links].find((known) => known.getAttribute("href") === address);
  if (!link) return null;
  const place = link.querySelector(".place").cloneNode(true);
  place.querySelector(".sr-only")?.remove();
  return {
    place: place.textContent,
    note: link.querySelector(".note")?.textContent ?? "",
    quote: link.parentElement.querySelector("blockquote")?.textContent ?? "",
  };
}

function show(marker, { withButton = false } = {}) {
  const source = sourceOf(marker);
  if (!source) return;
  window.clearTimeout(leaving);
  if (owner === marker && !withButton) return;
  hide();
  owner = marker;
  tip.replaceChildren(
    make("blockquote", {}, source.quote),
    make("p", {}, [source.place, source.note].filter(Boolean).join(" · ")),
  );
  if (withButton) {
    const opens = button({ class: "quiet" }, say("script_open_document"));
    opens.addEventListener("click", () => {
      hide();
      marker.click();
    });
    tip.append(opens);
  }
  tip.hidden = false;
  marker.setAttribute("aria-describedby", "tip");
  place(marker);
}

// Above the marker where there is room, else below it; never beyond the window's edge.
function place(marker) {
  const at = marker.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, at.left + at.width / 2 - size.width / 2),
    document.documentElement.clientWidth - size.width - GAP);
  const masthead = document.querySelector(".masthead").offsetHeight;
  const above = at.top - size.height - GAP;
  tip.style.left = `${left}px`;
  tip.style.top = `${above > masthead ? above : at.bottom + GAP}px`;
}

export function hide() {
  window.clearTimeout(leaving);
  owner?.removeAttribute("aria-describedby");
  owner = null;
  if (tip) tip.hidden = true;
}

export function isShown() {
  return Boolean(owner);
}

function hideSoon() {
  window.clearTimeout(leaving);
  leaving = window.setTimeout(hide, GRACE);
}

const markerOf = (event) =>
  event.target instanceof Element ? event.target.closest("a.marker") : null;

// True when a touch only shows the tip, and the document is to stay closed.
export function isOnlyLookedAt(event, marker) {
  if (event.pointerType !== "touch" || owner === marker || !sourceOf(marker)) return false;
  show(marker, { withButton: true });
  return true;
}

export function watchMarkers() {
  tip = make("div", { id: "tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const marker = markerOf(event);
    if (marker) show(marker);
    else if (tip.contains(event.target)) window.clearTimeout(leaving);
    else if (owner) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const marker = markerOf(event);
    if (marker?.matches(":focus-visible")) show(marker);
    else if (owner && !tip.contains(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !tip.contains(event.target) && !markerOf(event)) hide();
  });
  window.addEventListener("scroll", () => owner && place(owner), { passive: true });
}
