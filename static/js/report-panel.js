/* <report-panel>: the check beside the editor. Asks the server, shows its report, numbers the markers and paints the
   sentences; leads to them and to the ways out. */

import { blocksOf, paired, rangeOf } from "./block-map.js";

const PAINTED = ["uncited", "problem", "inferred", "look", "waived"];
const OPEN = ["uncited", "problem"];
const PAUSE = 900; // ms after the last key
const SAID = {
  stale: "Changed since",
  checking: "Checking…",
  ok: "Up to date",
  error: "Check failed. Your text is safe.",
};

class ReportPanel extends HTMLElement {
  #sequence = 0;
  #ranges = new Map();
  #marks = [];
  #active = null;
  #waiting = null;

  connectedCallback() {
    this.panel = this.querySelector("[data-panel]");
    this.addEventListener("click", (event) => this.#onClick(event));
    this.addEventListener("submit", (event) => this.#onSubmit(event));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "F8") return;
      event.preventDefault();
      this.next(event.shiftKey ? -1 : 1);
    });
    document.addEventListener("text-saved", () => this.check());
    this.#reveal("ok");
    if (!window.CKEDITOR) return;
    CKEDITOR.on("instanceReady", ({ editor }) => this.#attach(editor));
    for (const editor of Object.values(CKEDITOR.instances)) if (editor.status === "ready") this.#attach(editor);
  }

  #attach(editor) {
    if (this.editor) return;
    this.editor = editor;
    editor.on("change", () => this.#later());
    editor.on("citation:changed", () => this.check());
    editor.on("citation:next", ({ data }) => this.next(data));
    editor.on("selectionChange", () => this.#follow());
    editor.on("contentDom", () => this.#later());
    this.#take(JSON.parse(document.getElementById("check-data").textContent));
  }

  #later() {
    this.#state("stale");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), PAUSE);
  }

  /* Ask the server about the text as it is now. Only the newest answer counts. */
  async check() {
    clearTimeout(this.timer);
    this.#sequence += 1;
    const sequence = this.#sequence;
    this.asking?.abort();
    this.asking = new AbortController();
    this.#state("checking");
    try {
      const response = await fetch(this.dataset.check, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrf(), Accept: "application/json" },
        body: JSON.stringify({ ...typed(this.editor), seq: sequence }),
        signal: this.asking.signal,
      });
      const told = await response.json();
      if (sequence !== this.#sequence) return;
      if (told.error) this.#state("error", told.error);
      else this.#show(told);
    } catch (error) {
      if (error.name !== "AbortError") this.#state("error");
    }
  }

  #show(told) {
    this.#take(told);
    const typing = this.panel.contains(document.activeElement) && document.activeElement.matches("input, select");
    if (typing) {
      // Nobody's half-written note is replaced under their hands.
      this.#waiting = told;
      document.activeElement.addEventListener("blur", () => this.#waiting && this.#render(this.#waiting), { once: true });
      return;
    }
    this.#render(told);
  }

  #render(told) {
    this.#waiting = null;
    const before = this.panel.querySelectorAll("[data-group='fix'] .report-card").length;
    const closed = [...this.panel.querySelectorAll("details[data-group]")].map((each) => [each.dataset.group, each.open]);
    const focused = this.panel.contains(document.activeElement) ? document.activeElement.id || "report-title" : null;
    this.panel.innerHTML = told.panel;
    for (const [group, open] of closed) {
      const details = this.panel.querySelector(`details[data-group="${group}"]`);
      if (details) details.open = open;
    }
    this.#reveal("ok");
    if (focused) (document.getElementById(focused) ?? document.getElementById("report-title"))?.focus();
    const now = this.panel.querySelectorAll("[data-group='fix'] .report-card").length;
    if (now !== before) this.#announce(`${now} to fix, was ${before}.`);
  }

