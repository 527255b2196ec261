// Says when the connection is gone, and keeps a form from being sent into nothing.
import { clock, make, say } from "./words.js";

const place = document.querySelector("[data-banners]");

function show(look, title, more) {
  const words = make("p", {}, make("strong", { textContent: title }), ` ${more}`);
  const banner = make("div", { className: look ? "banner look" : "banner" }, words);
  banner.setAttribute("role", "status");
  place?.replaceChildren(banner);
  return banner;
}

const lost = () => show(true, say("offline", { time: clock() }), say("offlineMore"));

addEventListener("offline", lost);
addEventListener("online", () => show(false, say("online"), say("onlineMore")));
document.addEventListener(
  "submit",
  (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    lost().scrollIntoView({ block: "center" });
  },
  true,
);
if (!navigator.onLine) lost();
