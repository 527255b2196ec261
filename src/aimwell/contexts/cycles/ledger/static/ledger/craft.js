// While a plan is typed, its habits are read again after each pause. Without this file they are as they were when the
// page came, and the page of the cycle tells them after the plan is kept.
const PAUSE = 700;

function follow(part) {
  const form = part.closest("form");
  let waiting;
  let asked = 0;

  async function read() {
    const turn = ++asked;
    try {
      const answer = await fetch(part.dataset.craft, { method: "POST", body: new FormData(form) });
      if (answer.ok && turn === asked) part.innerHTML = await answer.text();
    } catch {
      // Without a connection what stands there stays; nothing depends on it.
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, PAUSE);
  });
}

for (const part of document.querySelectorAll("details[data-craft]")) follow(part);
