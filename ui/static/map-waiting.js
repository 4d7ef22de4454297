// While the map is drawn on the server: asks until it is, then shows it or says so.

import { say } from "./texts.js";

const PAUSE = 400;
const MOST = 150;

// Each question waits on the server itself for a little.
async function drawn() {
  for (let tries = 0; tries < MOST; tries += 1) {
    try {
      const response = await fetch("/map/ready", { cache: "no-store" });
      if (response.status === 204) return true;
      if (!response.ok) return false;
    } catch {
      // The server may be restarting.
    }
    await new Promise((done) => setTimeout(done, PAUSE));
  }
  return false;
}

async function wait_for(waiting) {
  if (!(await drawn())) return;
  if (waiting.dataset.then === "reload") window.location.reload();
  else waiting.querySelector(".drawing").textContent = say("script_drawn");
}

// Not waited for here: the rest of the page is there meanwhile.
const waiting = document.getElementById("waiting");
if (waiting) wait_for(waiting);
