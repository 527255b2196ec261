// The one screen of a meeting: the clock, the keys, and news of the others. Without it the page works by its forms.

const POLL = 5000;
const root = document.querySelector("[data-huddle]");

const face = (seconds) => `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;
const writing = (target) => target?.closest?.("input, textarea, select, button, a, summary, [contenteditable]");

// What somebody has begun to write, and not yet sent, keeps the page where it is.
function begun() {
  const fields = [...root.querySelectorAll("textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])")];
  return fields.some((field) => field.value !== field.defaultValue) || document.activeElement?.matches("textarea, input[type=text]");
}

class HuddleClock extends HTMLElement {
  connectedCallback() {
    this.set({ left: Number(this.dataset.left), leftAll: Number(this.dataset.leftAll), resting: this.dataset.resting === "1" });
    this.timer = setInterval(() => this.draw(), 500);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  // Counted from the time of day of this device, so that a phone that slept is right when it wakes.
  set({ left, leftAll, resting }) {
    this.at = Date.now();
    Object.assign(this, { left, leftAll, resting });
    this.draw();
  }

  since() {
    return this.resting ? 0 : Math.floor((Date.now() - this.at) / 1000);
  }

  draw() {
    const { wordsLeft, wordsOver, wordsAll, wordsAllOver, wordsRest } = this.dataset;
    const [left, all] = [this.left - this.since(), this.leftAll - this.since()];
    this.querySelector("[data-face]").textContent = face(left);
    this.querySelector("[data-about]").textContent = this.resting ? wordsRest : left < 0 ? wordsOver : wordsLeft;
    this.querySelector("[data-all]").textContent = (all < 0 ? wordsAllOver : wordsAll).replace("{time}", face(all));
    const bar = this.querySelector("[data-current]");
    const whole = Number(bar.dataset.minutes) * 60;
    bar.setAttribute("width", (Number(bar.dataset.width) * Math.min(1, Math.max(0, (whole - left) / whole))).toFixed(1));
    this.silence();
  }

  silence() {
    const line = root.querySelector("[data-silence]");
    if (!line) return;
    const left = Math.max(0, Number(line.dataset.silence) - this.since());
    line.textContent = left ? line.dataset.words.replace("{time}", face(left)) : line.dataset.wordsUp;
    if (!left && !begun() && navigator.onLine) reload();
  }
}

let leaving = false;
function reload() {
  if (leaving) return;
  leaving = true;
  location.reload();
}

async function look() {
  if (document.hidden || !navigator.onLine || leaving) return;
  try {
    const answer = await fetch(root.dataset.now, { headers: { Accept: "application/json" }, redirect: "error" });
    if (answer.ok) hear(await answer.json());
  } catch {
    return; // no connection: the clock goes on by itself
  }
}

function hear(news) {
  const clock = root.querySelector("huddle-clock");
  if (!clock) return news.stamp === root.dataset.stamp ? undefined : reload();
  const line = root.querySelector("[data-silence]");
  if (line && news.silenceLeft !== null) line.dataset.silence = news.silenceLeft;
  clock.set(news);
  const written = root.querySelector("[data-written]");
  if (written && news.written && written.textContent !== news.written) written.textContent = news.written;
  if (news.stamp !== root.dataset.stamp && !begun()) reload();
}

const SWITCH = "aimwell:huddle-keys";
const keysOn = () => localStorage.getItem(SWITCH) !== "off";

function showKeys() {
  const note = root.querySelector("[data-keys]");
  if (!note) return;
  note.hidden = false;
  const button = note.querySelector("[data-keys-switch]");
  const draw = () => {
    button.setAttribute("aria-pressed", String(keysOn()));
    button.textContent = keysOn() ? button.dataset.off : button.dataset.on;
  };
  button.addEventListener("click", () => {
    localStorage.setItem(SWITCH, keysOn() ? "off" : "on");
    draw();
  });
  draw();
}

function go(selector) {
  const there = root.querySelector(selector);
  if (there?.matches("a")) there.click();
  else there?.requestSubmit();
}

function choose(place) {
  const option = root.querySelectorAll("[data-choose] [name=decision]")[place - 1];
  if (!option) return;
  option.click();
  root.querySelector("[data-choose] [name=decision_reason]").focus();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || !keysOn()) return;
  const acts = {
    " ": () => go("[data-rest]"),
    n: () => go("[data-onward]"),
    N: () => go("[data-onward]"),
    ArrowRight: () => go("[data-onward]"),
    ArrowLeft: () => go("[data-backward]"),
    Enter: () => root.querySelector("[data-part] :is(textarea, input:not([type=hidden]):not([type=radio]), select)")?.focus(),
  };
  const act = /^[1-5]$/.test(event.key) ? () => choose(Number(event.key)) : acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// Whatever is selected of the notes marks the sentences it touches; the boxes do the same without a mouse.
function mark() {
  const chosen = document.getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return;
  for (const label of document.querySelectorAll("[data-sentence]")) {
    if (chosen.containsNode(label, true)) label.querySelector("input").checked = true;
  }
}

if (document.querySelector("[data-notes]")) document.addEventListener("selectionchange", mark);

if (root) {
  customElements.define("huddle-clock", HuddleClock);
  showKeys();
  document.addEventListener("keydown", press);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  addEventListener("pageshow", (event) => event.persisted && look());
  setInterval(look, POLL);
}
