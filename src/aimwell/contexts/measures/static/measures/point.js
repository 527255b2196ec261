// On the chart of a measure: a click or a tap picks the nearest point, and so do the arrow keys of <chart-walk>.
// A link below the chart then leads to the page of that point; Enter on the chart follows it.
const way = document.querySelector("[data-point-url]");
const link = way?.querySelector("a");
const LEADS = ["click", "keyup", "focusin"];

function pointsOf(walk) {
  return [...walk.querySelectorAll(".c-point[data-date]")].filter((point) => point.getClientRects().length);
}

function offer(point) {
  if (!point) return;
  link.href = way.dataset.pointUrl.replace("DAY", point.dataset.date);
  link.querySelector("span").textContent = [point.dataset.when, point.dataset.value].filter(Boolean).join(", ");
  way.hidden = false;
}

function nearest(walk, x) {
  const middle = (point) => point.getBoundingClientRect().left + point.getBoundingClientRect().width / 2;
  return pointsOf(walk).reduce((best, point) => (best && Math.abs(middle(best) - x) <= Math.abs(middle(point) - x) ? best : point), null);
}

function walked(walk) {
  const slider = walk.querySelector("[role=slider]");
  return pointsOf(walk)[Number(slider?.getAttribute("aria-valuenow")) - 1];
}

function pick(event) {
  const walk = event.target.closest?.("chart-walk");
  if (!walk) return;
  if (event.type !== "click" || event.target.closest("[role=slider]")) return offer(walked(walk));
  if (!event.target.closest("svg")) return;
  const point = event.target.closest(".c-point") ?? nearest(walk, event.clientX);
  if (point && !event.target.closest(".c-point")) point.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  offer(point);
}

if (way) {
  for (const name of LEADS) document.addEventListener(name, pick);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches?.("chart-walk [role=slider]") && !way.hidden) link.click();
  });
}
