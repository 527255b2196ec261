// <driver-canvas>: keyboard, mouse, touch and pen over a drawing that the server made. Its links work without this
// file, and every drop or key ends in a form of the panel, so nothing here can do what the outline cannot.
const KEYS = { n: "add", l: "link", m: "move", e: "edit", w: "why", x: "aside", Delete: "aside", Backspace: "aside" };
const HOLD = 300;
const FAR = 6;

const make = (tag, props) => Object.assign(document.createElement(tag), props);
const box = (node) => (node.querySelector(".d-ground") ?? node).getBoundingClientRect();
const middle = (node) => box(node).top + box(node).height / 2;
const nearest = (node, others) =>
  others.sort((a, b) => Math.abs(middle(a) - middle(node)) - Math.abs(middle(b) - middle(node)))[0];

class DriverCanvas extends HTMLElement {
  connectedCallback() {
    this.nodes = [...this.querySelectorAll("[data-node]")];
    if (!this.nodes.length) return;
    this.status = this.appendChild(make("p", { className: "walk-words", textContent: this.dataset.words ?? "" }));
    this.status.setAttribute("role", "status");
    this.stop(this.node(this.dataset.chosen) ?? this.nodes[0]);
    this.addEventListener("focusin", (event) => this.stop(event.target.closest("[data-node]")));
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("pointerdown", (event) => this.down(event));
    this.addEventListener("dragstart", (event) => event.preventDefault());
    this.addEventListener("contextmenu", (event) => this.held && event.preventDefault());
    this.addEventListener("touchmove", (event) => this.held?.on && event.preventDefault(), { passive: false });
    this.addEventListener("click", (event) => this.moved && (event.preventDefault(), (this.moved = false)), true);
    this.openPanel();
  }

  node(id) {
    return this.nodes.find((one) => one.dataset.node === id);
  }

  link(node) {
    return node.querySelector("a");
  }

  stop(node) {
    if (!node) return;
    this.here = node;
    for (const one of this.nodes) this.link(one)?.setAttribute("tabindex", one === node ? "0" : "-1");
  }

