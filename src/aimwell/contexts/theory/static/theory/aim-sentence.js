// The sentence follows what is typed. The server writes it, so that there is one grammar only.
const form = document.getElementById("aim-form");
const words = document.getElementById("aim-sentence");
let timer = 0;
let asked = 0;

async function ask() {
  const mine = ++asked;
  const fields = new FormData(form);
  for (const name of ["csrfmiddlewaretoken", "key", "version"]) fields.delete(name);
  try {
    const answer = await fetch(`${form.dataset.sentence}?${new URLSearchParams(fields)}`);
    if (answer.ok && mine === asked) words.innerHTML = await answer.text();
  } catch {
    // Without a connection the sentence waits; the form still keeps its draft.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, 250);
});
