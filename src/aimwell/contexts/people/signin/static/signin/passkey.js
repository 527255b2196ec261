// Passkeys need a script. What offers them is hidden until this one runs in a browser that knows them.
const parts = document.querySelectorAll("[data-passkey]");
const note = document.querySelector("[data-passkey-note]");

if (window.PublicKeyCredential) {
  for (const part of parts) part.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault(); // the page says it; the console need not
  if (note) note.hidden = false;
});
