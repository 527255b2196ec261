// Translated words for scripts, written by the server into <script id="words">.
const holder = document.getElementById("words");
const table = holder ? JSON.parse(holder.textContent) : {};

export function say(key, values = {}) {
  return (table[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function clock(at = new Date()) {
  return at.toLocaleTimeString(document.documentElement.lang, { hour: "numeric", minute: "2-digit" });
}

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
