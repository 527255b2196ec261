// Dragging a part of a <driver-canvas> onto another one, by mouse, pen, or a finger that rests a moment first (so that
// a swipe still scrolls). Letting go asks what is meant; Escape leaves everything as it was.
export const box = (node) => (node.querySelector(".d-ground") ?? node).getBoundingClientRect();

const HOLD = 300;
const FAR = 6;
const REACH = 16;
const make = (tag, props) => Object.assign(document.createElement(tag), props);

function svg(tag, props) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, value);
  return element;
}

// The left one of two parts is the parent.
const ends = (one, two) => (box(one).left < box(two).left ? [one, two] : [two, one]);

export class Drag {
  constructor(canvas) {
    this.canvas = canvas;
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("dragstart", (event) => event.preventDefault());
    canvas.addEventListener("contextmenu", (event) => this.held && event.preventDefault());
    canvas.addEventListener("touchmove", (event) => this.held?.on && event.preventDefault(), { passive: false });
    canvas.addEventListener("click", (event) => this.moved && event.preventDefault(), true);
    if (!("handle" in canvas.dataset)) return;
    this.grip(canvas.node(canvas.dataset.chosen));
    canvas.addEventListener("pointerover", (event) => event.pointerType === "mouse" && !this.held && this.grip(event.target.closest("[data-node]")));
  }

  // A round grip beside the part: to the right of drivers, to the left of ideas. Dragged onto another part it links.
  grip(node) {
    if (!node || node.querySelector(".d-grip")) return;
    this.canvas.querySelector(".d-grip:not(.d-chosen > *)")?.remove();
    const shelf = node.querySelector(".d-shelf");
    const x = node.dataset.kind === "idea" ? Number(shelf.getAttribute("x1")) - REACH : Number(shelf.getAttribute("x2")) + REACH;
    const grip = svg("g", { class: "d-grip", "aria-hidden": "true" });
    for (const look of [{ class: "d-grip-reach", r: 22 }, { class: "d-grip-face", r: 6 }]) {
      grip.append(svg("circle", { ...look, cx: x, cy: shelf.getAttribute("y1") }));
    }
    grip.append(Object.assign(svg("title", {}), { textContent: this.canvas.dataset.handle }));
    node.append(grip);
  }

  down(event) {
    if (this.held) return this.letGo(); // a second finger: they size the map
    const node = event.target.closest("[data-node]");
    const grip = event.target.closest(".d-grip");
    if (!node || event.button || (node.dataset.kind === "aim" && !grip)) return;
    const stop = new AbortController();
    const { signal } = stop;
    this.held = { node, grip, stop, x: event.clientX, y: event.clientY, on: false, touch: event.pointerType === "touch" };
    if (grip) event.preventDefault();
    else if (this.held.touch) this.held.timer = setTimeout(() => this.lift(), HOLD);
    addEventListener("pointermove", (move) => this.drag(move), { signal });
    addEventListener("pointerup", (up) => this.drop(up), { signal });
    addEventListener("pointercancel", () => this.letGo(), { signal });
    addEventListener("keydown", (key) => key.key === "Escape" && this.letGo(), { signal });
  }

  lift() {
    this.held.on = true;
    this.held.node.classList.add("is-held");
    this.canvas.classList.add("is-busy");
    this.canvas.say(this.held.node.dataset.label);
  }

  drag(event) {
    const { held } = this;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.on && Math.hypot(x, y) < FAR) return;
    if (!held.on && held.touch && !held.grip) return this.letGo();
    if (!held.on) this.lift();
    const scale = held.node.ownerSVGElement.getScreenCTM().a;
    if (held.grip) this.stretch(x / scale, y / scale);
    else held.node.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
    this.over(this.target(event));
  }

  // The line that is being drawn, from the grip to the pointer.
  stretch(x, y) {
    const { held } = this;
    const face = held.grip.querySelector(".d-grip-face");
    held.line ??= held.grip.appendChild(svg("line", { class: "d-way", "stroke-width": 2 }));
    const [x1, y1] = [Number(face.getAttribute("cx")), Number(face.getAttribute("cy"))];
    for (const [name, value] of Object.entries({ x1, y1, x2: x1 + x, y2: y1 + y })) held.line.setAttribute(name, value);
  }

  target(event) {
    const { node } = this.held;
    node.classList.add("is-through");
    const under = document.elementFromPoint(event.clientX, event.clientY);
    node.classList.remove("is-through");
    if (!under || !this.canvas.contains(under)) return null;
    return under.closest("[data-node]") ?? under.closest("[data-bone]");
  }

  over(target) {
    this.canvas.querySelector(".is-here")?.classList.remove("is-here");
    if (!target) return;
    target.classList.add("is-here");
    this.canvas.say(`${this.held.node.dataset.label} › ${nameOf(target)}`);
  }

  drop(event) {
    const { held } = this;
    const target = held.on ? this.target(event) : null;
    this.moved = held.on; // the click that follows a drag is not meant
    setTimeout(() => (this.moved = false));
    this.letGo();
    if (!target || target === held.node) return;
    if (held.grip) this.link(held.node, target);
    else this.ask(held.node, target);
  }

  link(node, target) {
    const [parent, child] = ends(node, target);
    if (child.dataset.kind !== parent.dataset.kind) this.canvas.send(child, "link/", { parent: parent.dataset.node, old: "" });
  }

  letGo() {
    const { held, canvas } = this;
    clearTimeout(held.timer);
    held.stop.abort();
    held.node.removeAttribute("transform");
    held.line?.remove();
    held.node.classList.remove("is-held");
    canvas.classList.remove("is-busy");
    this.over(null);
    canvas.say("");
    this.held = null;
  }

  ask(node, target) {
    const { canvas } = this;
    const dialog = document.body.appendChild(make("dialog", { className: "choose" }));
    const words = canvas.dataset.ask.replace("{part}", node.dataset.label).replace("{onto}", nameOf(target));
    dialog.append(make("p", { id: "choose-words", textContent: words }));
    dialog.setAttribute("aria-labelledby", "choose-words");
    for (const [name, run] of this.choices(node, target)) {
      const button = make("button", { type: "button", className: "button second", textContent: name });
      button.addEventListener("click", () => (dialog.close(), run?.()));
      dialog.append(button);
    }
    dialog.addEventListener("close", () => (dialog.remove(), canvas.link(node).focus()));
    dialog.showModal();
  }

  // With several parents the panel asks which of them is replaced.
  choices(node, target) {
    const { canvas } = this;
    const { move, link, cancel, kind } = canvas.dataset;
    if (kind === "fishbone") {
      const to = target.dataset.node ? `cause-${target.dataset.node}` : `bone-${target.dataset.bone}`;
      return [[move, () => canvas.send(node, "move/", { to })], [cancel]];
    }
    const [parent, child] = ends(node, target);
    const old = child.dataset.parents.split(" ");
    const sent = { parent: parent.dataset.node, old: old[0] };
    const moveIt = () => (old.length > 1 ? (canvas.stop(child), canvas.act("move")) : canvas.send(child, "move/", sent));
    return [[move, moveIt], [link, () => canvas.send(child, "link/", sent)], [cancel]];
  }
}

const nameOf = (target) => target.dataset.label ?? target.querySelector(".d-head").textContent;
