// Posts that wait on this device until there is a connection. Each has its own key, so the server counts it once
// however often it is sent. form[data-outbox] goes this way; so do the taps of a tally.
import { write } from "./fields.js";
import { clock, make } from "./words.js";

const holder = document.getElementById("outbox");
const { person = document.body.dataset.person ?? "", words = {}, show: showUrl = "" } = holder ? JSON.parse(holder.textContent) : {};
const KEY = `aimwell:outbox:${person}`;
const BATCH = 200;
const RETRY = 15000;

let since = null; // when the connection was last seen to be gone
let signedOut = false;
let arrived = { tap: 0, note: 0 };
const answers = new Map();
let memory = []; // stands in where storage is off or full

function load() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? memory;
  } catch {
    return memory;
  }
}

function save(items) {
  memory = items;
  try {
    if (items.length) localStorage.setItem(KEY, JSON.stringify(items));
    else localStorage.removeItem(KEY);
  } catch {
    return; // the page still holds them in memory
  }
}

export const uuid = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
    (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16),
  );

/** Keep one post and try to send it. `item`: {kind: "tap" | "note" | "act", url, fields, tap?}.
 * Resolves to the server's answer to this very post, or to null while it waits. */
export async function keep(item) {
  const id = uuid();
  save([...load(), { id, ...item }]);
  await flush();
  const answer = answers.get(id) ?? null; // it may have gone out with a batch that was already on its way
  answers.delete(id);
  return answer;
}

const waiting = () => load().filter((item) => !item.refused);
const isBatch = (head) => (item) => item.tap && head.tap && item.url === head.url && item.fields.key === head.fields.key;

function nextBatch() {
  const items = waiting();
  if (!items.length) return [];
  if (!items[0].tap) return [items[0]];
  const end = items.findIndex((item) => !isBatch(items[0])(item));
  return items.slice(0, Math.min(BATCH, end < 0 ? items.length : end));
}

function bodyOf(batch) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(batch[0].fields)) body.append(name, value);
  if (batch[0].tap) body.append("taps", JSON.stringify(batch.map((item) => item.tap)));
  return body;
}

const cookie = (name) => document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.split("=")[1];

// The token of the page may be older than the sign-in; the cookie never is.
const token = () => cookie("csrftoken") ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";

function post(batch) {
  const headers = { "X-CSRFToken": token(), "X-Outbox": "1", Accept: "application/json" };
  return fetch(batch[0].url, { method: "POST", body: bodyOf(batch), headers, redirect: "manual" });
}

function settle(batch, refused) {
  const ids = new Set(batch.map((item) => item.id));
  const rest = load();
  if (refused) save(rest.map((item) => (ids.has(item.id) ? { ...item, refused } : item)));
  else save(rest.filter((item) => !ids.has(item.id)));
}

function counted(items) {
  return { tap: items.filter((item) => item.kind === "tap").length, note: items.filter((item) => item.kind === "note").length };
}

async function sendOne(batch) {
  const waited = since !== null; // what went out at once needs no mention later
  const answer = await post(batch);
  signedOut = answer.type === "opaqueredirect" || answer.status === 401;
  if (signedOut || answer.status >= 500) return null;
  const said = (answer.headers.get("Content-Type") ?? "").includes("json") ? await answer.json() : {};
  if (answer.status === 403 && !said.words) signedOut = true; // the token was refused: the page must be loaded afresh
  if (signedOut) return null;
  settle(batch, answer.ok ? "" : said.words || words.refused);
  if (answer.ok && waited) for (const kind of ["tap", "note"]) arrived[kind] += counted(batch)[kind];
  const heard = { ok: answer.ok, ...said };
  for (const item of batch) answers.set(item.id, heard);
  return heard;
}

async function sendAll() {
  let last = null;
  for (let batch = nextBatch(); batch.length; batch = nextBatch()) {
    try {
      last = await sendOne(batch);
    } catch {
      since ??= new Date();
      last = null;
    }
    if (!last) break;
    if (since && !waiting().length) back();
    if (last.ok) document.dispatchEvent(new CustomEvent("aimwell:arrived", { detail: { batch, ...last } }));
  }
  return last;
}

let running = Promise.resolve(null);

