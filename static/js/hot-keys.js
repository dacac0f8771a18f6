// The desk's keys: "/" to the search, "g" and a letter to a page, "?" for the list of them.
//
// The links and fields say themselves which key is theirs: data-hot-key="/" and data-key="d". The list of keys is
// a dialog in which they can be switched off; the choice stays in this browser.

const OFF = "desk-keys-off"
const WAIT = 1500

function off() {
  try {
    return localStorage.getItem(OFF) === "yes"
  } catch {
    return false
  }
}

function remember(isOff) {
  try {
    localStorage.setItem(OFF, isOff ? "yes" : "no")
  } catch {
    // Without storage the choice holds for this page alone.
  }
}

class HotKeys extends HTMLElement {
  connectedCallback() {
    this.off = off()
    this.waiting = 0
    this.listener = (event) => this.press(event)
    document.addEventListener("keydown", this.listener)
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.listener)
  }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return
    if (event.key === "?") return this.act(event, () => this.show())
    if (this.off) return
    const goes = Date.now() - this.waiting < WAIT
    this.waiting = event.key === "g" ? Date.now() : 0
    const target = document.querySelector(goes ? `[data-key="${CSS.escape(event.key)}"]` : `[data-hot-key="${CSS.escape(event.key)}"]`)
    if (target) this.act(event, () => (goes ? target.click() : target.focus()))
  }

  act(event, act) {
    event.preventDefault()
    act()
  }

  show() {
    this.dialog ??= this.build()
    this.dialog.showModal()
  }

  build() {
    const dialog = document.createElement("dialog")
    dialog.setAttribute("aria-labelledby", "keys-title")
    const title = document.createElement("h2")
    title.id = "keys-title"
    title.textContent = "Keys"
    dialog.append(title, this.list(), this.switch(), this.closer())
    this.append(dialog)
    return dialog
  }

  list() {
    const list = document.createElement("dl")
    const keys = [["?", "This list"]]
    for (const field of document.querySelectorAll("[data-hot-key]")) keys.push([field.dataset.hotKey, field.placeholder])
    for (const link of document.querySelectorAll("[data-key]")) keys.push([`g ${link.dataset.key}`, link.textContent])
    for (const [key, does] of keys) {
      const term = document.createElement("dt")
      term.append(...key.split(" ").flatMap((part) => [Object.assign(document.createElement("kbd"), { textContent: part }), " "]))
      list.append(term, Object.assign(document.createElement("dd"), { textContent: does }))
    }
    return list
  }

  switch() {
    const label = document.createElement("label")
    label.className = "tick"
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !this.off })
    box.addEventListener("change", () => {
      this.off = !box.checked
      remember(this.off)
    })
    label.append(box, "Keys of one letter are on")
    return label
  }

  closer() {
    const form = Object.assign(document.createElement("form"), { method: "dialog" })
    form.append(Object.assign(document.createElement("button"), { textContent: "Close" }))
    return form
  }
}

customElements.define("hot-keys", HotKeys)
