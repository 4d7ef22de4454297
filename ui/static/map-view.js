// Moves and zooms the picture with mouse, touch and keys; names and marks keep their size.

const MOST = 5;
const MARKS_SHRINK_BELOW = 0.6;
const MARKS_LEAST = 0.5;
// Below this a press is a click, in pixels.
const MOVED = 6;
// A picture on a phone begins no smaller than this and is moved instead.
const LEAST_AT_FIRST = 0.42;
// From so far away lines are drawn thinner and without arrows.
const FAR = 0.33;
const AIR = 3;
// Left free around the whole picture with its names.
const EDGE = 14;
const MARK = 12;
const ROUNDS = 40;

export class View {
  constructor(svg, nodes) {
    this.svg = svg;
    this.nodes = nodes;
    this.world = svg.querySelector("#world");
    this.size = [Number(svg.dataset.width), Number(svg.dataset.height)];
    this.scales = svg.dataset.scales.split(" ").map(Number);
    this.k = 1;
    this.x = 0;
    this.y = 0;
    this.pointers = new Map();
    this.distance = 0;
    this.moved = false;
    // Whether somebody has chosen what to see; until then all of it is.
    this.chosen = false;
    this.listen();
  }

  listen() {
    const { svg } = this;
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      const [x, y] = this.point(event);
      this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), x, y);
    }, { passive: false });
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      this.pointers.set(event.pointerId, this.point(event));
      if (this.pointers.size === 1) {
        this.moved = false;
        this.start = this.point(event);
      }
      this.distance = this.spread();
    });
    window.addEventListener("pointermove", (event) => this.on_move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      window.addEventListener(name, (event) => {
        this.pointers.delete(event.pointerId);
        this.distance = this.spread();
        if (!this.pointers.size) this.svg.classList.remove("moving");
      });
    }
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    new ResizeObserver(() => this.take_frame()).observe(svg);
  }

  // A unit of the picture is a pixel of the window; on paper, which is laid out without a word to
  // scripts, what the window shows is made as wide as the sheet.
  take_frame() {
    this.svg.setAttribute("viewBox", `0 0 ${this.frame().join(" ")}`);
    if (this.chosen) this.draw();
    else this.fit();
  }

  on_move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.point(event);
    const far = Math.hypot(now[0] - this.start[0], now[1] - this.start[1]);
    if (!this.moved && far < MOVED && this.pointers.size === 1) return;
    this.moved = true;
    this.svg.classList.add("moving");
    this.pointers.set(event.pointerId, now);
    if (this.pointers.size === 2) {
      const spread = this.spread();
      const [one, other] = [...this.pointers.values()];
      if (this.distance) {
        this.zoom(spread / this.distance, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2);
      }
      this.distance = spread;
    }
    const share = this.pointers.size;
    this.chosen = true;
    this.x += (now[0] - before[0]) / share;
    this.y += (now[1] - before[1]) / share;
    this.draw();
  }

  spread() {
    if (this.pointers.size !== 2) return 0;
    const [one, other] = [...this.pointers.values()];
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  point(event) {
    const box = this.svg.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  // Whether the press that ends now moved the picture, so that it is no click.
  was_moved() {
    const moved = this.moved;
    this.moved = false;
    return moved;
  }

  is_moving() {
    return this.svg.classList.contains("moving");
  }

  frame() {
    const box = this.svg.getBoundingClientRect();
    return [box.width || 1, box.height || 1];
  }

  least() {
    const [width, height] = this.frame();
    return Math.min(width / this.size[0], height / this.size[1], 1) * 0.9;
  }

  shown() {
    const shown = this.nodes.filter((node) => !node.classList.contains("off"));
    return shown.length ? shown : this.nodes;
  }

  // What marks and names take at a size of the picture: left, top, right, bottom.
  extent(k) {
    const tier = this.scales.filter((scale) => scale <= k * 1.0001).length - 1;
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { dataset } of this.shown()) {
      const [x, y] = [dataset.x * k, dataset.y * k];
      const [dx, dy, width, height] = dataset.box.split(" ").map(Number);
      const is_named = dataset.tier <= tier;
      box[0] = Math.min(box[0], x - MARK, is_named ? x + dx - width / 2 : x);
      box[1] = Math.min(box[1], y - MARK, is_named ? y + dy : y);
      box[2] = Math.max(box[2], x + MARK, is_named ? x + dx + width / 2 : x);
      box[3] = Math.max(box[3], y + MARK, is_named ? y + dy + height : y);
    }
    return box;
  }

  fit() {
    const [width, height] = this.frame();
    const room = [Math.max(200, width - 2 * EDGE), Math.max(200, height - 2 * EDGE)];
    const spread = (name) => {
      const places = this.shown().map((node) => Number(node.dataset[name]));
      return Math.max(1, Math.max(...places) - Math.min(...places));
    };
    let whole = Math.min(room[0] / spread("x"), room[1] / spread("y"), 1.2);
    let box = this.extent(whole);
    // Names do not shrink with the picture, so it takes a few rounds until all of them are in.
    for (let round = 0; round < ROUNDS; round += 1) {
      if (box[2] - box[0] <= room[0] && box[3] - box[1] <= room[1]) break;
      whole *= 0.97;
      box = this.extent(whole);
    }
    const is_narrow = width < 600;
    this.chosen = false;
    this.k = is_narrow ? Math.max(whole, LEAST_AT_FIRST) : whole;
    if (this.k !== whole) box = this.extent(this.k);
    this.x = (width - box[0] - box[2]) / 2;
    this.y = (height - box[1] - box[3]) / 2;
    // What is tied to most is drawn last; a phone begins there.
    const hub = this.nodes.at(-1);
    if (is_narrow && this.k > whole && hub) {
      this.center(hub);
      this.chosen = false;
    }
    this.draw();
  }

  zoom(factor, x = this.frame()[0] / 2, y = this.frame()[1] / 2) {
    const k = Math.min(MOST, Math.max(this.least(), this.k * factor));
    this.chosen = true;
    this.x = x - ((x - this.x) * k) / this.k;
    this.y = y - ((y - this.y) * k) / this.k;
    this.k = k;
    this.draw();
  }

  center(node) {
    const [width, height] = this.frame();
    this.chosen = true;
    this.k = Math.max(this.k, 0.8);
    this.x = width / 2 - node.dataset.x * this.k;
    this.y = height / 2 - node.dataset.y * this.k;
    this.draw();
  }

  // Moves the picture only if a node is out of sight.
  bring_in(node) {
    const [width, height] = this.frame();
    const x = node.dataset.x * this.k + this.x;
    const y = node.dataset.y * this.k + this.y;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) this.center(node);
  }

  // A part of the picture always stays in the frame.
  hold() {
    const [width, height] = this.frame();
    const edge = 80;
    this.x = Math.min(width - edge, Math.max(edge - this.size[0] * this.k, this.x));
    this.y = Math.min(height - edge, Math.max(edge - this.size[1] * this.k, this.y));
  }

  redraw() {
    this.tier = -1;
    this.draw();
  }

  draw() {
    this.hold();
    this.world.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.k})`);
    this.svg.style.setProperty("--still", String(1 / this.k));
    const marks = Math.min(1, Math.max(MARKS_LEAST, this.k / MARKS_SHRINK_BELOW));
    this.svg.style.setProperty("--mark-size", String(marks / this.k));
    this.svg.classList.toggle("far", this.k < FAR);
    const tier = this.scales.filter((scale) => scale <= this.k * 1.0001).length - 1;
    if (tier === this.tier) return;
    this.tier = tier;
    for (const node of this.nodes) node.classList.toggle("named", node.dataset.tier <= tier);
  }

  // Gives those of some nodes whose names do not cover the name of one before, best first.
  without_overlap(nodes) {
    const taken = [];
    return nodes.filter((node) => {
      const [dx, dy, width, height] = node.dataset.box.split(" ").map(Number);
      const left = node.dataset.x * this.k + dx - width / 2 - AIR;
      const top = node.dataset.y * this.k + dy - AIR;
      const box = [left, top, left + width + 2 * AIR, top + height + 2 * AIR];
      const covers = taken.some(
        (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3],
      );
      if (!covers) taken.push(box);
      return !covers;
    });
  }
}
