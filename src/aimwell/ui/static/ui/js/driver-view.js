// How large a <driver-canvas> shows its drawing, and which part of it: buttons, keys, Ctrl and wheel, two fingers.
// Larger than its window it scrolls, so one finger pans. Size and place are kept while the tab is open.
const STEP = 1.25;
const [LEAST, MOST] = [0.25, 3];
const PAN = 80;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const make = (tag, props) => Object.assign(document.createElement(tag), props);

export class View {
  constructor(canvas) {
    this.canvas = canvas;
    this.svg = canvas.querySelector("svg");
    this.key = `map ${location.pathname}`;
    this.buttons();
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("touchstart", (event) => this.pinched(event), { passive: true });
    canvas.addEventListener("touchmove", (event) => this.pinch(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.grab(event));
    this.restore();
    canvas.addEventListener("scroll", () => this.keep(), { passive: true });
  }

  get size() {
    return this.svg.getBoundingClientRect().width / this.svg.viewBox.baseVal.width;
  }

  buttons() {
    const { zoomOut, zoomIn, fit, wide } = this.canvas.dataset;
    const bar = make("div", { className: "map-sizes" });
    const acts = [[zoomOut, "−", () => this.by(1 / STEP)], [zoomIn, "+", () => this.by(STEP)], [fit, fit, () => this.fit()], [wide, wide, () => this.usual()]];
    for (const [name, face, run] of acts) {
      const button = make("button", { type: "button", className: "link-button", textContent: face, title: name });
      button.setAttribute("aria-label", name);
      button.addEventListener("click", run);
      bar.append(button);
    }
    this.canvas.before(bar);
  }

  // Larger or smaller, with the point (x, y) of the window staying where it is.
  to(size, x, y) {
    const { canvas, svg } = this;
    const frame = canvas.getBoundingClientRect();
    const [atX, atY] = [x ?? frame.left + frame.width / 2, y ?? Math.max(frame.top, 0) + Math.min(frame.height, innerHeight) / 2];
    const before = svg.getBoundingClientRect();
    const [across, down] = [(atX - before.left) / before.width, (atY - before.top) / before.height];
    this.set(Math.min(MOST, Math.max(LEAST, size)));
    const after = svg.getBoundingClientRect();
    canvas.scrollLeft += after.left + across * after.width - atX;
    canvas.scrollTop += after.top + down * after.height - atY;
    this.keep();
  }

  by(factor, x, y) {
    this.to(this.size * factor, x, y);
  }

  fit() {
    const { width, height } = this.svg.viewBox.baseVal;
    const { paddingLeft, paddingRight } = getComputedStyle(this.canvas);
    const room = this.canvas.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    this.set(Math.min(room / width, (innerHeight * 0.8) / height));
    this.keep();
  }

  usual() {
    this.set(null);
    this.keep();
  }

  set(size) {
    this.chosen = size;
    this.canvas.classList.toggle("is-sized", size !== null);
    const { style, viewBox } = this.svg;
    style.width = size === null ? "" : `${size * viewBox.baseVal.width}px`;
    style.maxWidth = size === null ? "" : "none";
  }

  keep() {
    const { scrollLeft: left, scrollTop: top } = this.canvas;
    sessionStorage.setItem(this.key, JSON.stringify({ size: this.chosen ?? null, left, top }));
  }

  restore() {
    const kept = JSON.parse(sessionStorage.getItem(this.key) ?? "null");
    this.set(kept?.size ?? null);
    this.restored = kept !== null;
    if (kept) this.canvas.scrollTo(kept.left, kept.top);
  }

  // True where the key was meant for the view.
  press(event) {
    const arrow = event.shiftKey && ARROWS[event.key];
    if (arrow) this.canvas.scrollBy(arrow[0] * PAN, arrow[1] * PAN);
    else if (event.key === "+" || event.key === "=") this.by(STEP);
    else if (event.key === "-") this.by(1 / STEP);
    else if (event.key === "0") this.fit();
    else return false;
    return true;
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.by(event.deltaY < 0 ? 1.1 : 1 / 1.1, event.clientX, event.clientY);
  }

  pinched(event) {
    if (event.touches.length === 2) this.fingers = { apart: apart(event.touches), size: this.size };
  }

  pinch(event) {
    if (event.touches.length !== 2 || !this.fingers) return;
    event.preventDefault();
    const [one, two] = event.touches;
    const size = (this.fingers.size * apart(event.touches)) / this.fingers.apart;
    this.to(size, (one.clientX + two.clientX) / 2, (one.clientY + two.clientY) / 2);
  }

  // The empty ground between the parts is dragged with the mouse; a finger scrolls by itself.
  grab(event) {
    if (event.button || event.pointerType !== "mouse" || event.target.closest("[data-node], [data-bone]")) return;
    const stop = new AbortController();
    let { clientX: x, clientY: y } = event;
    event.preventDefault();
    this.canvas.classList.add("is-panned");
    addEventListener("pointermove", (move) => {
      this.canvas.scrollBy(x - move.clientX, y - move.clientY);
      [x, y] = [move.clientX, move.clientY];
    }, { signal: stop.signal });
    addEventListener("pointerup", () => (stop.abort(), this.canvas.classList.remove("is-panned")), { signal: stop.signal });
  }
}

const apart = ([one, two]) => Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
