// A short line with Undo, for acts that do not load a new page. Stays while it is pointed at or has focus.
import { make, say } from "./words.js";

const STAY = 10000;
const place = document.querySelector("[data-toasts]");

function undoForm(address) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const field = (name, value) => make("input", { type: "hidden", name, value });
  const button = make("button", { className: "link-button", textContent: say("undo") });
  const form = make("form", { method: "post", action: address }, field("csrfmiddlewaretoken", token), button);
  form.prepend(field("key", crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`));
  return form;
}

export function toast(words, { undo = "" } = {}) {
  const line = make("div", { className: "toast" }, make("span", { textContent: words }));
  if (undo) line.append(undoForm(undo));
  place?.append(line);
  const leave = () => (line.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : line.remove());
  setTimeout(leave, STAY);
}

document.addEventListener("aimwell:toast", ({ detail }) => toast(detail.words, detail));
