// The tool inside somebody else's page: looks as that page wishes, says how high it is and what happens in it, and
// leads out of the frame. It stands in <head> and blocks, so that nothing is painted in other colours first.
//
// What leaves: the height, that the tool is ready, the id of a question that was answered, the outcome on show, and
// where the focus went. Never an answer, unless the page has asked for answers, and then the reader is told.
// What was answered and the outcome go to the origin of the page around, as far as the browser tells it. Where it does
// not, and for the height, which that page sees anyhow, they go to whoever has framed the tool. Answers never do.
(() => {
  const NAME = "which-guarantee";
  const VERSION = 1;
  const root = document.documentElement;
  let { search } = location;
  let wishes = new URLSearchParams(search);
  const isFramed = parent !== window;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  /** The wishes that were not followed, for the page around to know, and a sentence for whoever made it. */
  let refused = [];
  const refuse = (wish, says) => {
    refused.push(wish);
    console.warn(`${NAME}: ${says}`);
  };

  // ---- How it looks

  const FONTS = {
    system: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    helvetica: "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif",
    verdana: "Verdana, 'DejaVu Sans', sans-serif",
    georgia: "Georgia, 'Noto Serif', 'DejaVu Serif', serif",
    times: "'Times New Roman', Times, 'Liberation Serif', serif",
  };
  const SCHEMES = { light: ["light"], dark: ["dark"], auto: ["light", "dark"] };
  // What WCAG 2.2 AA asks of text.
  const LEAST = 4.5;

  /** Red, green and blue of `#abc` or `#aabbcc`. */
  const channels = (colour) => {
    const digits = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
    return [1, 3, 5].map((at) => parseInt(digits.slice(at, at + 2), 16));
  };
  const mixed = (one, other, share) =>
    `#${channels(one).map((it, at) => Math.round(it * share + channels(other)[at] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
  /** Relative luminance, as WCAG 2.2 defines it. */
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((it) => {
      const value = it / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  /** Nothing where a host has taken the page's styles away. */
  const styles = () => one("style")?.sheet;
  /** How many rules at the end of the style sheet are what the page around has wished. */
  let worn = 0;
  /** For screens alone: paper keeps the tool's own fonts and colours, dark on white. */
  const wear = (declarations) => {
    const sheet = styles();
    if (!sheet) return;
    sheet.insertRule(`@media screen { :root { ${declarations} } }`, sheet.cssRules.length);
    worn += 1;
  };
  // Older browsers have the colours of the day alone.
  const hasBoth = CSS.supports("color", "light-dark(#000, #fff)");

  const dress = () => {
    const theme = wishes.get("theme") ?? "auto";
    const schemes = hasBoth ? Object.hasOwn(SCHEMES, theme) ? SCHEMES[theme] : SCHEMES.auto : SCHEMES.light;
    wear(`color-scheme: ${schemes.join(" ")}`);
    root.toggleAttribute("data-compact", wishes.has("compact"));
    if (wishes.has("font")) choose(wishes.get("font"));
    if (wishes.has("accent")) colour(wishes.get("accent"), schemes);
  };

  const choose = (font) => {
    if (!Object.hasOwn(FONTS, font)) {
      return refuse("font", `there is no font "${font}" to choose; there are ${Object.keys(FONTS).join(", ")}. The tool keeps its own.`);
    }
    wear(`--serif: ${FONTS[font]}; --sans: ${FONTS[font]}`);
  };

  /** One accent for both schemes, or one by day and one by night. Where text in it could not be read, the tool keeps its own. */
  const colour = (accent, schemes) => {
    const wished = accent.split(",").map((it) => `#${it.replace("#", "").toLowerCase()}`);
    if (!wished.every((it) => /^#([0-9a-f]{3}){1,2}$/.test(it))) {
      return refuse("accent", `"${accent}" is no colour such as 1b4b85. The tool keeps its own.`);
    }
    // The style sheet has them as light-dark(#…, #…): by day, by night; in older browsers by day alone.
    const tokens = (name) => getComputedStyle(root).getPropertyValue(name).match(/#[0-9a-f]{3,6}/gi);
    const own = { accent: tokens("--accent"), soft: tokens("--accent-soft") };
    const others = ["--ground", "--raised", "--muted"].map(tokens);
    // A host may have taken the page's styles away, and there is nothing to colour.
    if (![own.accent, own.soft, ...others].every(Boolean)) return;
    const now = { accent: [...own.accent], soft: [...own.soft] };
    for (const scheme of schemes) {
      const at = scheme === "light" ? 0 : 1;
      const [ground, raised, muted] = others.map((it) => it[at]);
      const front = wished[at] ?? wished[0];
      const soft = mixed(front, ground, 0.08);
      const least = Math.min(contrast(muted, soft), ...[ground, raised, soft].map((it) => contrast(front, it)));
      if (least < LEAST) {
        const rounded = Math.floor(least * 10) / 10;
        refuse("accent", `text in the accent ${front} has a contrast of ${rounded} to 1 in ${scheme} colours and needs ${LEAST} to 1. There the tool keeps its own accent, ${own.accent[at]}.`);
        continue;
      }
      [now.accent[at], now.soft[at]] = [front, soft];
    }
    const both = (pair) => hasBoth ? `light-dark(${pair.join(", ")})` : pair[0];
    wear(`--accent: ${both(now.accent)}; --accent-soft: ${both(now.soft)}`);
  };

  // ---- What it says to the page around

  const originOf = (address) => {
    try {
      const { origin } = new URL(address);
      return origin === "null" ? undefined : origin;
    } catch {
      return undefined;
    }
  };
  /** Origin of the page around; unknown where that page keeps it to itself, until it says hello. */
  let host = originOf(location.ancestorOrigins?.[0] ?? document.referrer);
  const post = (message, to = "*") => isFramed && parent.postMessage(message, to);
  const tell = (event, detail, to) => post({ tool: NAME, v: VERSION, event, detail }, to);

  // WordPress frames what it finds by oEmbed in a sandbox, resizes it for those who know the secret in the address,
  // and follows links for them. The secret is no answer, so it is taken out before the tool reads the address.
  const [, secret] = location.hash.match(/#?\?secret=(\w+)$/) ?? [];
  if (secret) {
    const rest = location.hash.slice(0, location.hash.lastIndexOf("?secret=")).replace(/#$/, "");
    history.replaceState(history.state, "", rest || location.pathname + location.search);
  }
  const tellWordPress = (message, value) => secret && post({ message, value, secret });
  // It allows 1,000 pixels at most, in which the first question's button has to be in sight.
  root.toggleAttribute("data-capped", Boolean(secret));

  // A frame that is out of sight, or runs before it is laid out, has hardly any width: a word to a line. Where it is
  // below the window browsers put off to tell it of its size, so it looks again itself for a while.
  const NARROWEST = 100;
  let looks = 0;
  let height = 0;
  const fit = () => {
    const { height: tall, width } = document.body.getBoundingClientRect();
    const now = Math.ceil(tall);
    if (width < NARROWEST) return looks++ < 9 && setTimeout(fit, 2 ** looks * 20);
    if (now === height || now === 0) return;
    height = now;
    tell("height", { height });
    // What AMP and the loaders of many newsrooms understand.
    post({ sentinel: "amp", type: "embed-size", height });
    tellWordPress("height", height);
  };

  // A page that gives the frame its height needs no scroll bar in it. One that gives it less gets the bar back, a
  // little later and never out of sight, where a browser tells the frame nothing of its height.
  const PATIENCE = 300;
  let patience;
  const check = () => root.toggleAttribute("data-fitted", innerHeight >= height);
  const fitted = () => {
    clearTimeout(patience);
    if (innerHeight >= height) check();
    else patience = setTimeout(() => requestAnimationFrame(check), PATIENCE);
  };

  // The page around has kept room for the tool. It stays as it is while the tool starts, for that may be at another
  // place than in the prerendered page; and a little too much stays until the reader acts, or what stands below would
  // move up for no reason that anybody sees. Then the height is the content's.
  // So much lies between the room and the shortest language in the narrowest column.
  const SPARE = 420;
  const AT_REST = 1000;
  const release = () => {
    document.body.style.removeProperty("--room");
    fit();
  };
  const keepRoom = () => {
    if (innerHeight === 0) return addEventListener("resize", keepRoom, { once: true });
    document.body.style.setProperty("--room", `${innerHeight}px`);
    for (const it of ["change", "click", "keydown"]) addEventListener(it, release, { once: true });
  };
  let rest;
  const restAfterStart = () => {
    clearTimeout(rest);
    if (!isReady) return;
    rest = setTimeout(() => {
      const needed = Math.max(0, ...[...document.body.children].map((it) => it.getBoundingClientRect().bottom + scrollY));
      if (innerHeight - needed > SPARE) release();
    }, AT_REST);
  };

  const sharesAnswers = wishes.get("answers") === "shared";
  const answered = ({ target }) => {
    if (target.type !== "radio") return;
    const { name: question, value: answer } = target;
    tell("answered", sharesAnswers && host ? { question, answer } : { question }, host);
  };

  let outcome = "";
  let isReady = false;
  const look = () => {
    // Out of sight a frame is not laid out, and no observer of sizes called, unless somebody asks.
    fit();
    const now = one("[data-outcome]")?.dataset;
    // A page without the tool, such as that of one guarantee, is ready as it comes.
    if (!isReady && (one("[data-ready=true]") || !one("[data-ready]"))) {
      isReady = true;
      restAfterStart();
      tell("ready", { language: root.lang, refused });
    }
    if (!isReady || !now) return;
    const detail = { outcome: now.outcome, settled: now.settled === "true", possible: now.possible.split(" ") };
    const said = JSON.stringify(detail);
    if (said === outcome) return;
    outcome = said;
    tell("outcome", detail, host);
  };

  /**
   * A new question takes the focus. The page around may have to scroll for it, and has the height first. It is told a
   * moment later, for Firefox scrolls that page by itself, just to the heading and under whatever it keeps at its top.
   */
  const focused = ({ target }) => {
    if (!target.matches("h1[tabindex='-1'], h2[tabindex='-1']")) return;
    fit();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const { top, bottom } = target.getBoundingClientRect();
        tell("focus", { top: Math.max(0, top + scrollY), bottom: Math.max(0, bottom + scrollY) });
      }),
    );
  };

  /** The page around wishes something else by now; it may well have a switch for day and night. The answers stay. */
  const dressAnew = (wished) => {
    if (wished === search) return;
    [search, wishes, refused, isReady] = [wished, new URLSearchParams(wished), [], false];
    try {
      // For a reload of the frame.
      history.replaceState(history.state, "", `${location.pathname}?${wishes}${location.hash}`);
    } catch {
      // A sandbox may have no history.
    }
    const sheet = styles();
    for (; sheet && worn > 0; worn -= 1) sheet.deleteRule(sheet.cssRules.length - 1);
    dress();
    look();
  };

  const heard = ({ source, origin, data }) => {
    if (source !== parent) return;
    // WordPress keeps the frame out of sight until it hears a height, and its script may well be the later one.
    if (secret && data?.secret === secret && data.message === "ready" && height) return tellWordPress("height", height);
    if (data?.tool !== NAME || data.v !== VERSION) return;
    if (data.event === "hello") {
      host = originOf(origin);
      // It may not have heard what was said before.
      [height, outcome, isReady] = [0, "", false];
      look();
    } else if (data.event === "looks" && typeof data.detail === "string") {
      dressAnew(data.detail);
    }
  };

  // ---- Ways on and out

  // Where the page around forbids sharing there is no button for it. Chromium complains when asked for what it has not.
  const policy = document.featurePolicy;
  if (policy?.features().includes("web-share") && !policy.allowsFeature("web-share")) Object.defineProperty(navigator, "share", { value: undefined });

  // Pages of the site that stand in nobody's frame (`Route::is_framable` in src/site/routes.rs).
  const APART = /\/(class|embed)\/$|\/[^/]+-[^/]+\.html$/;

  /** Says at a link why it does nothing here, and an address to go on from. The note is outside of the tool, whose nodes are its own. */
  const explain = (link, why, address) => {
    const note = one("[data-closed]");
    if (!note) return;
    const code = document.createElement("code");
    code.textContent = address;
    note.replaceChildren(`${note.dataset[why]} `, code);
    const below = link.getBoundingClientRect().bottom + scrollY + 8;
    note.style.insetBlockStart = `${Math.max(0, Math.min(below, root.scrollHeight - note.offsetHeight))}px`;
  };

  // They open beside the page around, for a reader of an article wants to come back to it.
  const lead = (event) => {
    const note = one("[data-closed]");
    if (note?.contains(event.target)) return;
    note?.replaceChildren();
    const link = event.target.closest?.("a[href]");
    // A sandbox doesn't say whether it lets files be saved.
    if (link?.hasAttribute("download") && self.origin === "null") explain(link, "unsaved", one("[data-full]").href);
    const isWithin = !link || link.pathname + link.search === location.pathname + location.search && link.host === location.host;
    // The tool hears a click first, and has led within the page where it has prevented the rest, as the skip link does.
    if (event.defaultPrevented || isWithin || link.hasAttribute("download") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // WordPress follows what leads to the frame's own host, while the frame has the focus, and nothing else.
    if (secret && link.host === location.host && document.hasFocus()) return tellWordPress("link", link.href);
    let opened = null;
    try {
      opened = open(link.href, "_blank");
      opened.opener = null;
    } catch {
      if (opened) return;
      // A sandbox without `allow-popups`. A page of the tool opens in the frame itself; most others are in nobody's frame.
      if (link.host === location.host && !APART.test(link.pathname)) location.assign(link.href);
      else explain(link, "closed", link.href);
    }
  };

  /** The way to the full tool takes the answers along, as the link to the same language does. */
  const carry = () => {
    const full = one("[data-full]");
    const same = one(".masthead__language[aria-current]");
    if (full && same) full.href = same.href;
  };

  dress();
  document.addEventListener("DOMContentLoaded", () => {
    if (!isFramed) return;
    root.dataset.fitted = "";
    for (const it of all("[data-told]")) it.hidden = !sharesAnswers;
    for (const it of all(".frame__private")) it.hidden = sharesAnswers;
    document.addEventListener("change", answered);
    document.addEventListener("focusin", focused);
    document.addEventListener("click", lead);
    for (const it of ["pointerdown", "focusin", "click"]) document.addEventListener(it, carry, { capture: true });
    addEventListener("message", heard);
    // The room that WordPress keeps is none of the tool's choosing.
    if (!secret) keepRoom();
    const sized = new ResizeObserver(() => {
      fit();
      fitted();
      restAfterStart();
    });
    // The parts, too, for the body is no smaller than its room.
    for (const it of [document.body, ...document.body.children]) sized.observe(it);
    addEventListener("resize", fitted);
    const attributeFilter = ["data-ready", "data-outcome", "data-settled", "data-possible"];
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter });
    look();
  });
})();
