/* <source-picker>: a dialog in which sources are chosen for one marker, each with its place in the source. */

const PAUSE = 150; // ms after the last key

class SourcePicker extends HTMLElement {
  #cited = [];
  #shown = [];
  #at = 0;
  #here = [];
  #sequence = 0;
  #lookedFor = "";

  connectedCallback() {
    const part = (name) => this.querySelector(`[data-${name}]`);
    this.dialog = this.querySelector("dialog");
    this.input = this.querySelector("#picker-search");
    this.list = this.querySelector("#picker-results");
    Object.assign(this, {
      heading: part("heading"), none: part("none"), said: part("said"), adding: part("add"),
      chosen: part("chosen"), insert: part("insert"), live: part("live"),
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.#look(), PAUSE);
    });
    this.input.addEventListener("keydown", (event) => this.#onKey(event));
    this.list.addEventListener("click", (event) => this.#take(this.#shown[event.target.closest("li")?.dataset.at]));
    this.chosen.addEventListener("click", (event) => this.#onChosen(event));
    this.chosen.addEventListener("input", (event) => {
      this.#cited[event.target.closest("li").dataset.at].locator = event.target.value;
    });
    this.chosen.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      this.#finish();
    });
    this.insert.addEventListener("click", () => this.#finish());
    this.adding.addEventListener("click", () => this.#add());
    part("close").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.#answer?.(null));
    this.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  }

  #answer = null;

  /* Open with what a marker cites now; resolve to what it shall cite, or null where the dialog was only closed. */
  choose(cited) {
    this.#cited = cited.map((each) => ({ ...each }));
    this.input.value = "";
    this.querySelector("#picker-title").textContent = cited.length ? "Edit a citation" : "Add a citation";
    this.insert.textContent = cited.length ? "Change citation" : "Insert citation";
    this.#renderChosen();
    this.dialog.showModal();
    this.input.focus();
    this.#look();
    return new Promise((resolve) => {
      this.#answer = (answer) => {
        this.#answer = null;
        resolve(answer);
      };
    });
  }

  /* Tell which sources the text cites: they are offered first. */
  inArticle(sources) {
    this.#here = sources;
  }

  /* Return the library's sources for some words. */
  async search(words) {
    const response = await fetch(`${this.dataset.pick}?q=${encodeURIComponent(words)}`, {
      headers: { Accept: "application/json" },
    });
    return response.ok ? (await response.json()).results : [];
  }

  announce(said) {
    this.live.textContent = said;
  }

  async #look() {
    const words = this.input.value.trim();
    this.#sequence += 1;
    const sequence = this.#sequence;
    const found = await this.search(words);
    if (sequence !== this.#sequence) return;
    this.#lookedFor = words;
    const here = new Set(this.#here.map((each) => each.key));
    this.#shown = words ? found : [...this.#here, ...found.filter((each) => !here.has(each.key))];
    this.heading.textContent = words ? "In the library" : here.size ? "In this article, then the library" : "In the library";
    this.#at = 0;
    this.#renderResults(words);
  }

  #renderResults(words) {
    const cites = new Set(this.#here.map((each) => each.key));
    this.list.replaceChildren(
      ...this.#shown.map((source, at) => {
        const item = document.createElement("li");
        const where = [source.where, source.year, cites.has(source.key) && "in this article"].filter(Boolean);
        item.append(told("strong", source.name), " ", told("span", source.title), told("small", where.join(" · ")));
        item.id = `picker-result-${at}`;
        item.dataset.at = at;
        item.setAttribute("role", "option");
        return item;
      }),
    );
    this.list.hidden = !this.#shown.length;
    this.none.hidden = !words || this.#shown.length > 0;
    this.said.textContent = /\d{4}|10\.\d{4}/.test(words)
      ? "The library does not have it. It can be read as a reference."
      : "The library has nothing like it. Paste the whole reference to add it.";
    this.announce(`${this.#shown.length} sources.`);
    this.#mark();
  }

  #mark() {
    for (const item of this.list.children) item.setAttribute("aria-selected", Number(item.dataset.at) === this.#at);
    const active = this.list.children[this.#at];
    if (active) this.input.setAttribute("aria-activedescendant", active.id);
    else this.input.removeAttribute("aria-activedescendant");
    active?.scrollIntoView({ block: "nearest" });
  }

  async #onKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = this.#shown.length;
      if (count) this.#at = (this.#at + (event.key === "ArrowDown" ? 1 : -1) + count) % count;
      this.#mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!this.input.value.trim() && this.#cited.length) return this.#finish();
      // What was typed a moment ago is looked for first: Enter never takes what an older search has found.
      clearTimeout(this.timer);
      if (this.#lookedFor !== this.input.value.trim()) await this.#look();
      this.#take(this.#shown[this.#at]);
    }
    return undefined;
  }

  #take(source) {
    if (!source) return;
    let at = this.#cited.findIndex((each) => each.key === source.key);
    if (at < 0) at = this.#cited.push({ key: source.key, name: source.name, locator: "" }) - 1;
    this.input.value = "";
    this.#look();
    this.#renderChosen();
    this.chosen.querySelectorAll("input")[at].focus();
  }

  #renderChosen() {
    this.chosen.replaceChildren(
      ...this.#cited.map((cited, at) => {
        const item = document.createElement("li");
        item.dataset.at = at;
        const label = told("label", "");
        label.append(told("strong", cited.name), told("span", " Where in the source, if you know: p. 4"));
        const input = document.createElement("input");
        input.value = cited.locator;
        input.maxLength = 80;
        label.append(input);
        const remove = told("button", "Remove");
        remove.type = "button";
        remove.className = "small";
        remove.setAttribute("aria-label", `Remove ${cited.name}`);
        item.append(label, remove);
        return item;
      }),
    );
    this.chosen.closest("fieldset").hidden = !this.#cited.length;
    this.insert.setAttribute("aria-disabled", !this.#cited.length);
  }

  #onChosen(event) {
    if (event.target.tagName !== "BUTTON") return;
    this.#cited.splice(event.target.closest("li").dataset.at, 1);
    this.#renderChosen();
    this.input.focus();
  }

  /* Add what was pasted to the library, as it is read there, and choose it. */
  async #add() {
    const body = new FormData();
    body.set("pasted", this.input.value);
    const token = document.querySelector("#edit-form [name='csrfmiddlewaretoken']").value;
    const response = await fetch(this.dataset.add, {
      method: "POST", body, headers: { Accept: "application/json", "X-CSRFToken": token },
    });
    const added = response.headers.get("Content-Type")?.includes("json") ? await response.json() : {};
    if (!response.ok || !added.sources) {
      this.said.textContent = Object.values(added.errors ?? {}).flat().join(" ") || "It could not be added. Try again.";
      this.announce(this.said.textContent);
      return;
    }
    for (const source of added.sources) this.#take(source);
  }

  #finish() {
    if (!this.#cited.length) {
      this.announce("Choose a source first.");
      this.input.focus();
      return;
    }
    const answer = this.#answer;
    this.#answer = null;
    this.dialog.close();
    answer?.(this.#cited);
  }
}

function told(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

customElements.define("source-picker", SourcePicker);
