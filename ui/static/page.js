// What the page does beside its framework: opens citations, shows the quote, names live regions.
// No text is ever inserted as HTML here.

const QUIET = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const BEHAVIOR = QUIET ? "auto" : "smooth";

let opener = null; // the link that opened the document, to give the focus back to
let clicks = 0;
let opened = "";

function open(address) {
  const panel = document.getElementById("document");
  if (address === opened && panel?.querySelector(".document")) {
    showQuote(panel);
    return;
  }
  opened = address;
  const field = document.querySelector("#opened textarea, #opened input");
  if (!field) return;
  clicks += 1; // a second click on the same citation must differ, or nothing would happen
  field.value = `${address}~${clicks}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function close() {
  open("close");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute("href").slice(1);
  if (address === "close") {
    close();
  } else {
    opener = link;
    open(address);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector("#document .document")) close();
});

function showQuote(panel) {
  const title = panel.querySelector("#document-title");
  if (!title) return;
  const quote = panel.querySelector("mark");
  const beside = window.matchMedia("(min-width: 900px)").matches;
  title.focus({ preventScroll: true });
  if (beside) {
    const text = panel.closest("#side");
    const top = quote ? quote.getBoundingClientRect().top - text.getBoundingClientRect().top : 0;
    text.scrollTo({ top: text.scrollTop + top - text.clientHeight / 3, behavior: BEHAVIOR });
  } else {
    (quote ?? title).scrollIntoView({ block: "center", behavior: BEHAVIOR });
  }
}

function watch(id, changed) {
  const place = document.getElementById(id);
  let last = "";
  new MutationObserver(() => {
    const now = place.textContent;
    if (now === last) return;
    last = now;
    changed(place);
  }).observe(place, { childList: true, subtree: true, characterData: true });
  return place;
}

let turnShown = "";

function showTurn(place) {
  const turn = place.querySelector(".turn");
  if (!turn) turnShown = "";
  if (!turn || turn.id === turnShown) return;
  turnShown = turn.id;
  turn.scrollIntoView({ block: "start", behavior: BEHAVIOR });
}

function begin() {
  watch("document", showQuote);
  watch("current", showTurn);
  const status = document.getElementById("status");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  document.getElementById("side").setAttribute("role", "complementary");
  document.getElementById("side").setAttribute("aria-label", "Document");
  document.getElementById("chat").setAttribute("role", "main");
  document.getElementById("page-loading")?.remove();
  // On a touch screen the focus would open the keyboard over the page.
  if (window.matchMedia("(hover: hover)").matches) {
    document.querySelector("#question textarea")?.focus();
  }
}

const waiting = new MutationObserver(() => {
  if (!document.querySelector("#current") || !document.querySelector("#opened")) return;
  waiting.disconnect();
  begin();
});
waiting.observe(document.body, { childList: true, subtree: true });
