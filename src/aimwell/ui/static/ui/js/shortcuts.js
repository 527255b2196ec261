// Question mark lists the keys; Control or Command with Enter presses the form's main button.
import { make, say } from "./words.js";

let dialog = null;

function keys() {
  const lines = ["keysSubmit", "keysHelp", "keysEscape"];
  if (document.querySelector("chart-walk")) lines.push("keysWalk");
  return lines.map((key) => make("li", { textContent: say(key) }));
}

function open() {
  dialog?.remove();
  const title = make("h2", { id: "keys-title", tabIndex: -1, textContent: say("keys") });
  const close = make("button", { className: "button second", textContent: say("close") });
  const form = make("form", { method: "dialog", className: "actions" }, close);
  dialog = make("dialog", {}, title, make("ul", {}, ...keys()), form);
  dialog.setAttribute("aria-labelledby", "keys-title");
  document.body.append(dialog);
  dialog.showModal();
  title.focus();
}

const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.("form");
    const main = form?.querySelector(".button[type=submit]:not(.second), button.button:not(.second, [type=button])");
    if (main) form.requestSubmit(main);
  } else if (event.key === "?" && !typing(event.target)) {
    open();
  }
});
