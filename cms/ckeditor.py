"""How CKEditor is set up. The server cleans what it sends all the same: articles/text/sanitize.py."""

# Doors that known holes came through, and what nobody needs here: previews, pop-ups, forms, uploads, spelling services.
REMOVED = (
    "a11yhelp,about,bidi,colorbutton,colordialog,copyformatting,div,elementspath,exportpdf,filebrowser,find,flash,font,"
    "forms,iframe,image,language,newpage,pagebreak,pastefromgdocs,preview,print,save,scayt,selectall,showblocks,smiley,"
    "sourcearea,stylescombo,templates,uploadimage,uploadwidget,wsc"
)
SAFE = {
    "removePlugins": REMOVED,
    "fullPage": False,
    "entities": False,
    "disableNativeSpellChecker": False,
    "removeDialogTabs": "link:advanced;link:target;table:advanced",
    "resize_dir": "vertical",
    "width": "100%",
}
CONFIGS = {
    "bio": SAFE
    | {
        "toolbar": [["Bold", "Italic", "Link", "Unlink", "BulletedList", "Undo", "Redo"]],
        "allowedContent": "p br strong em sub sup ul ol li; a[!href,title]",
        "contentsCss": ["/static/css/tokens.css", "/static/css/contents.css"],
        "height": 160,
    },
    # The body of an article; articles/desk/editor.py adds what is allowed in it, its plugins and its style sheets.
    "desk": SAFE
    | {
        "toolbar": [
            ["Format", "Bold", "Italic"],
            ["BulletedList", "NumberedList", "Blockquote"],
            ["Link", "Unlink", "Table"],
            ["Citation"],
            ["Undo", "Redo"],
        ],
        "format_tags": "p;h2;h3;h4;pre",
        "height": 560,
        "customConfig": "",
        "stylesSet": False,
        "title": "The text. Insert a citation with Control Shift K",
    },
}
