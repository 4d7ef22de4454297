// The map's page: what belongs to the picture and what is chosen in it.

import { open_about, tell } from "./map-about.js";
import { filter } from "./map-filter.js";
import { find } from "./map-find.js";
import { Lights } from "./map-lights.js";
import { save } from "./map-save.js";
import { View } from "./map-view.js";
import "./map-waiting.js";
import { say } from "./texts.js";

const page = document.querySelector(".map-page");
const svg = document.getElementById("picture");

page?.classList.add("scripted");

const nodes = new Map();
for (const element of svg?.querySelectorAll(".node") ?? []) nodes.set(element.dataset.id, element);
const view = svg && new View(svg, [...nodes.values()]);
const lights = svg && new Lights(svg, nodes, view);

// Where each node leads with the arrow keys: the nearest one in that direction.
const DIRECTIONS = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

function neighbour(from, [dx, dy]) {
  let best = null;
  let least = Infinity;
  for (const element of nodes.values()) {
    if (element === from || element.classList.contains("off")) continue;
    const x = element.dataset.x - from.dataset.x;
    const y = element.dataset.y - from.dataset.y;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along > 0 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = element;
    }
  }
  return best;
}

// One node at a time is in the tab order, so that the page's end is not four hundred tabs away.
function make_reachable(element) {
  for (const other of nodes.values()) other.setAttribute("tabindex", other === element ? "0" : "-1");
}

async function choose(id, { center = false, focus = true } = {}) {
  const element = nodes.get(id);
  for (const other of nodes.values()) other.classList.toggle("chosen", other === element);
  if (element) {
    reveal(element);
    make_reachable(element);
    if (center) view.center(element);
    lights.keep(element);
  }
  const kind = page.dataset.view === "list" ? "list" : "picture";
  await open_about(id, kind, { focus });
}

function first_shown() {
  return [...nodes.values()].reverse().find((element) => !element.classList.contains("off"));
}

if (svg) {
  filter(svg, nodes, () => {
    lights.clear();
    // Until somebody moves it, all that is shown is in view.
    if (view.chosen) view.redraw();
    else view.fit();
    if (document.querySelector(".node[tabindex='0'].off")) make_reachable(first_shown());
  });
  const chosen = svg.querySelector(".node.chosen");
  make_reachable(chosen ?? first_shown());
  // Before the observer tells the frame's size, the picture would be scaled twice.
  view.take_frame();
  if (chosen) {
    reveal(chosen);
    view.center(chosen);
    lights.keep(chosen);
  }
  svg.addEventListener("keydown", (event) => {
    const from = event.target.closest?.(".node");
    const direction = DIRECTIONS[event.key];
    if (from && direction) {
      event.preventDefault();
      const next = neighbour(from, direction);
      if (next) {
        make_reachable(next);
        next.focus({ preventScroll: true });
        view.bring_in(next);
      }
    } else if (event.key === "+" || event.key === "=") view.zoom(1.3);
    else if (event.key === "-") view.zoom(1 / 1.3);
    else if (event.key === "0") view.fit();
    else if (event.key === "Escape") {
      for (const other of nodes.values()) other.classList.remove("chosen");
      lights.forget();
    }
  });
  document.getElementById("zoom-in").addEventListener("click", () => view.zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => view.zoom(1 / 1.4));
  document.getElementById("zoom-fit").addEventListener("click", () => view.fit());
  if (window.matchMedia("(max-width: 600px)").matches) document.getElementById("legend").open = false;
}

// Links to nodes open beside the picture; with a modifier they stay links.
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest?.("a.node, a[data-node]");
  if (!link || view?.was_moved()) {
    if (link) event.preventDefault();
    return;
  }
  event.preventDefault();
  const id = link.dataset.id ?? link.dataset.node;
  choose(id, { center: !link.classList.contains("node") });
});

// Switches on what keeps a node from being shown: its kind, or that nothing ties it.
function reveal(element) {
  const { kind } = element.dataset;
  const boxes = [`[name="kind"][value="${kind}"]`, '[name="strays"]'];
  for (const name of boxes) {
    if (!element.classList.contains("off")) return;
    const box = document.querySelector(`#choices input${name}`);
    if (!box || box.checked) continue;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Who was found is shown whatever is switched off; the box keeps the focus.
function show_found(element) {
  choose(element.dataset.id, { center: true, focus: false });
}

const finding = document.getElementById("finding");
if (svg && finding) {
  find(finding, nodes, {
    show: show_found,
    missing: (name) => tell(say("script_not_found", { name })),
  });
}
document.getElementById("save")?.addEventListener("click", () => save(svg));
