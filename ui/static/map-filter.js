// The legend's boxes switch kinds and ties on and off.

export function filter(svg, nodes, changed) {
  const form = document.getElementById("choices");
  const ties = [...svg.querySelectorAll(".tie")];

  function chosen(name) {
    const boxes = form.querySelectorAll(`input[name="${name}"]:checked`);
    return new Set([...boxes].map((box) => box.value));
  }

  function apply() {
    const kinds = chosen("kind");
    const relations = chosen("relation");
    for (const element of nodes.values()) {
      element.classList.toggle("off", !kinds.has(element.dataset.kind));
    }
    const tied = new Set();
    for (const tie of ties) {
      const { source, target, relation } = tie.dataset;
      const ends = [nodes.get(source), nodes.get(target)];
      const is_off = !relations.has(relation) || ends.some((end) => end.classList.contains("off"));
      tie.classList.toggle("off", is_off);
      if (!is_off) tied.add(source).add(target);
    }
    // What is left without a tie steps back, where it has one that is switched off.
    for (const [id, element] of nodes) {
      const is_alone = element.classList.contains("alone");
      element.classList.toggle("lonely", !tied.has(id) && !is_alone);
    }
    changed();
  }

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
