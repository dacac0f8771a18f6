// The switch between light and dark without a new page. Without this file the form does the same with one.

const YEAR = 365 * 24 * 3600

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => {
      event.preventDefault()
      this.keep(event.submitter.value)
    })
    this.press(document.documentElement.dataset.theme ?? "system")
  }

  keep(theme) {
    const secure = location.protocol === "https:" ? "; Secure" : ""
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; SameSite=Lax${secure}`
    if (theme === "system") delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    this.press(theme)
  }

  press(theme) {
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === theme))
    }
  }
}

customElements.define("theme-switch", ThemeSwitch)
