// <driver-canvas>: keyboard, mouse, touch and pen over a drawing that the server made. Its links work without this
// file, and every key or drop ends in a form of the panel, so nothing here can do what the outline cannot.
// `data-zoom-in` on the element brings the buttons for its size; `data-handle` the grip that draws lines.
import { box, Drag } from "./driver-drag.js";
import { View } from "./driver-view.js";

const KEYS = { n: "add", l: "link", m: "move", e: "edit", w: "why", x: "aside", Delete: "aside", Backspace: "aside" };

const middle = (node) => box(node).top + box(node).height / 2;
const nearest = (node, others) =>
  others.sort((a, b) => Math.abs(middle(a) - middle(node)) - Math.abs(middle(b) - middle(node)))[0];

class DriverCanvas extends HTMLElement {
  connectedCallback() {
    this.nodes = [...this.querySelectorAll("[data-node]")];
    if (!this.nodes.length) return;
    this.status = this.appendChild(document.createElement("p"));
    this.status.className = "walk-words";
    this.status.setAttribute("role", "status");
    this.say("");
    this.leaving = new AbortController();
    if ("zoomIn" in this.dataset) this.view = new View(this);
    const chosen = this.node(this.dataset.chosen);
    this.stop(chosen ?? this.nodes[0]);
    if (chosen && !this.view?.restored) this.scrollLeft += box(chosen).left - this.getBoundingClientRect().left - 60; // on a phone it may lie beside
    this.addEventListener("focusin", (event) => this.stop(event.target.closest("[data-node]")));
    this.addEventListener("keydown", (event) => this.key(event));
    if ("edit" in this.dataset) new Drag(this);
    document.addEventListener("keydown", (event) => this.turn(event), { signal: this.leaving.signal });
    this.meetPanel();
  }

  disconnectedCallback() {
    this.leaving?.abort();
  }

  say(words) {
    this.status.textContent = words || (this.dataset.words ?? "");
  }

  node(id) {
    return this.nodes.find((one) => one.dataset.node === id);
  }

  link(node) {
    return node.querySelector("a");
  }

  // The drawing is one stop of the Tab key; inside it the arrows walk.
  stop(node) {
    if (!node) return;
    this.here = node;
    for (const one of this.nodes) this.link(one)?.setAttribute("tabindex", one === node ? "0" : "-1");
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest("[data-node]")) return;
    if (this.view?.press(event)) return event.preventDefault();
    const act = KEYS[event.key];
    if (event.key.startsWith("Arrow")) this.walk(this.next(event.key));
    else if (act && "edit" in this.dataset) this.act(act);
    else return;
    event.preventDefault();
  }

  // Ctrl+Z and Ctrl+Shift+Z send the forms that stand above the map; in a field they are the field's own.
  turn(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("input, textarea, select")) return;
    const key = event.key.toLowerCase();
    const way = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    const form = way && document.querySelector(`form[data-turn="${way}"]`);
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  }

  walk(node) {
    if (!node) return;
    this.stop(node);
    this.link(node).focus();
  }

  // Left and right follow the lines, up and down stay in the column; on a fishbone they walk bones and their causes.
  next(key) {
    const { here } = this;
    const home = (one) => one.closest("[data-bone]");
    const left = key === "ArrowLeft";
    if (key === "ArrowUp" || key === "ArrowDown") {
      const beside = (one) => (home(here) ? home(one) === home(here) : one.dataset.kind === here.dataset.kind);
      const order = this.nodes.filter(beside).sort((a, b) => middle(a) - middle(b));
      return order[order.indexOf(here) + (key === "ArrowUp" ? -1 : 1)];
    }
    if (!home(here)) {
      const ids = left ? here.dataset.parents : here.dataset.children;
      return nearest(here, ids.split(" ").map((id) => this.node(id)).filter(Boolean));
    }
    const away = (one) => (left ? -1 : 1) * (home(one).getBoundingClientRect().left - home(here).getBoundingClientRect().left);
    const ahead = this.nodes.filter((one) => away(one) > 20);
    const step = Math.min(...ahead.map(away));
    return nearest(here, ahead.filter((one) => away(one) < step + 20));
  }

  // Open the form `what` in the panel of the part that has focus.
  act(what) {
    if (this.here.dataset.node === this.dataset.chosen && this.unfold(what)) return;
    const url = new URL(this.link(this.here).getAttribute("href"), location.href);
    url.searchParams.set("do", what);
    url.hash = ""; // or the browser would move focus from the field to the panel
    location.assign(url);
  }

  unfold(what) {
    const part = document.querySelector(`#panel [data-do="${what}"]`);
    if (!part) return false;
    if ("open" in part) part.open = true;
    part.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    return true;
  }

  meetPanel() {
    const panel = document.getElementById("panel");
    if (!panel) return;
    const { signal } = this.leaving;
    panel.addEventListener("keydown", (event) => event.key === "Escape" && this.link(this.here).focus(), { signal });
    if ("swapped" in this.dataset) return; // drawn anew under the reader's hands
    const what = new URLSearchParams(location.search).get("do");
    if (what && this.unfold(what)) return;
    if (location.hash === "#panel" && !document.querySelector("[data-focus]")) panel.focus();
  }

  // Send the hidden form for `node`; the same forms stand in the panel.
  send(node, act, fields) {
    const form = this.querySelector("form[data-act]");
    form.action = form.dataset.url.replace("/0/", `/${node.dataset.node}/`) + act;
    for (const [name, value] of Object.entries(fields)) form.elements[name].value = value;
    form.submit();
  }
}

customElements.define("driver-canvas", DriverCanvas);
