// form[data-draft="name"]: what is typed is kept on this device until the server has taken it.
import { asServed, current, first, same, write } from "./fields.js";
import { clock, make, say } from "./words.js";

const person = document.body.dataset.person ?? "";
const keyOf = (form) => `aimwell:draft:${person}:${form.dataset.draft}`;
const sentKey = "aimwell:sent";

function store(run) {
  try {
    return run();
  } catch {
    return null; // storage is off or full: typing goes on without drafts
  }
}

const load = (key) => store(() => JSON.parse(localStorage.getItem(key)));
const drop = (key) => store(() => localStorage.removeItem(key));

function note(form) {
  const holder = form.querySelector("[data-draft-note]") ?? form.querySelector(".kept[data-made]");
  if (holder) return holder;
  const made = make("p", { className: "kept" });
  made.dataset.made = "";
  const fields = form.querySelectorAll(".field");
  if (fields.length) fields[fields.length - 1].append(made);
  else form.append(made);
  return made;
}

function showKept(form, at, discardable) {
  const line = note(form);
  line.setAttribute("role", "status");
  line.replaceChildren(say("kept", { time: clock(new Date(at)) }));
  if (!discardable) return;
  const button = make("button", { type: "button", className: "link-button", textContent: say("discard") });
  button.addEventListener("click", () => {
    drop(keyOf(form));
    form.reset();
    line.replaceChildren();
  });
  line.append(" ", button);
}

function keep(form) {
  const served = asServed(form);
  const changed = Object.entries(current(form)).filter(([name, values]) => !same(values, served[name]));
  if (!changed.length) return drop(keyOf(form));
  const at = Date.now();
  const fields = Object.fromEntries(changed.map(([name, values]) => [name, { values, base: served[name] }]));
  const done = store(() => (localStorage.setItem(keyOf(form), JSON.stringify({ at, fields })), true));
  if (done) showKept(form, at, false);
}

function restore(form) {
  const draft = load(keyOf(form));
  if (!draft || form.querySelector(".ask-list, .asks")) return; // a form that came back already holds the newest words
  const served = asServed(form);
  for (const [name, { values, base }] of Object.entries(draft.fields)) {
    const field = first(form, name);
    if (!field) continue;
    if (same(base, served[name])) write(form, name, values);
    else field.after(make("p", { className: "kept", textContent: `${say("kept", { time: clock(new Date(draft.at)) })}: ${values.join(", ")}` }));
  }
  showKept(form, draft.at, true);
}

function clearTaken() {
  const sent = store(() => JSON.parse(sessionStorage.getItem(sentKey)));
  if (!sent) return;
  store(() => sessionStorage.removeItem(sentKey));
  const [visit] = performance.getEntriesByType("navigation");
  const taken = visit?.type === "navigate" && visit.redirectCount > 0 && (visit.responseStatus ?? 200) < 400;
  if (taken) drop(sent); // a post that was taken always answers with a redirect
}

function watch(form) {
  let timer = 0;
  const now = () => {
    clearTimeout(timer);
    timer = 0;
    keep(form);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, 1000);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => {
    now();
    store(() => sessionStorage.setItem(sentKey, JSON.stringify(keyOf(form))));
  });
  form.addEventListener("htmx:afterRequest", (event) => event.detail.successful && (clearTimeout(timer), drop(keyOf(form))));
  addEventListener("pagehide", () => timer && now());
  document.addEventListener("visibilitychange", () => document.hidden && timer && now());
}

clearTaken();
for (const form of document.querySelectorAll("form[data-draft]")) {
  restore(form);
  watch(form);
}
