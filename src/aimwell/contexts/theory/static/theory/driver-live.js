// Two people on one map. While the page is looked at it asks every few seconds whether the theory moved; then the map,
// the outline and the lists are drawn anew in place. What somebody is writing stays, and so does where they are.
const EVERY = 4000;
const PARTS = [".map-side", ".below-map", "#set-aside"];
const words = document.querySelector("[data-live-words]");
let asking = false;

const side = () => document.querySelector("[data-live]");
const busy = () => document.hidden || document.querySelector("dialog[open], driver-canvas.is-busy, form[data-sending]");

async function look() {
  const here = side();
  if (!here || asking || busy()) return;
  asking = true;
  try {
    const answer = await fetch(`${here.dataset.live}?since=${here.dataset.stamp}`);
    if (answer.status !== 200) return;
    const { stamp, said } = await answer.json();
    const page = await fetch(location.href);
    if (!page.ok) return;
    const kept = swap(new DOMParser().parseFromString(await page.text(), "text/html"));
    if (side()) side().dataset.stamp = Math.max(stamp, side().dataset.stamp);
    if (said.length) words.textContent = [...said, kept ? words.dataset.here : ""].join(" ");
  } catch {
    // away from the network: the next turn asks again
  } finally {
    asking = false;
  }
}

// Puts the new pieces in; true where the panel was left alone because somebody writes in it.
function swap(fresh) {
  if (!fresh.querySelector("[data-live]")) return location.reload();
  const focus = where(document.activeElement);
  fresh.querySelector("driver-canvas")?.setAttribute("data-swapped", "");
  for (const part of PARTS) put(document.querySelector(part), fresh.querySelector(part));
  const panel = document.getElementById("panel");
  const kept = writing(panel);
  if (!kept) put(panel, fresh.getElementById("panel"));
  if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  return kept;
}

function put(old, fresh) {
  if (old && fresh) old.replaceWith(document.adoptNode(fresh));
}

// A selector for the place of the focus, where that is about to be drawn anew.
function where(at) {
  const node = at?.closest?.("[data-node]")?.dataset.node;
  if (node) return `driver-canvas [data-node="${CSS.escape(node)}"] a`;
  const href = at?.closest?.(".theory-outline a")?.getAttribute("href");
  return href ? `.theory-outline a[href="${CSS.escape(href)}"]` : "";
}

function writing(panel) {
  if (panel.contains(document.activeElement) || panel.querySelector("details[open]")) return true;
  return [...panel.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
}

if (side()) {
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
