// Adds several files one after the other: each tells what came of it, a bad one stops no other, and
// the rest can be left out.

import { ApiError } from "./api.js";
import { button, make, say } from "./staff.js";

// Nobody is there to take the next one, or nobody may send it.
const ENDS_ALL = [0, 401];

// `add(file)` gives the words of what came of it and the address of the document.
export async function addSeveral(files, place, add) {
  let isEnded = false;
  let added = 0;
  const told = make("p");
  const stop = button({ class: "quiet" }, say("script_stop"));
  stop.addEventListener("click", () => {
    isEnded = true;
    stop.disabled = true;
  });
  const list = make("ul", { id: "added-files" });
  document.getElementById("added-files")?.remove();
  place.className = "outcome";
  // The list is not in the place that is read aloud whole with each change.
  place.replaceChildren(told, make("p", { class: "actions" }, stop));
  place.after(list);
  for (const [at, file] of files.entries()) {
    if (isEnded) break;
    told.textContent = say("script_adding", { number: at + 1, all: files.length, name: file.name });
    try {
      const { words, address } = await add(file);
      list.append(make("li", {}, make("a", { href: address }, file.name), ` ${words}`));
      added += 1;
    } catch (error) {
      const words = error instanceof ApiError ? error.message : say("script_failed");
      list.append(make("li", { class: "failed" }, make("b", {}, file.name), ` ${words}`));
      isEnded ||= ENDS_ALL.includes(error.status);
    }
  }
  place.className = added < files.length ? "outcome failed" : "outcome done";
  place.replaceChildren(make("p", {}, say("script_several_done", { added, all: files.length })));
}
