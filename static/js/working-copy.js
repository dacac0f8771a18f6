/* <working-copy>: keeps what is typed on the server as it is typed, and saves without leaving the page. */

const PAUSE = 1500; // ms after the last change
const LONGEST_WAIT = 60_000; // ms between two tries

class WorkingCopy extends HTMLElement {
  #kept = "";
  #filed = "";
  #wait = PAUSE;
  #keeping = false;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.state = this.querySelector("[data-state]");
    this.form.addEventListener("input", () => this.#later());
    this.form.addEventListener("submit", (event) => this.#onSubmit(event));
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || event.shiftKey) return;
      event.preventDefault();
      this.save();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.#typed() !== this.#kept || this.#rest() !== this.#filed) event.preventDefault();
    });
    this.#kept = this.#typed();
    this.#filed = this.#rest();
    if (!window.CKEDITOR) return;
    CKEDITOR.on("instanceReady", ({ editor }) => this.#attach(editor));
    for (const editor of Object.values(CKEDITOR.instances)) if (editor.status === "ready") this.#attach(editor);
  }

  #attach(editor) {
    if (this.editor) return;
    this.editor = editor;
    this.#kept = this.#typed();
    editor.on("change", () => this.#later());
    editor.on("citation:save", () => this.save());
  }

  #field(name) {
    return this.form.elements[name];
  }

  /* What is typed, as the server is sent it. */
  #typed() {
    const told = Object.fromEntries(["title", "standfirst", "language"].map((name) => [name, this.#field(name).value]));
    return JSON.stringify({ ...told, body: this.editor ? this.editor.getData() : this.#field("body").value });
  }

  /* What goes with the text and is not kept by itself: topics, contributors. */
  #rest() {
    const fields = [...new FormData(this.form)].filter(([name]) => name === "topics" || name.startsWith("bylines-"));
    return JSON.stringify(fields);
  }

  #later(wait = PAUSE) {
    if (this.#rest() !== this.#filed) this.#say("Not saved");
    if (this.#typed() === this.#kept) return;
    this.#say("Not saved");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), wait);
  }

  /* Send the working copy; one at a time, and again later where it does not arrive. */
  async keep() {
    if (this.#keeping) return this.#later();
    this.#keeping = true;
    const typed = this.#typed();
    this.#say("Keeping…");
    try {
      const response = await fetch(this.dataset.keep, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": this.#token.value, Accept: "application/json" },
        body: JSON.stringify({ ...JSON.parse(typed), seen: this.#field("seen").value }),
      });
      if (response.redirected || response.status === 403) return await this.#signedOut();
      const told = await response.json();
      if (told.error) return this.#say(`Not kept: ${told.error}`);
      if (!response.ok) throw new Error(response.statusText);
      this.#kept = typed;
      this.#wait = PAUSE;
      this.#say(told.newer ? `Kept ${told.at}, not saved. ${told.newer}` : `Kept ${told.at}, not saved yet`);
    } catch {
      this.#retry("Not kept, retrying. Your text is on this page.");
    } finally {
      this.#keeping = false;
    }
    return undefined;
  }

  #retry(said) {
    this.#say(said);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), this.#wait);
  }

  get #token() {
    return this.#field("csrfmiddlewaretoken");
  }

  /* Signing in again, in another tab, gives a new token: it is fetched before the next try. */
  async #signedOut() {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const token = page.querySelector("#edit-form [name='csrfmiddlewaretoken']");
    if (token) this.#token.value = token.value;
    this.#retry(token ? "Not kept, retrying" : "You are signed out. Sign in again in another tab: your text stays here.");
  }

  #onSubmit(event) {
    if (event.submitter?.name === "act") return;
    event.preventDefault();
    this.save();
  }

  /* Save as a revision. Where somebody saved meanwhile, or anything is wrong, the server's own page says what to do. */
  async save() {
    clearTimeout(this.timer);
    if (this.editor) this.editor.updateElement();
    const typed = this.#typed();
    this.#say("Saving…");
    try {
      const response = await fetch(this.form.action, {
        method: "POST", body: new FormData(this.form), headers: { Accept: "application/json" },
      });
      if (response.redirected || response.status === 403) return await this.#signedOut();
      if (response.status === 409) return this.#submit();
      const told = await response.json();
      if (told.errors) return this.#say(`Not saved. ${told.errors.join(" ")}`);
      this.#field("seen").value = told.seen;
      this.#kept = typed;
      this.#filed = this.#rest();
      this.#say(`${told.said.replace(/\.$/, "")} at ${told.at}`);
      document.dispatchEvent(new CustomEvent("text-saved"));
      if (this.#typed() !== typed) this.#later();
      else if (this.#fullLines()) location.reload();
      else await this.#standing();
    } catch {
      this.#retry("Not saved, retrying to keep it. Your text is on this page.");
    }
    return undefined;
  }

  /* Show where the article stands now: a save may have taken it back to draft, and steps name the text they are for. */
  async #standing() {
    const response = await fetch(location.href).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of [".edit-head", ".steps"]) {
      const now = page.querySelector(part);
      if (now) document.querySelector(part).replaceWith(now);
    }
  }

  /* Whether no empty line is left for another contributor: the server's page has one. */
  #fullLines() {
    return [...this.form.querySelectorAll("select[name^='bylines-'][name$='-contributor']")].every((each) => each.value);
  }

  #submit() {
    this.#kept = this.#typed();
    this.#filed = this.#rest();
    HTMLFormElement.prototype.submit.call(this.form);
  }

  #say(said) {
    this.state.textContent = said;
  }
}

customElements.define("working-copy", WorkingCopy);
