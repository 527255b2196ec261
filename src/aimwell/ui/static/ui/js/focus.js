// After an act the reader stands at the line that says what happened, or at the list of what is asked for.
const line = document.querySelector("[data-focus]:not([data-still] *)");
if (line) line.focus({ preventScroll: false });

for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
}