/** Send what waits, one after the other; two tabs take turns. */
export function flush() {
  if (!navigator.onLine) since ??= new Date();
  running = running.then(() => {
    if (!navigator.onLine || !waiting().length) return null;
    return navigator.locks ? navigator.locks.request(KEY, sendAll) : sendAll();
  });
  running.then(show);
  return running;
}

const many = (n, one, more) => (n === 1 ? one : more.replace("{n}", n));

function inWords({ tap, note }) {
  const parts = [];
  if (tap) parts.push(many(tap, words.tap, words.taps));
  if (note) parts.push(many(note, words.note, words.notes));
  return parts.join(` ${words.and} `);
}

// "1 note is safe", "4 taps and 1 note are safe".
function told(key, counts) {
  const sentence = counts.tap + counts.note === 1 ? words[`${key}One`] : words[key];
  return sentence.replace("{what}", inWords(counts));
}

function banner(look, title, ...more) {
  const line = make("p", {}, make("strong", { textContent: title }), " ", ...more);
  const box = make("div", { className: look ? "banner look" : "banner" }, line);
  box.setAttribute("role", "status");
  return box;
}

const place = document.querySelector("[data-banners]");
let doneBanner = null;

function back() {
  const all = inWords(arrived);
  const link = all && showUrl ? make("a", { href: showUrl, textContent: words.show }) : "";
  if (link) link.addEventListener("click", () => setTimeout(() => location.reload()));
  doneBanner = banner(false, words.back, all ? told("arrived", arrived) : "", " ", link);
  since = null;
  arrived = { tap: 0, note: 0 };
}

function refusedBanner(item) {
  const drop = make("button", { type: "button", className: "link-button", textContent: words.drop });
  drop.addEventListener("click", () => {
    save(load().filter((one) => one.id !== item.id));
    show();
  });
  return banner(true, words.notTaken, item.refused, " ", make("q", { textContent: item.fields.text ?? "" }), " ", drop);
}

function show() {
  if (!place || !holder) return;
  const left = waiting();
  const shown = load().filter((item) => item.refused && item.fields.text).map(refusedBanner);
  const what = inWords(counted(left));
  if (signedOut && left.length) shown.push(banner(true, words.signIn, what ? told("safe", counted(left)) : ""));
  else if (since && what) shown.push(banner(true, words.gone.replace("{time}", clock(since)), told("safe", counted(left))));
  else if (since && !navigator.onLine) shown.push(banner(true, words.gone.replace("{time}", clock(since)), words.goOn));
  else if (doneBanner) shown.push(doneBanner);
  place.replaceChildren(...shown);
}

function fieldsOf(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
}

// A kept note leaves the form empty and ready for the next one, with a new key; its draft goes too.
function renew(form) {
  form.reset();
  if (form.elements.key) form.elements.key.value = uuid();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function giveBack(form, fields) {
  if (form.elements.key) form.elements.key.value = fields.key;
  for (const [name, value] of Object.entries(fields)) write(form, name, [value]);
}

function goTo(address) {
  const there = new URL(address, location.href);
  const same = there.pathname === location.pathname;
  location.assign(there);
  if (same) location.reload();
}

async function take(form) {
  if (!form.reportValidity()) return;
  const fields = fieldsOf(form);
  const kept = keep({ kind: form.dataset.outbox || "note", url: form.action, fields });
  renew(form);
  const answer = await kept;
  if (!answer) return form.querySelector("textarea, input:not([type=hidden])")?.focus();
  if (answer.ok) return "stay" in form.dataset ? form.querySelector("[data-taken]")?.removeAttribute("hidden") : goTo(answer.next);
  save(load().filter((item) => item.fields.key !== fields.key));
  giveBack(form, fields);
  form.submit(); // the server shows the form again with what it asks for
}

// On window, so that it comes before the general offline notice, which would hold the form back.
addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches("form[data-outbox]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    take(event.target);
  },
  true,
);
addEventListener("online", () => {
  if (!waiting().length) back();
  flush();
});
addEventListener("offline", () => {
  since = new Date();
  doneBanner = null;
  setTimeout(show);
});
setInterval(() => waiting().length && flush(), RETRY);
if (waiting().length) since = new Date(); // kept on an earlier visit: say when it has arrived
if (waiting().length || !navigator.onLine) flush();
else show();
