// A page that stays open asks every few seconds for one word. When the word is new, what lies in [data-live] is fetched
// again, unless somebody is writing or has something open there: then a line offers to show it. Without this file the
// page is as it was when it came.
import { make } from "../ui/js/words.js";

const EVERY = 4000;
const news = document.querySelector("[data-live-news]");
let known = news?.dataset.stamp;

const busy = (part) =>
  part.contains(document.activeElement) || [...part.querySelectorAll("details[open], .cause-open")].length > 0;

async function fresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!other || other.innerHTML === part.innerHTML) continue;
    if (busy(part)) offer();
    else part.replaceWith(document.adoptNode(other));
  }
}

function offer() {
  if (!news.hidden) return;
  const button = make("button", { type: "button", className: "link-button", textContent: news.dataset.show });
  button.addEventListener("click", () => location.reload());
  news.hidden = false;
  news.replaceChildren(`${news.dataset.words} `, button);
}

async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch(news.dataset.url);
    const stamp = answer.ok ? await answer.text() : known;
    if (stamp === known) return;
    const before = known;
    known = stamp;
    if ("reload" in news.dataset && before.split("-")[0] !== stamp.split("-")[0]) offer();
    else await fresh().catch(() => (known = before)); // the connection went: the next turn asks again
  } catch {
    // Without a connection the page stays as it is.
  }
}

if (news) setInterval(ask, EVERY);
