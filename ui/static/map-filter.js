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
    const has_strays = !form.elements.strays || form.elements.strays.checked;
    const is_of_kind = (id) => kinds.has(nodes.get(id).dataset.kind);
    const tied = new Set();
    for (const tie of ties) {
      const { source, target, relation } = tie.dataset;
      const is_on = relations.has(relation) && is_of_kind(source) && is_of_kind(target);
      tie.classList.toggle("off", !is_on);
      if (is_on) tied.add(source).add(target);
    }
    for (const [id, element] of nodes) {
      const is_stray = element.classList.contains("stray");
      const is_out = is_stray && !has_strays && !tied.has(id);
      element.classList.toggle("off", is_out || !is_of_kind(id));
      // What is left without a tie steps back, where it has one that is switched off.
      element.classList.toggle("lonely", !tied.has(id) && !is_stray);
    }
    changed();
  }

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
