// What the page does beside its framework: opens citations, shows the quote, names live regions.
// No text is ever inserted as HTML here.

const QUIET = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
const BEHAVIOR = QUIET ? "auto" : "smooth";

let opener = null; // the link that opened the document, to give the focus back to
let clicks = 0;
let opened = "";

function open(address) {
  const shown = document.querySelector("#document .document");
  if (address === opened && shown) {
    showQuote(shown);
    return;
  }
  opened = address;
  const field = document.querySelector("#opened textarea, #opened input");
  if (!field) return;
  clicks += 1; // a second click on the same citation must differ, or nothing would happen
  field.value = `${address}~${clicks}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function giveFocusBack() {
  if (opener?.isConnected) opener.focus();
  opener = null;
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute("href").slice(1);
  if (address === "close") {
    open("close");
  } else {
    opener = link;
    open(address);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector("#document .document")) open("close");
});

function showQuote(shown) {
  const title = shown.querySelector("#document-title");
  const quote = shown.querySelector("mark");
  const side = document.getElementById("side");
  title.focus({ preventScroll: true });
  if (window.matchMedia("(min-width: 900px)").matches) {
    const top = quote ? quote.getBoundingClientRect().top - side.getBoundingClientRect().top : 0;
    side.scrollTo({ top: side.scrollTop + top - side.clientHeight / 3, behavior: BEHAVIOR });
  } else {
    (quote ?? title).scrollIntoView({ block: "center", behavior: BEHAVIOR });
  }
}

// Calls `changed` when what `selector` finds in a place is another one than before, or is gone.
// The framework also changes other things there, which are none of our business.
function watch(id, selector, changed) {
  const place = document.getElementById(id);
  let last = "";
  new MutationObserver(() => {
    const found = place.querySelector(selector);
    const now = found?.innerHTML ?? "";
    if (now === last) return;
    last = now;
    changed(found);
  }).observe(place, { childList: true, subtree: true, characterData: true });
}

let turnShown = "";

function showTurn(turn) {
  if (!turn || turn.id === turnShown) {
    turnShown = turn?.id ?? "";
    return;
  }
  turnShown = turn.id;
  turn.scrollIntoView({ block: "start", behavior: BEHAVIOR });
}

function begin() {
  watch("document", ".document", (shown) => (shown ? showQuote(shown) : giveFocusBack()));
  watch("current", ".turn", showTurn);
  const status = document.getElementById("status");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  document.getElementById("side").setAttribute("role", "complementary");
  document.getElementById("side").setAttribute("aria-label", "Document");
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
