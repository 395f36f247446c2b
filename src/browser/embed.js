// For pages that show the tool in a frame. Gives every such frame the height of what is in it, tells the page by DOM
// events what happens there, and defines <which-guarantee>, an element that makes such a frame.
// It keeps nothing, reads nothing of the page, and asks nobody for anything but the frames.
(() => {
  const NAME = "which-guarantee";
  // A page with several frames may well have this script several times.
  if (customElements.get(NAME)) return;
  // The build puts the title of the tool in every language here.
  const TITLES = { en: "" };
  const WISHES = ["theme", "accent", "font", "compact", "answers"];
  const script = document.currentScript ?? document.querySelector("script[src$='/embed.js']");

  // Looked up each time, so that frames which a page adds, moves or removes need no care.
  // Those of elements in somebody's shadow tree are in no list of the document's.
  const own = new Set();
  const all = () => [...document.querySelectorAll(`iframe[data-${NAME}]`), ...own];

  // What a frame may say, and what it must look like.
  const text = (it) => typeof it === "string";
  const size = (it) => typeof it === "number" && it >= 0 && it < 1e5;
  const events = {
    __proto__: null,
    ready: ({ language }) => text(language),
    answered: ({ question }) => text(question),
    outcome: ({ outcome }) => text(outcome),
    height: ({ height }) => size(height) && height > 0,
    focus: ({ top, bottom }) => size(top) && size(bottom),
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = source && all().find((it) => it.contentWindow === source);
    if (!frame || data?.tool !== NAME || data.v !== 1) return;
    // The right frame, but perhaps no longer with the tool in it. In a sandbox it has no origin of its own.
    const alone = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
    if (origin !== (alone ? "null" : new URL(frame.src).origin)) return;
    const { event, detail } = data;
    if (!events[event]?.(detail ?? {})) return;
    if (event === "focus") return bringIntoView(frame, detail);
    if (event === "height") frame.style.height = `${Math.ceil(detail.height)}px`;
    (frame.closest(NAME) ?? frame).dispatchEvent(new CustomEvent(`${NAME}:${event}`, { bubbles: true, composed: true, detail }));
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
      this.frame ??= this.made();
      own.add(this.frame);
    }

    disconnectedCallback() {
      own.delete(this.frame);
    }

    attributeChangedCallback() {
      if (this.frame) this.frame.src = this.address();
    }

    made() {
      const frame = document.createElement("iframe");
      const narrow = this.clientWidth < 480;
      // Room for the first question, so that nothing moves once the frame says how high it is.
      frame.style.cssText = `display:block;width:100%;border:0;height:${narrow ? 1000 : 800}px`;
      frame.title = this.title || TITLES[this.lang] || NAME;
      frame.allow = "clipboard-write; web-share";
      if (this.hasAttribute("loading")) frame.loading = this.getAttribute("loading");
      frame.src = this.address();
      this.replaceChildren(frame);
      return frame;
    }

    address() {
      const start = this.getAttribute("start") ?? "";
      const page = /^[\w/-]+\/$/.test(start) ? start : "";
      const address = new URL(`${this.lang || "en"}/${page}frame.html`, script.src);
      for (const wish of WISHES) if (this.hasAttribute(wish)) address.searchParams.set(wish, this.getAttribute(wish));
      if (!page) address.hash = start;
      return address.href;
    }
  });

  // Frames that were faster than this script say everything once more.
  for (const it of all()) it.contentWindow?.postMessage({ tool: NAME, v: 1, event: "hello" }, "*");
})();
