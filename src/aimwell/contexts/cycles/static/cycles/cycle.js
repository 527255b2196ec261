// The page of a cycle by keyboard: the next step has the focus, a letter picks a choice, and a result other than
// predicted opens its questions. Without this the page is the same, with a few more keys.
const there = document.getElementById(location.hash.slice(1));
const told = document.querySelector("[data-focus][role=status]:not([data-still] *)");
const next = document.querySelector("[data-go-on]");
if (there?.matches("input, textarea, select")) {
  there.focus();
} else if (told && next && !there && matchMedia("(pointer: fine)").matches) {
  const way = next.querySelector("input:not([type=hidden]), textarea, button") ?? next;
  told.id ||= "told";
  way.setAttribute("aria-describedby", `${told.id} ${way.getAttribute("aria-describedby") ?? ""}`.trim());
  way.focus();
}

document.addEventListener("keydown", (event) => {
  const radio = event.target;
  if (radio.type !== "radio" || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  const group = [...radio.form.elements].filter((one) => one.type === "radio" && one.name === radio.name);
  const named = group.filter((one) => one.labels[0]?.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
  if (!named.length) return;
  const picked = radio.checked ? named[(named.indexOf(radio) + 1) % named.length] : named[0];
  picked.focus();
  picked.click();
});

const study = document.querySelector("[data-study]");
const number = (text) => (text === "" || text === undefined ? null : Number(text));

function differs() {
  const { low, high, outOf, trend, happened } = study.dataset;
  const field = (name) => study.elements[name]?.value ?? "";
  if (trend) return field("result_trend") !== "" && field("result_trend") !== trend;
  if (happened) return field("result_happened") !== "" && field("result_happened") !== happened;
  let value = number(field("result"));
  if (value === null || low === undefined) return false;
  const [mine, whole] = [number(field("result_out_of")), number(outOf)];
  if (mine && whole) value *= whole / mine;
  return (low !== "" && value < Number(low) - 1e-9) || (high !== "" && value > Number(high) + 1e-9);
}

study?.addEventListener("change", (event) => {
  const questions = study.querySelector(".differs");
  if (event.target.name.startsWith("result") && differs()) questions.open = true;
});
