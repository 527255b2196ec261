// <time-slider>: a slider over the days that its links name. Without this file the links do the same.
class TimeSlider extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll("a[data-day]")];
    if (this.links.length < 2) return;
    const label = document.createElement("label");
    label.textContent = this.dataset.label;
    this.input = label.appendChild(document.createElement("input"));
    Object.assign(this.input, { type: "range", min: 0, max: this.links.length - 1, step: 1 });
    this.prepend(label);
    const here = this.links.findIndex((link) => link.hasAttribute("aria-current"));
    this.input.value = here < 0 ? this.links.length - 1 : here;
    this.tell();
    this.input.addEventListener("input", () => {
      this.tell();
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.show(), 150);
    });
  }

  get link() {
    return this.links[Number(this.input.value)];
  }

  tell() {
    this.input.setAttribute("aria-valuetext", this.link.textContent);
    for (const link of this.links) link.toggleAttribute("aria-current", link === this.link);
    this.link.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  async show() {
    const asked = this.link;
    const answer = await fetch(asked.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || asked !== this.link) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["map", "days"]) document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
    history.replaceState(null, "", asked.href);
  }
}

customElements.define("time-slider", TimeSlider);