  // Left and right follow the lines, up and down stay in the column; on a fishbone they walk bones and their causes.
  next(key) {
    const { here } = this;
    const named = (list) => list.split(" ").map((id) => this.node(id)).filter(Boolean);
    const home = (one) => one.closest("[data-bone]") ?? null;
    const beside = this.nodes.filter((one) => (home(here) ? home(one) === home(here) : one.dataset.kind === here.dataset.kind));
    if (key === "ArrowUp" || key === "ArrowDown") {
      const order = beside.sort((a, b) => middle(a) - middle(b));
      return order[order.indexOf(here) + (key === "ArrowUp" ? -1 : 1)];
    }
    const left = key === "ArrowLeft";
    if (!home(here)) return nearest(here, named(left ? here.dataset.parents : here.dataset.children));
    const away = (one) => (left ? -1 : 1) * (box(home(one)).left - box(home(here)).left);
    const ahead = this.nodes.filter((one) => away(one) > 20);
    const step = Math.min(...ahead.map(away));
    return nearest(here, ahead.filter((one) => away(one) < step + 20));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest("[data-node]")) return;
    const act = KEYS[event.key];
    if (event.key.startsWith("Arrow")) this.walk(this.next(event.key));
    else if (act && "edit" in this.dataset) this.act(act);
    else return;
    event.preventDefault();
  }

  walk(node) {
    if (!node) return;
    this.stop(node);
    this.link(node).focus();
  }

  act(what) {
    const url = new URL(this.link(this.here).getAttribute("href"), location.href);
    if (this.here.dataset.node === this.dataset.chosen && this.unfold(what)) return;
    url.searchParams.set("do", what);
    location.assign(url);
  }

  unfold(what) {
    const part = document.querySelector(`#panel [data-do="${what}"]`);
    if (!part) return false;
    if ("open" in part) part.open = true;
    part.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    return true;
  }

  openPanel() {
    const panel = document.getElementById("panel");
    if (!panel) return;
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.link(this.here).focus());
    const what = new URLSearchParams(location.search).get("do");
    if (what && this.unfold(what)) return;
    if (location.hash === "#panel" && !document.querySelector("[data-focus]")) panel.focus();
  }

  down(event) {
    const node = event.target.closest("[data-node]");
    if (!node || event.button || !("edit" in this.dataset) || node.dataset.kind === "aim") return;
    const held = { node, x: event.clientX, y: event.clientY, on: false, touch: event.pointerType === "touch" };
    const signal = (held.stop = new AbortController()).signal;
    this.held = held;
    if (held.touch) held.timer = setTimeout(() => this.lift(), HOLD);
    addEventListener("pointermove", (move) => this.drag(move), { signal });
    addEventListener("pointerup", (up) => this.drop(up), { signal });
    addEventListener("pointercancel", () => this.letGo(), { signal });
    addEventListener("keydown", (key) => key.key === "Escape" && this.letGo(), { signal });
  }

  lift() {
    this.held.on = true;
    this.held.node.classList.add("is-held");
    this.status.textContent = this.held.node.dataset.label;
  }

  drag(event) {
    const { held } = this;
    const [x, y] = [event.clientX - held.x, event.clientY - held.y];
    if (!held.on && Math.hypot(x, y) < FAR) return;
    if (!held.on && held.touch) return this.letGo();
    if (!held.on) this.lift();
    const scale = held.node.ownerSVGElement.getScreenCTM().a;
    held.node.setAttribute("transform", `translate(${x / scale} ${y / scale})`);
    this.over(this.target(event));
  }

  target(event) {
    this.held.node.classList.add("is-through");
    const under = document.elementFromPoint(event.clientX, event.clientY);
    this.held.node.classList.remove("is-through");
    if (!this.contains(under)) return null;
    return under.closest("[data-node]") ?? under.closest("[data-bone]");
  }

  over(target) {
    this.querySelector(".is-here")?.classList.remove("is-here");
    target?.classList.add("is-here");
    const { label } = target?.dataset ?? {};
    this.status.textContent = label ? `${this.held.node.dataset.label} › ${label}` : this.held.node.dataset.label;
  }

  drop(event) {
    const { held } = this;
    const target = held.on ? this.target(event) : null;
    this.moved = held.on;
    setTimeout(() => (this.moved = false));
    this.letGo();
    if (target && target !== held.node) this.ask(held.node, target);
  }

  letGo() {
    const { held } = this;
    if (!held) return;
    clearTimeout(held.timer);
    held.stop.abort();
    held.node.removeAttribute("transform");
    held.node.classList.remove("is-held");
    this.over(null);
    this.status.textContent = this.dataset.words ?? "";
    this.held = null;
  }

  // The left one of two is the parent. With several parents the panel asks which of them is replaced.
  ask(node, target) {
    const { move, link, cancel } = this.dataset;
    const onto = target.dataset.label ?? target.querySelector(".d-head").textContent;
    const dialog = document.body.appendChild(make("dialog", { className: "choose" }));
    const button = (words, run) => {
      const one = dialog.appendChild(make("button", { type: "button", className: "button second", textContent: words }));
      one.addEventListener("click", () => (dialog.close(), run?.()));
    };
    dialog.append(make("p", { textContent: this.dataset.ask.replace("{part}", node.dataset.label).replace("{onto}", onto) }));
    if (this.dataset.kind === "fishbone") {
      const to = target.dataset.node ? `cause-${target.dataset.node}` : `bone-${target.dataset.bone}`;
      button(move, () => this.send(node, "move/", { to }));
    } else {
      const [parent, child] = box(node).left < box(target).left ? [node, target] : [target, node];
      const old = child.dataset.parents.split(" ");
      const to = { parent: parent.dataset.node, old: old[0] };
      button(move, () => (old.length > 1 ? (this.stop(child), this.act("move")) : this.send(child, "move/", to)));
      button(link, () => this.send(child, "link/", to));
    }
    button(cancel);
    dialog.addEventListener("close", () => (dialog.remove(), this.link(node).focus()));
    dialog.showModal();
  }

  send(node, act, fields) {
    const form = this.querySelector("form[data-act]");
    form.action = form.dataset.url.replace("/0/", `/${node.dataset.node}/`) + act;
    for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
    form.submit();
  }
}

customElements.define("driver-canvas", DriverCanvas);
