// Sends something large so that one sees how much of it is on its way, and can stop it.

import { button, make } from "./dom.js";
import { locale, say } from "./texts.js";

const LARGE = 500_000; // bytes; what is smaller is there before one has read how far it is
const MEGABYTE = 1_000_000;
const AMOUNT = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

// Draws into a place how far the sending is; `stop` is called by a button there.
function drawing(place, stop) {
  const bar = make("progress", { "aria-label": say("script_sending_file") });
  // The bar tells it to those who hear the page, when they want to hear it.
  const amount = make("span", { "aria-hidden": "true" });
  const halt = button({ class: "quiet" }, say("script_stop_sending"));
  halt.addEventListener("click", stop);
  const shown = [make("p", {}, say("script_sending_file")), bar, " ", amount,
    make("p", { class: "actions" }, halt)];
  return (sent, all) => {
    if (all < LARGE) return;
    if (sent >= all) {
      place.replaceChildren(make("p", {}, say("script_arrived")));
      return;
    }
    if (!place.contains(bar)) place.replaceChildren(...shown);
    [bar.value, bar.max] = [sent, all];
    const [done, whole] = [sent, all].map((bytes) => AMOUNT.format(bytes / MEGABYTE));
    amount.textContent = say("script_sent", { done, whole });
  };
}

function answerOf(request) {
  const type = request.getResponseHeader("Content-Type") ?? "";
  const content = request.status === 204 ? null : request.response;
  return new Response(content, { status: request.status, headers: { "Content-Type": type } });
}

// Gives what stands in for `fetch`, which does not tell how far it is.
export function sendingIn(place) {
  return (address, { method, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const draw = drawing(place, () => request.abort());
      request.open(method, address);
      request.responseType = "blob";
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.addEventListener("progress", ({ loaded, total }) => draw(loaded, total));
      request.addEventListener("load", () => resolve(answerOf(request)));
      request.addEventListener("error", () => reject(new TypeError("The server is gone.")));
      request.addEventListener("abort", () => reject(new DOMException("Stopped.", "AbortError")));
      request.send(body);
    });
}
