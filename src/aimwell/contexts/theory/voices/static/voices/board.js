// Number keys and arrows for one answer at a time; dragging and choosing on the whole board. Each move is one post;
// without this script the same forms are sent whole.
const uuid = () =>
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
    (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16),
  );
const typing = (event) =>
  event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog, [contenteditable]");

const one = document.querySelector("form[data-keys]");
if (one) {
  addEventListener("keydown", (event) => {
    if (typing(event) || event.repeat) return;
    const wanted = one.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!wanted) return;
    event.preventDefault();
    wanted.click();
  });
}

const board = document.querySelector("answer-board");
if (board) {
  const token = board.querySelector("[name=csrfmiddlewaretoken]").value;
  const said = board.querySelector("[data-said]");
  const placed = document.getElementById("placed");
  board.querySelector("[data-save]").hidden = true;
  let held = null;

  const recount = () => {
    for (const column of board.querySelectorAll(".column")) {
      column.querySelector("[data-count]").textContent = column.querySelectorAll("li").length;
    }
    const inGroups = board.querySelectorAll('.column:not([data-group=""]) li').length;
    placed.textContent = placed.textContent.replace(/\d+/, inGroups);
  };

  const lay = (item, group) => {
    board.querySelector(`.column[data-group="${group}"] ul`).append(item);
    item.querySelector("select").value = group;
    recount();
  };

  const move = async (item, group) => {
    const before = item.closest(".column").dataset.group;
    if (before === group) return;
    lay(item, group);
    const body = new URLSearchParams({ key: uuid(), [`place-${item.dataset.answer}`]: group });
    try {
      const answer = await fetch(board.dataset.place, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": token, Accept: "application/json" },
      });
      if (!answer.ok) throw new Error(answer.status);
      said.textContent = board.dataset.kept;
    } catch {
      lay(item, before);
      said.textContent = board.dataset.notKept;
    }
  };

  board.addEventListener("change", (event) => {
    const item = event.target.closest("li[data-answer]");
    if (!item) return;
    const chosen = event.target.value;
    event.target.value = item.closest(".column").dataset.group;
    move(item, chosen).then(() => event.target.focus());
  });
  for (const item of board.querySelectorAll("li[data-answer]")) item.draggable = true;
  board.addEventListener("dragstart", (event) => {
    held = event.target.closest("li[data-answer]");
    held?.classList.add("is-held");
  });
  board.addEventListener("dragend", () => {
    held?.classList.remove("is-held");
    board.querySelector(".is-over")?.classList.remove("is-over");
    held = null;
  });
  board.addEventListener("dragover", (event) => {
    const column = event.target.closest(".column");
    if (!held || !column) return;
    event.preventDefault();
    board.querySelector(".is-over")?.classList.remove("is-over");
    column.classList.add("is-over");
  });
  board.addEventListener("drop", (event) => {
    const column = event.target.closest(".column");
    if (!held || !column) return;
    event.preventDefault();
    move(held, column.dataset.group);
  });
}
