// <chart-walk>: one tab stop under a chart; arrow keys go from point to point and the words of the point are shown and read.
// A button beside it plays the line as sound, on request only.
import { make, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

function wordsOf(point) {
  const { when, value, of, phase, signal, note } = point.dataset;
  return [when, value, of, phase && say("walkPhase", { number: phase }), signal, note].filter(Boolean).join(", ");
}

class ChartWalk extends HTMLElement {
  connectedCallback() {
    this.find();
    if (!this.points.length || this.line) return;
    this.line = make("p", { className: "walk-words", tabIndex: 0, textContent: say("walk") });
    const role = { role: "slider", "aria-label": this.dataset.label ?? "", "aria-valuemin": 1, "aria-valuemax": this.points.length };
    for (const [name, value] of Object.entries(role)) this.line.setAttribute(name, value);
    this.mark(this.points.length - 1, say("walk"));
    this.hear = make("button", { type: "button", className: "button second", textContent: say("listen") });
    this.hear.addEventListener("click", () => this.listen());
    this.append(make("div", { className: "walk" }, this.line, this.hear));
    this.line.addEventListener("keydown", (event) => this.key(event));
    this.line.addEventListener("focus", () => {
      this.find(); // the window may have changed between the wide and the phone picture
      this.go(this.at);
    });
    this.line.addEventListener("blur", () => this.ring?.remove());
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.stop?.());
    this.addEventListener("click", (event) => this.pointed(event));
  }

  disconnectedCallback() {
    this.stop?.();
  }

  async listen() {
    if (this.stop) return this.stop();
    this.find();
    const { play } = await import("./listen.js");
    this.hear.textContent = say("listenStop");
    this.stop = play(this.points, (point) => this.circle(point), () => {
      this.stop = null;
      this.ring?.remove();
      this.hear.textContent = say("listen");
    });
  }

  find() {
    const all = [...this.querySelectorAll(".c-point")].filter(wordsOf);
    const seen = all.filter((point) => point.closest("svg").getClientRects().length);
    this.points = seen.length ? seen : all;
  }

  mark(at, words) {
    this.at = at;
    this.line.setAttribute("aria-valuenow", at + 1);
    this.line.setAttribute("aria-valuetext", words);
    this.line.textContent = words;
  }

  go(at) {
    const to = Math.max(0, Math.min(this.points.length - 1, at));
    this.circle(this.points[to]);
    this.mark(to, say("walkAt", { words: wordsOf(this.points[to]), number: to + 1, count: this.points.length }));
  }

  circle(point) {
    this.ring ??= document.createElementNS(SVG, "circle");
    const look = { class: "c-walk", r: 8, cx: point.dataset.x, cy: point.dataset.y };
    for (const [name, value] of Object.entries(look)) this.ring.setAttribute(name, value);
    point.after(this.ring);
  }

  key(event) {
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, Home: -Infinity, End: Infinity, PageUp: 10, PageDown: -10 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    this.go(this.at + steps[event.key]);
  }

  pointed(event) {
    const point = event.target.closest?.(".c-point");
    if (point && this.points.includes(point)) this.go(this.points.indexOf(point));
  }
}

customElements.define("chart-walk", ChartWalk);
