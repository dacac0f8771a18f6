/* The citation plugin of CKEditor 4: a marker is one unit that names sources by key; its number is painted, never written. */
(() => {
  const KEY = /^[a-z][a-z0-9-]{0,63}$/;
  const QUERY = /\[@([^[\]@\n]{0,60})$/;

  // CKEditor drops an empty <cite>; the words inside a marker are a courtesy, so it may well be empty.
  CKEDITOR.dtd.$removeEmpty.cite = 0;

  const keysOf = (text) => (text || "").split(/\s+/).filter((key) => KEY.test(key));

  /* What a marker holds, as a list of {key, locator, name}. */
  function citedBy(data) {
    const locators = (data.locator || "").split("|");
    const names = (data.label || "").split("; ");
    return keysOf(data.ref).map((key, at) => ({
      key,
      locator: (locators[at] || "").trim(),
      name: names.length === keysOf(data.ref).length ? names[at] : key,
    }));
  }

  /* The attributes and the words of a marker that cites these sources. */
  function dataOf(cited) {
    const locators = cited.map((each) => each.locator.replaceAll("|", "/").trim());
    return {
      ref: cited.map((each) => each.key).join(" "),
      locator: locators.some(Boolean) ? locators.join("|") : "",
      label: cited.map((each) => each.name.replaceAll(";", ",")).join("; "),
    };
  }

  function attributesOf(data) {
    const attributes = { class: "cit", "data-ref": data.ref };
    if (data.locator) attributes["data-locator"] = data.locator;
    return attributes;
  }

  function caretAfter(editor, node) {
    const range = editor.createRange();
    range.setStartAfter(node);
    range.collapse(true);
    editor.getSelection().selectRanges([range]);
  }

  /* Insert a marker at the caret and leave the caret behind it: a widget that stays focused swallows the next keys. */
  function insert(editor, cited) {
    const data = dataOf(cited);
    editor.fire("saveSnapshot");
    const element = new CKEDITOR.dom.element("cite", editor.document);
    element.setAttributes(attributesOf(data));
    element.setText(data.label);
    const wrapper = editor.widgets.wrapElement(element, "citation");
    editor.widgets.initOn(element, "citation", data);
    editor.insertElement(wrapper);
    caretAfter(editor, wrapper);
    editor.fire("saveSnapshot");
    editor.fire("citation:changed");
  }

  function change(editor, widget, cited) {
    editor.fire("saveSnapshot");
    const data = dataOf(cited);
    widget.setData(data);
    widget.element.setAttributes(attributesOf(data));
    if (!data.locator) widget.element.removeAttribute("data-locator");
    widget.element.setText(data.label);
    caretAfter(editor, widget.wrapper);
    editor.fire("saveSnapshot");
    editor.fire("citation:changed");
  }

  function widgetOf(editor) {
    return {
      inline: true,
      draggable: false,
      requiredContent: "cite[data-ref]",
      template: '<cite class="cit" data-ref=""></cite>',
      upcast: (element) => element.name === "cite" && keysOf(element.attributes["data-ref"]).length > 0,
      downcast() {
        const element = new CKEDITOR.htmlParser.element("cite", attributesOf(this.data));
        element.add(new CKEDITOR.htmlParser.text(CKEDITOR.tools.htmlEncode(this.data.label)));
        return element;
      },
      init() {
        this.setData({
          ref: keysOf(this.element.getAttribute("data-ref")).join(" "),
          locator: this.element.getAttribute("data-locator") || "",
          label: this.element.getText(),
        });
        this.on("doubleclick", (event) => {
          event.cancel();
          editor.execCommand("citation");
        });
        this.on("key", (event) => {
          if (event.data.keyCode !== 13) return undefined;
          event.cancel();
          editor.execCommand("citation");
          return false;
        });
      },
      getLabel() {
        const told = citedBy(this.data).map((each) => [each.name, each.locator].filter(Boolean).join(", "));
        return `Citation: ${told.join("; ")}. Press Enter to edit, Backspace to remove.`;
      },
    };
  }

  /* Open the picker; what it gives is inserted, or takes the place of the marker that is selected. */
  async function cite(editor) {
    const picker = document.querySelector("source-picker");
    if (!picker || editor.readOnly) return;
    const focused = editor.widgets.focused;
    const widget = focused && focused.name === "citation" ? focused : null;
    const bookmarks = widget ? null : editor.getSelection().createBookmarks2();
    const cited = await picker.choose(widget ? citedBy(widget.data) : []);
    editor.focus();
    if (widget) {
      if (cited) change(editor, widget, cited);
      else widget.focus();
      return;
    }
    editor.getSelection().selectBookmarks(bookmarks);
    if (cited) insert(editor, cited);
  }

  /* "[@words" opens a list of sources; Enter puts a marker in the place of what was typed. */
  function complete(editor) {
    const list = new CKEDITOR.plugins.autocomplete(editor, {
      throttle: 120,
      itemsLimit: 8,
      itemTemplate:
        '<li data-id="{id}" class="cite-item"><strong>{name}</strong> <span>{title}</span><small>{where}</small></li>',
      textTestCallback: (range) =>
        range.collapsed
          ? CKEDITOR.plugins.textMatch.match(range, (text, offset) => {
              const match = text.slice(0, offset).match(QUERY);
              return match ? { start: match.index, end: offset } : null;
            })
          : null,
      dataCallback: async ({ query }, show) => {
        const picker = document.querySelector("source-picker");
        const found = await picker.search(query.slice(2).replaceAll("\u00a0", " ").trim());
        const where = (each) => [each.where, each.year].filter(Boolean).join(", ");
        show(found.map((each) => ({ id: each.key, name: each.name, title: each.title, where: where(each) })));
        picker.announce(found.length ? `${found.length} sources. ${found[0].name}. Enter inserts it.` : "No source.");
      },
    });
    // The stock way inserts plain text, which would strip the marker.
    list.commit = function commit(id) {
      if (!this.model.isActive) return;
      this.close();
      const item = this.model.getItemById(id ?? this.model.selectedItemId);
      if (!item) return;
      editor.fire("saveSnapshot");
      editor.getSelection().selectRanges([this.model.range]);
      editor.getSelection().getRanges()[0].deleteContents();
      insert(editor, [{ key: item.id, locator: "", name: item.name }]);
    };
  }

  /* What nobody has changed is sent as it came: the editor writes the same text a little differently. */
  function keepUntouched(editor) {
    const original = editor.element.getValue();
    const base = editor.getData();
    editor.on("getData", (event) => {
      if (event.data.dataValue === base) event.data.dataValue = original;
    }, null, null, 999);
  }

  /* The frame takes the page's theme, and each change of it. */
  function followTheme(editor) {
    const copy = () => {
      editor.document.$.documentElement.dataset.theme = document.documentElement.dataset.theme || "";
    };
    copy();
    new MutationObserver(copy).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  function command(editor, name, keystroke, exec, more = {}) {
    editor.addCommand(name, { exec, canUndo: false, async: true, ...more });
    editor.setKeystroke(keystroke, name);
  }

  CKEDITOR.plugins.add("citation", {
    requires: "widget,textmatch,autocomplete",
    init(editor) {
      editor.widgets.add("citation", widgetOf(editor));
      command(editor, "citation", CKEDITOR.CTRL + CKEDITOR.SHIFT + 75, () => cite(editor), { editorFocus: true });
      command(editor, "nextFinding", 119, () => editor.fire("citation:next", 1), { readOnly: 1, editorFocus: false });
      command(editor, "previousFinding", CKEDITOR.SHIFT + 119, () => editor.fire("citation:next", -1), {
        readOnly: 1,
        editorFocus: false,
      });
      command(editor, "saveText", CKEDITOR.CTRL + 83, () => editor.fire("citation:save"), { editorFocus: false });
      editor.ui.addButton("Citation", {
        label: "Insert citation",
        command: "citation",
        toolbar: "insert",
        icon: `${this.path}icon.svg`,
      });
      editor.on("instanceReady", () => {
        Object.assign(editor.dataProcessor.writer, { sortAttributes: 0, indentationChars: "", lineBreakChars: "" });
        keepUntouched(editor);
        followTheme(editor);
        if (!editor.readOnly) complete(editor);
      });
    },
  });
})();
