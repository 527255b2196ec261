// <chart-walk>: one tab stop under a chart; arrow keys go from point to point and the words of the point are shown and read.
import { make, say } from "./words.js";

const wordsOf = (point) => point.dataset.words || point.getAttribute("aria-label") || point.querySelector("title")?.textContent || "";

class ChartWalk extends HTMLElement {
  connectedCallback() {
    this.points = [...this.querySelectorAll(".c-point")].filter(wordsOf);
    if (!this.points.length || this.line) return;
    this.line = make("p", { className: "walk-words", tabIndex: 0, textContent: say("walk") });
    const role = { role: "slider", "aria-label": this.dataset.label ?? "", "aria-valuemin": 1, "aria-valuemax": this.points.length };
    for (const [name, value] of Object.entries(role)) this.line.setAttribute(name, value);
    this.mark(this.points.length - 1, say("walk"));
    this.append(this.line);
    this.line.addEventListener("keydown", (event) => this.key(event));
    this.line.addEventListener("focus", () => this.go(this.at));
    this.line.addEventListener("blur", () => this.points[this.at].classList.remove("is-here"));
    this.addEventListener("click", (event) => this.pointed(event));
  }

  mark(at, words) {
    this.at = at;
    this.line.setAttribute("aria-valuenow", at + 1);
    this.line.setAttribute("aria-valuetext", words);
    this.line.textContent = words;
  }

  go(at) {
    this.points[this.at].classList.remove("is-here");
    const to = Math.max(0, Math.min(this.points.length - 1, at));
    this.points[to].classList.add("is-here");
    this.mark(to, say("walkAt", { words: wordsOf(this.points[to]), number: to + 1, count: this.points.length }));
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
