// The card of a reference, beside its marker: on hover or focus of the keyboard; on touch a sheet at the foot of the
// screen. Without this file a marker is a link to the list of references, and with it a click still is.

const OPENS = 200 // milliseconds
const CLOSES = 300
const MARKER = 'sup.cite a[href^="#ref-"]'

class ReferenceCard extends HTMLElement {
  connectedCallback() {
    if (!HTMLElement.prototype.showPopover) return
    this.card = this.makeCard()
    this.addEventListener("pointerover", (event) => event.pointerType === "mouse" && this.plan(event))
    this.addEventListener("pointerout", (event) => event.pointerType === "mouse" && this.planEnd())
    this.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && this.plan(event))
    this.addEventListener("focusout", () => this.planEnd())
    this.addEventListener("click", (event) => this.tap(event))
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.close())
    document.addEventListener("scroll", () => this.card.classList.contains("sheet") || this.close(), { passive: true })
  }

  makeCard() {
    const card = document.createElement("div")
    card.className = "reference-card"
    card.popover = "manual"
    card.lang = "en"
    card.setAttribute("role", "group")
    card.addEventListener("pointerenter", () => clearTimeout(this.timer))
    card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.planEnd())
    card.addEventListener("focusin", () => clearTimeout(this.timer))
    card.addEventListener("focusout", () => this.planEnd())
    card.addEventListener("click", (event) => event.target.closest("button, a") && this.close())
    this.after(card)
    return card
  }

  plan(event) {
    const marker = event.target.closest(MARKER)
    if (!marker) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.open(marker, false), OPENS)
  }

  planEnd() {
    clearTimeout(this.timer)
    if (!this.card.classList.contains("sheet")) this.timer = setTimeout(() => this.close(), CLOSES)
  }

  tap(event) {
    const marker = event.target.closest(MARKER)
    if (!marker || event.pointerType === "mouse" || event.pointerType === "") return
    event.preventDefault()
    this.open(marker, true)
  }

  open(marker, isSheet) {
    const reference = document.querySelector(marker.hash)
    if (!reference) return
    this.close()
    this.fill(marker, reference)
    this.card.classList.toggle("sheet", isSheet)
    this.card.showPopover()
    if (isSheet) this.card.querySelector("button").focus()
    else this.place(marker.getBoundingClientRect())
    this.marker = marker
  }

  fill(marker, reference) {
    const number = marker.hash.replace("#ref-", "")
    const entry = document.createElement("p")
    for (const node of reference.cloneNode(true).childNodes) {
      if (node.className !== "backlinks") entry.append(node.cloneNode(true))
    }
    const go = document.createElement("a")
    go.href = marker.hash
    go.textContent = `Go to reference ${number}`
    const close = document.createElement("button")
    close.setAttribute("aria-label", "Close")
    close.textContent = "✕"
    const [title, last] = [document.createElement("p"), document.createElement("p")]
    title.className = "meta"
    title.textContent = `Reference ${number}`
    last.className = "go"
    last.append(go)
    this.card.setAttribute("aria-label", title.textContent)
    this.card.replaceChildren(title, entry, last, close)
  }

  // Above the marker where there is room, below it otherwise, and never past the window's edge.
  place(at) {
    const { width, height } = this.card.getBoundingClientRect()
    const left = Math.max(16, Math.min(at.left, document.documentElement.clientWidth - width - 16))
    const above = at.top - height - 4
    this.card.style.left = `${left}px`
    this.card.style.top = `${above > 72 ? above : at.bottom + 4}px`
  }

  close() {
    clearTimeout(this.timer)
    if (!this.card.matches(":popover-open")) return
    const hadFocus = this.card.contains(document.activeElement)
    this.card.hidePopover()
    this.card.removeAttribute("style")
    if (hadFocus && this.card.classList.contains("sheet")) this.marker.focus()
  }
}

customElements.define("reference-card", ReferenceCard)
