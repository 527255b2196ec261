// A form is sent once: its button says so, keeps its width, and a second press does nothing.
import { say } from "./words.js";

const WAIT = 20000; // a download leaves the page standing; then the button must come back
const rest = new Map();

function start(form, button) {
  form.dataset.sending = "";
  if (!button?.classList.contains("button")) return;
  rest.set(form, { button, words: button.textContent });
  button.style.minWidth = `${button.getBoundingClientRect().width}px`;
  button.setAttribute("aria-busy", "true");
  button.textContent = button.dataset.busy || say("saving");
}

function stop(form) {
  delete form.dataset.sending;
  const kept = rest.get(form);
  if (!kept) return;
  kept.button.removeAttribute("aria-busy");
  kept.button.textContent = kept.words;
  kept.button.style.minWidth = "";
  rest.delete(form);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.target === "_blank") return;
  if ("sending" in form.dataset) return event.preventDefault();
  start(form, event.submitter);
  setTimeout(() => stop(form), WAIT);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) stop(form);
});
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) stop(form);
});
