// For pages that show the tool in a frame. Gives every such frame the height of what is in it, tells the page by DOM
// events what happens there, and defines <which-guarantee>, an element that makes such a frame.
// It keeps nothing, reads nothing of the page, and asks nobody for anything but the frames.
(() => {
  const NAME = "which-guarantee";
  // A page with several frames may well have this script several times.
  if (customElements.get(NAME)) return;
  // The build puts the title of the tool in every language here.
  const TITLES = { en: "" };
  const LOCALES = Object.keys(TITLES);
  // What the tool is to look like, and may be told while it is used; and all that the page may wish.
  const LOOKS = ["theme", "accent", "font", "compact"];
  const WISHES = [...LOOKS, "answers"];
  // And the address of the site.
  const HOME = "";
  // A module, a text that was evaluated and a loader's copy have no address, and a bundle has another's.
  const SRC = document.currentScript?.src ?? "";
  const PLACE = RegExp(`^(.*/)(embed\\.js|(${LOCALES.join("|")})/([^?#]*/)?(frame\\.html)?)([?#].*)?$`);
  /** The folder of the site: of this script, of the element's own link, of another frame, or as it was built. */
  const site = (element) =>
    [SRC, element.querySelector("a")?.href, ...all().map((it) => it.src)].map((it) => PLACE.exec(it)?.[1]).find(Boolean) ?? HOME;

  /** To the tool in a frame, where `heard` in frame_page.js listens. */
  const say = (frame, event, detail) => frame.contentWindow?.postMessage({ tool: NAME, v: 1, event, detail }, "*");

  // Looked up each time, so that frames which a page adds, moves or removes need no care.
  // Those of elements in somebody's shadow tree are in no list of the document's.
  const own = new Set();
  const all = () => [...document.querySelectorAll(`iframe[data-${NAME}]`), ...own];

  // What a frame may say, and the part of it that has to be a text, or a length in pixels. In a map a list with one text
  // in it does not do for the text.
  const TEXTS = new Map([["ready", "language"], ["answered", "question"], ["outcome", "outcome"]]);
  const LENGTHS = new Map([["height", "height"], ["focus", "top"]]);

  addEventListener("message", ({ data, source, origin: from }) => {
    const frame = source && all().find((it) => it.contentWindow === source);
    if (!frame || data?.tool !== NAME || data.v !== 1) return;
    // The right frame, but perhaps no longer with the tool in it. In a sandbox it has no origin of its own; nor has this page
    // in one, or on a disk, where the frame may have its own or not.
    const its = frame.sandbox[0] && !frame.sandbox.contains("allow-same-origin") ? "null" : new URL(frame.src).origin;
    if (from !== its && (from !== "null" || origin !== "null")) return;
    const { event, detail } = data;
    const length = detail?.[LENGTHS.get(event)];
    const isLength = typeof length === "number" && length >= 0 && length < 1e5;
    if (!isLength && typeof detail?.[TEXTS.get(event)] !== "string") return;
    if (event === "height") frame.style.height = `${length}px`;
    if (event === "focus") bringIntoView(frame, detail);
    // One in an element's own tree is heard at the element.
    else frame.dispatchEvent(new CustomEvent(`${NAME}:${event}`, { bubbles: true, composed: true, detail }));
  });

  // The reader has gone on to another question. The page scrolls only if its heading is out of sight.
  const bringIntoView = (frame, { top, bottom }) => {
    const start = frame.getBoundingClientRect().top;
    if (frame.getRootNode().activeElement !== frame || (start + top >= 0 && start + bottom <= innerHeight)) return;
    // So that the page's own room for what it keeps at its top counts, too.
    frame.style.scrollMarginTop = `${16 - top}px`;
    frame.scrollIntoView();
  };

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["lang", "start", ...WISHES];

    connectedCallback() {
      if (this.frame) this.frame.src = this.address();
      else this.make();
      own.add(this.frame);
    }

    disconnectedCallback() {
      this.isLoaded = false;
      own.delete(this.frame);
    }

    attributeChangedCallback(name) {
      if (!this.frame) return;
      this.frame.title = this.label();
      if (!this.isLoaded) this.frame.src = this.address();
      // In place, so that the reader's answers stay.
      else if (LOOKS.includes(name)) this.frame.onload();
      // A frame that has loaded would add to the history of the page around.
      else this.frame.contentWindow?.location.replace(this.address());
    }

    make() {
      const frame = document.createElement("iframe");
      frame.style = "display:block;width:100%;border:0";
      frame.allow = `clipboard-write${navigator.share ? "; web-share" : ""}`;
      frame.title = this.label();
      frame.loading = this.getAttribute("loading") ?? "";
      frame.src = this.address();
      frame.onload = () => {
        this.isLoaded = true;
        // It may have been asked for before the page wished what it wishes now.
        say(frame, "looks", this.address().search);
      };
      this.frame = frame;
      // In a tree of its own: what the page has put into the element stays where it is, and is not shown.
      this.attachShadow({ mode: "open" }).append(frame);
      // Room for what it starts with, in a column of 300 pixels and in a wide one, so that nothing moves later.
      const [narrow, wide] = (this.getAttribute("room") ?? "2284 1580").split(" ");
      frame.style.height = `${Math.max(wide, (+wide + (narrow - wide) * (565 / frame.clientWidth - 0.88)) | 0)}px`;
    }

    /** What a screen reader calls the frame. */
    label() {
      return this.title || TITLES[this.language()];
    }

    /** That of the attribute, or, for `auto`, the first of the reader's that is here; without its region, if need be. */
    language() {
      const wanted = this.lang === "auto" ? navigator.languages : [this.lang];
      return wanted.flatMap((it) => [it, it.split("-")[0].toLowerCase()]).find((it) => LOCALES.includes(it)) ?? LOCALES[0];
    }

    address() {
      const start = this.getAttribute("start") ?? "";
      const page = start.endsWith("/") ? start : "";
      const address = new URL(`${this.language()}/${page}frame.html`, site(this));
      for (const wish of WISHES) if (this.hasAttribute(wish)) address.searchParams.set(wish, this.getAttribute(wish));
      if (!page) address.hash = start;
      return address;
    }
  });

  // Frames that were faster than this script say everything once more.
  for (const it of all()) say(it, "hello");
})();
