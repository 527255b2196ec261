// A talk by a protocol: the minutes of this step, and news of the others. Without it the page works by its forms.

const POLL = 5000;
const root = document.querySelector("[data-run]");
const said = root?.querySelector("#said");
const timer = root?.querySelector("[data-left]");
const face = (seconds) => `${Math.floor(Math.abs(seconds) / 60)}:${String(Math.abs(seconds) % 60).padStart(2, "0")}`;

let at = Date.now();
let left = Number(timer?.dataset.left);

// Counted from the time of day of this device, so that a phone that slept is right when it wakes.
function draw() {
  const now = left - Math.floor((Date.now() - at) / 1000);
  const words = now < 0 ? timer.dataset.overWords : timer.dataset.leftWords;
  timer.textContent = words.replace("{time}", face(now));
}

function hear(news) {
  if (timer && news.left !== null) [at, left] = [Date.now(), news.left];
  if (news.stamp === root.dataset.stamp) return;
  if (said.value === said.defaultValue && document.activeElement !== said) location.reload();
  else root.querySelector("[data-news]").hidden = false; // what somebody has begun to write keeps the page where it is
}

async function look() {
  if (document.hidden || !navigator.onLine) return;
  try {
    const answer = await fetch(root.dataset.now, { headers: { Accept: "application/json" }, redirect: "error" });
    if (answer.ok) hear(await answer.json());
  } catch {
    return; // no connection: the minutes go on by themselves
  }
}

if (timer) {
  draw();
  setInterval(draw, 500);
}
if (root) {
  setInterval(look, POLL);
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", (event) => event.persisted && look());
}
