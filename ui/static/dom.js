// Makes elements. No text is ever inserted as HTML.

const ICONS = {
  copy: "M7 7V4.5h8.5V13H13M4.5 7H13v8.5H4.5z",
  up: "M6.5 9v7H4V9zm0 0 3.2-5.5c1.3 0 2 .9 1.8 2.2L11 8h4.2c.9 0 1.5.8 1.3 1.7l-1 4.8c-.2.9-.9 1.5-1.8 1.5H6.5",
  down: "M6.5 11V4H4v7zm0 0 3.2 5.5c1.3 0 2-.9 1.8-2.2L11 12h4.2c.9 0 1.5-.8 1.3-1.7l-1-4.8C15.300 4.600 14.600 4 13.700 4H6.500",
  why: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm0 6v4.500m0-7v.2",
  edit: "M4 16l.7-3.200L13.500 4l2.500 2.500-8.800 8.800z",
  undo: "M7 5 3.500 8.500 7 12M3.500 8.500H12a4 4 0 0 1 0 8h-1.500",
  redo: "M13 5l3.500 3.500L13 12M16.500 8.500H8a4 4 0 0 0 0 8h1.500",
  more: "M5 10h.01M10 10h.01M15 10h.01",
};

export function icon(name) {
  // The masthead has drawings; theirs is the namespace.
  const drawings = document.querySelector(".masthead svg").namespaceURI;
  const drawing = document.createElementNS(drawings, "svg");
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(drawings, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

// make("button", { class: "quiet", "aria-pressed": "true" }, "Send") and the like; an attribute
// that is false or null is left out.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function button(attributes, ...children) {
  return make("button", { type: "button", ...attributes }, ...children);
}

// Says something to those who hear the page; the same words twice are said twice.
export function announce(text) {
  const place = document.getElementById("announcer");
  if (!place) return;
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
