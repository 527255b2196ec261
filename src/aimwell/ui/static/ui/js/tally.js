// <tally-pad>: counting in class. Every tap is kept on this device with its own key before it is sent.
import { keep, uuid } from "./outbox.js";

const fresh = () => ({ key: uuid(), taps: [], finished: false });

class TallyPad extends HTMLElement {
  connectedCallback() {
    this.name = `aimwell:tally:${this.dataset.person}:${this.dataset.cycle}`;
    this.state = this.load();
    this.form = this.querySelector("[data-setup]");
    for (const field of ["place", "expected"]) if (this.state[field]) this.form.elements[field].value = this.state[field];
    this.querySelectorAll("[data-with-script]").forEach((part) => (part.hidden = false));
    this.querySelectorAll("[data-without-script]").forEach((part) => part.remove());
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-act]")?.dataset.act));
    this.addEventListener("change", () => this.setup());
    this.addEventListener("keydown", (event) => this.key(event));
    this.draw();
  }

  load() {
    try {
      return JSON.parse(localStorage.getItem(this.name)) ?? fresh();
    } catch {
      return fresh();
    }
  }

  store() {
    try {
      localStorage.setItem(this.name, JSON.stringify(this.state));
    } catch {
      return; // counting goes on in memory
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.name);
    } catch {
      return;
    }
  }

  setup() {
    for (const field of ["place", "expected"]) this.state[field] = this.form.elements[field].value;
    this.store();
    this.draw();
  }

  fields(more = {}) {
    const { key, place = "", expected = "" } = this.state;
    return { key, place, expected, happened_on: this.dataset.today, ...more };
  }

  send(item, fields = {}) {
    return keep({ url: this.dataset.url, fields: this.fields(fields), ...item });
  }

  press(act) {
    if (act === "yes" || act === "no") this.tap(act === "yes");
    else if (act === "undo") this.undo();
    else if (act === "finish") this.finish();
  }

  key(event) {
    if (event.target.closest("input, textarea") || event.key !== "Backspace") return;
    event.preventDefault();
    this.undo();
  }

  tap(yes) {
    const tap = { key: uuid(), yes, at: new Date().toISOString() };
    this.state.taps.push(tap);
    this.store();
    this.draw();
    this.send({ kind: "tap", tap });
  }

  undo() {
    const last = this.state.taps.findLast((tap) => !tap.undone);
    if (!last) return;
    last.undone = true;
    this.store();
    this.draw();
    this.send({ kind: "act", tap: { ...last } });
  }

  async finish() {
    this.state.finished = true;
    this.store();
    this.uncover();
    const sent = this.send({ kind: "act" }, { finish: "1" });
    this.forget();
    const answer = await sent;
    if (answer?.ok && answer.next) location.assign(answer.next);
  }

  uncover() {
    this.querySelectorAll("[data-counting]").forEach((part) => (part.hidden = true));
    const cover = this.querySelector("[data-uncovered]");
    cover.hidden = false;
    cover.querySelector("[data-focus-here]")?.focus();
  }

  draw() {
    const standing = this.state.taps.filter((tap) => !tap.undone);
    const yes = standing.filter((tap) => tap.yes).length;
    for (const part of this.querySelectorAll("[data-yes]")) part.textContent = yes;
    for (const part of this.querySelectorAll("[data-heard]")) part.textContent = standing.length;
    const of = this.querySelector("[data-of]");
    if (of) of.textContent = this.state.expected ? this.dataset.of.replace("{n}", this.state.expected) : this.dataset.ofNone;
    this.querySelector("[data-said]").textContent = this.dataset.said.replace("{yes}", yes).replace("{heard}", standing.length);
  }
}

customElements.define("tally-pad", TallyPad);
