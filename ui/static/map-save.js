// Saves the picture as it stands, whole and at full size, as a file that needs no style sheet.

const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "vector-effect", "opacity"];
const LETTERS = ["font-family", "font-size", "font-weight", "text-anchor", "paint-order", "stroke-linejoin"];
const EDGE = 40;

function styled(from, to, names) {
  const style = getComputedStyle(from);
  for (const name of names) to.setAttribute(name, style.getPropertyValue(name));
}

export function picture_of(svg) {
  const [width, height] = [Number(svg.dataset.width), Number(svg.dataset.height)];
  const full = svg.dataset.scales.split(" ").indexOf("1.0");
  const copy = svg.cloneNode(true);
  const pairs = ["#world .line", "#world .arrow", "#world .shape"].map((each) => [each, KEPT]);
  for (const [selector, names] of [...pairs, ["#world .label", [...KEPT, ...LETTERS]]]) {
    const drawn = copy.querySelectorAll(selector);
    svg.querySelectorAll(selector).forEach((from, at) => styled(from, drawn[at], names));
  }
  for (const hidden of copy.querySelectorAll(".off, .ring")) hidden.remove();
  for (const node of copy.querySelectorAll(".node")) {
    const label = node.querySelector(".label");
    if (Number(node.dataset.tier) > full) label.remove();
    // A file leads nowhere.
    const group = document.createElementNS(svg.namespaceURI, "g");
    group.setAttribute("transform", node.getAttribute("transform"));
    group.append(...node.childNodes);
    node.replaceWith(group);
  }
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name } of [...element.attributes]) {
      if (/^(?:class|id|style|role|data-|aria-|tabindex)/.test(name)) element.removeAttribute(name);
    }
  }
  copy.firstElementChild.removeAttribute("transform");
  const box = [-EDGE, -EDGE, width + 2 * EDGE, height + 2 * EDGE];
  copy.setAttribute("viewBox", box.join(" "));
  copy.setAttribute("xmlns", svg.namespaceURI);
  const ground = document.createElementNS(svg.namespaceURI, "rect");
  for (const [at, name] of ["x", "y", "width", "height"].entries()) ground.setAttribute(name, box[at]);
  ground.setAttribute("fill", getComputedStyle(svg.parentElement).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

export function save(svg) {
  const address = URL.createObjectURL(new Blob([picture_of(svg)], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "map.svg";
  link.click();
  URL.revokeObjectURL(address);
}
