// Looking at a node lights it, its ties and those at their other ends.

export class Lights {
  constructor(svg, nodes, view) {
    this.svg = svg;
    this.nodes = nodes;
    this.view = view;
    this.kept = null;
    this.ties = new Map();
    for (const tie of svg.querySelectorAll(".tie")) {
      for (const end of [tie.dataset.source, tie.dataset.target]) {
        if (!this.ties.has(end)) this.ties.set(end, []);
        this.ties.get(end).push(tie);
      }
    }
    const at = (event) => event.target.closest?.(".node");
    svg.addEventListener("pointerover", (event) => {
      const node = at(event);
      if (node && event.pointerType === "mouse" && !view.is_moving()) this.light(node);
    });
    svg.addEventListener("pointerout", (event) => {
      if (at(event) && event.pointerType === "mouse") this.restore();
    });
    svg.addEventListener("focusin", (event) => {
      const node = at(event);
      if (node?.matches(":focus-visible")) this.light(node);
    });
    svg.addEventListener("focusout", () => this.restore());
  }

  // Lights a node until another one is looked at, and again afterwards.
  keep(node) {
    this.kept = node;
    this.light(node);
  }

  forget() {
    this.kept = null;
    this.clear();
  }

  restore() {
    if (this.kept && !this.kept.classList.contains("off")) this.light(this.kept);
    else this.clear();
  }

  light(node) {
    this.clear();
    const lit = [node];
    for (const tie of this.ties.get(node.dataset.id) ?? []) {
      if (tie.classList.contains("off")) continue;
      tie.classList.add("lit");
      const { source, target } = tie.dataset;
      lit.push(this.nodes.get(source === node.dataset.id ? target : source));
    }
    for (const element of lit) element.classList.add("lit");
    // Names are written as long as none covers another.
    for (const element of this.view.without_overlap(lit)) element.classList.add("told");
    this.svg.classList.add("lighting");
  }

  clear() {
    this.svg.classList.remove("lighting");
    for (const element of this.svg.querySelectorAll(".lit, .told")) {
      element.classList.remove("lit", "told");
    }
  }
}
