// Shows the picture that was chosen, before it is sent. Drawn on a canvas, so that no address of a picture is needed.
import { make } from "../ui/js/words.js";

const form = document.querySelector("[data-photo-form]");
const place = form?.querySelector("[data-preview]");

async function show(file) {
  place.replaceChildren();
  if (!file) return;
  try {
    const picture = await createImageBitmap(file, { resizeWidth: 480, resizeQuality: "medium" });
    const canvas = make("canvas", { width: picture.width, height: picture.height });
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", place.dataset.shows);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    place.append(canvas);
  } catch {
    // no picture that this browser can draw: the page says after sending what it is
  }
}

const input = form?.querySelector("input[type=file]");
input?.addEventListener("change", () => show(input.files[0]));
if (input?.files.length) show(input.files[0]); // chosen before this script was there, or kept by the back button