  /* Number the markers and find the sentences in the document. */
  #take(told) {
    if (!this.editor?.document) return;
    const root = this.editor.editable().$;
    const blocks = paired(told.blocks, blocksOf(root));
    this.#marks = told.claims;
    this.#ranges = new Map();
    for (const mark of told.claims) {
      const range = rangeOf(blocks[mark.block], mark.start, mark.end);
      if (range) this.#ranges.set(mark.key, range);
    }
    this.#number(told.numbers);
    this.#paint();
    document.querySelector("source-picker")?.inArticle(told.sources);
  }

  get #window() {
    return this.editor.document.$.defaultView;
  }

  #number(numbers) {
    const target = this.editor.document.$;
    let style = target.getElementById("citation-numbers");
    if (!style) {
      style = target.createElement("style");
      style.id = "citation-numbers";
      target.head.append(style);
    }
    const rule = ([keys, shown]) => `cite[data-ref="${CSS.escape(keys).replaceAll("\\ ", " ")}"]::after{content:"[${shown}]"}`;
    style.textContent = Object.entries(numbers).map(rule).join("\n");
  }

  #paint() {
    const highlights = this.#window.CSS?.highlights;
    if (!highlights) return;
    // Forced colours paint every highlight alike: only what has to be mended is shown then.
    const shown = matchMedia("(forced-colors: active)").matches ? OPEN : PAINTED;
    for (const status of PAINTED) {
      const ranges = this.#marks.filter((mark) => mark.status === status).map((mark) => this.#ranges.get(mark.key));
      highlights.set(`claim-${status}`, new this.#window.Highlight(...(shown.includes(status) ? ranges.filter(Boolean) : [])));
    }
  }

  /* Put the caret at a sentence's end, bring it into view and mark it; say whether it was found. */
  go(key) {
    const range = this.#ranges.get(key);
    if (!range) return false;
    this.#activate(key);
    this.editor.focus();
    const caret = this.editor.createRange();
    caret.setStart(new CKEDITOR.dom.node(range.endContainer), range.endOffset);
    caret.collapse(true);
    this.editor.getSelection().selectRanges([caret]);
    const box = range.getBoundingClientRect();
    const height = this.#window.innerHeight;
    if (box.top < 40 || box.bottom > height - 40) this.#window.scrollBy(0, box.top - height / 3);
    return true;
  }

  #activate(key) {
    this.#active = key;
    const range = this.#ranges.get(key);
    const highlights = this.#window.CSS?.highlights;
    if (highlights && range) {
      const active = new this.#window.Highlight(range);
      active.priority = 5;
      highlights.set("claim-active", active);
    }
    for (const card of this.panel.querySelectorAll("[data-mark]")) {
      card.classList.toggle("is-active", card.dataset.mark === key);
    }
  }

  /* Go to the next (1) or previous (-1) sentence that has to be mended, from the caret. */
  next(way) {
    const open = this.#marks.filter((mark) => OPEN.includes(mark.status) && this.#ranges.has(mark.key));
    if (!open.length) return this.#announce("Nothing to fix in the text.");
    const selection = this.#window.getSelection();
    const caret = selection.rangeCount ? selection.getRangeAt(0) : null;
    const side = (mark) => (caret ? this.#ranges.get(mark.key).comparePoint(caret.startContainer, caret.startOffset) : -1);
    const found =
      way > 0 ? open.find((mark) => side(mark) < 0) ?? open[0] : open.findLast((mark) => side(mark) > 0) ?? open.at(-1);
    const at = way < 0 && found.key === this.#active ? open.at(open.indexOf(found) - 1) : found;
    this.go(at.key);
    return this.#announce(`${open.indexOf(at) + 1} of ${open.length} to fix. ${at.text}`);
  }

  /* Mark the card of the sentence that the caret stands in. */
  #follow() {
    const selection = this.#window.getSelection();
    if (!selection?.rangeCount) return;
    const { startContainer, startOffset } = selection.getRangeAt(0);
    for (const [key, range] of this.#ranges) {
      if (range.comparePoint(startContainer, startOffset) === 0) {
        if (key !== this.#active) this.#activate(key);
        return;
      }
    }
  }

  #onClick(event) {
    const act = event.target.closest("[data-act]")?.dataset.act;
    const key = event.target.closest("[data-mark]")?.dataset.mark;
    if (act === "check") this.check();
    else if (act === "show") this.go(key);
    else if (act === "cite" && this.go(key)) this.editor.execCommand("citation");
  }

  /* Send a card's form without leaving the page, and what is typed in it. */
  async #onSubmit(event) {
    event.preventDefault();
    const form = event.target;
    const body = new FormData(form, event.submitter);
    this.#state("checking");
    try {
      const response = await fetch(form.action, { method: "POST", body });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const said = [...page.querySelectorAll("main [role='status'] .banner, .errorlist li")].map((each) =>
        each.textContent.trim(),
      );
      await this.check();
      this.#announce(said.join(" "), true);
    } catch {
      this.#state("error");
    }
  }

  #reveal(state) {
    for (const hidden of this.panel.querySelectorAll("[data-act][hidden], .report-keys[hidden]")) hidden.hidden = false;
    this.#state(state);
  }

  #state(state, said = SAID[state]) {
    this.dataset.state = state;
    const shown = this.querySelector("[data-status]");
    if (shown) shown.textContent = said;
  }

  #announce(said, shown = false) {
    const live = this.querySelector("[data-announce]");
    live.textContent = said;
    live.classList.toggle("visually-hidden", !shown);
    live.classList.toggle("banner", shown && Boolean(said));
  }
}

const field = (name) => document.querySelector(`#edit-form [name="${name}"]`);
const csrf = () => field("csrfmiddlewaretoken").value;

function typed(editor) {
  const [title, standfirst, language] = ["title", "standfirst", "language"].map((name) => field(name).value);
  return { title, standfirst, language, html: editor ? editor.getData() : field("body").value };
}

customElements.define("report-panel", ReportPanel);
