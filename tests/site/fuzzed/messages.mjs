// The two scripts that listen to messages, embed.js in somebody's page and frame_page.js in the frame, hear many messages made
// at random, as a browser would hand them over. Each message is built from parts that are right or wrong, so that it is
// known which ones may be followed: those of which every part is right, and no other.
// Arguments: the two scripts, a seed, how many messages each. Prints how many were sent and how many followed, as JSON.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [embedFile, frameFile, seed, count] = process.argv.slice(2);
const TOOL = "https://tool.example";

// ---- Chance (mulberry32)

let state = Number(seed);
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const one = (list) => list[Math.floor(random() * list.length)];
const often = (share) => random() < share;

/** Values of every kind that a message can carry. */
const anything = (depth = 0) => {
  const plain = [
    null, undefined, true, false, 0, -0, -1, 7, 44, 1e5, 1e9, NaN, Infinity, -Infinity, 2n ** 70n, "", "44", "900px",
    "height", "constructor", "__proto__", "toString", "which-guarantee", "<img src=x onerror=alert(1)>", "\0", "💥",
    "x".repeat(10_000), new Date(0), /x/, new Map([["height", 44]]), new Set([44]), new Uint8Array(8), new Error("no"),
  ];
  if (depth > 3 || often(0.5)) return one(plain);
  if (often(0.3)) return Array.from({ length: Math.floor(random() * 4) }, () => anything(depth + 1));
  const made = {};
  const keys = ["tool", "v", "event", "detail", "height", "top", "bottom", "outcome", "toString", "valueOf", "length", "then", "__proto__"];
  for (let index = Math.floor(random() * 5); index > 0; index -= 1) {
    Object.defineProperty(made, one(keys), { value: anything(depth + 1), enumerable: true, configurable: true, writable: true });
  }
  return made;
};

/** Something other than what is right. `wrong` are near misses. */
const otherThan = (isRight, wrong = []) => {
  for (;;) {
    const it = often(0.5) && wrong.length > 0 ? one(wrong) : anything();
    if (!isRight(it)) return it;
  }
};
const fail = (says, message) => {
  console.error(says, message);
  process.exit(1);
};
let sent = 0;
let followed = 0;

// ---- The page around

const page = () => {
  const listeners = [];
  const window = { name: "the tool" };
  const events = [];
  let scrolled = 0;
  const frame = {
    contentWindow: window,
    sandbox: { contains: () => false },
    src: `${TOOL}/en/frame.html`,
    style: { height: "900px" },
    closest: () => null,
    dispatchEvent: (event) => events.push(event),
    getBoundingClientRect: () => ({ top: 0 }),
    getRootNode: () => ({ activeElement: frame }),
    scrollIntoView: () => (scrolled += 1),
  };
  const context = {
    URL,
    origin: "https://paper.example",
    innerHeight: 700,
    HTMLElement: class {},
    CustomEvent: class {
      constructor(type, options) {
        Object.assign(this, { type, ...options });
      }
    },
    customElements: { get: () => undefined, define: () => {} },
    document: { currentScript: { src: `${TOOL}/embed.js` }, querySelectorAll: () => [frame], createElement: () => ({}) },
    addEventListener: (type, listener) => type === "message" && listeners.push(listener),
  };
  window.postMessage = () => {};
  runInContext(readFileSync(embedFile, "utf8"), createContext(context));
  const say = (message) => listeners.forEach((it) => it(message));
  return { say, frame, events, window, scrolled: () => scrolled };
};

const NEEDS = { height: "height", focus: "top", ready: "language", answered: "question", outcome: "outcome" };
const isLength = (it) => typeof it === "number" && it >= 0 && it < 1e5;

const tellPage = () => {
  const { say, frame, events, window, scrolled } = page();
  for (let index = 0; index < Number(count); index += 1) {
    // Most parts are right most of the time, or nothing would ever get far.
    const right = () => often(0.9);
    const event = one(Object.keys(NEEDS));
    const lengthy = event === "height" || event === "focus";
    const wants = lengthy ? isLength : (it) => typeof it === "string";
    const value = lengthy ? Math.floor(random() * 99_999) : one(["en", "war", "treaty", ""]);
    const parts = { source: right(), origin: right(), tool: right(), v: right(), event: right(), detail: right() };
    const detail = parts.detail
      ? { [NEEDS[event]]: value, ...(event === "focus" ? { bottom: value + 30 } : {}) }
      : otherThan((it) => wants(it?.[NEEDS[event]]), [{ [NEEDS[event]]: otherThan(wants) }]);
    const data = {
      tool: parts.tool ? "which-guarantee" : otherThan((it) => it === "which-guarantee", [["which-guarantee"], "Which-Guarantee"]),
      v: parts.v ? 1 : otherThan((it) => it === 1, ["1", [1], true, 1.5, 2]),
      event: parts.event ? event : otherThan((it) => typeof it === "string" && Object.hasOwn(NEEDS, it), [[event], [[event]], { toString: null, valueOf: null }, ` ${event}`]),
      detail,
    };
    const message = {
      source: parts.source ? window : one([null, undefined, {}, { name: "the tool" }]),
      origin: parts.origin ? TOOL : one(["null", "", `${TOOL}.evil.example`, "http://tool.example", "https://tool.example:8443", "HTTPS://TOOL.EXAMPLE"]),
      data: structuredClone(often(0.02) ? anything() : data),
    };
    const isWhole = message.data !== null && typeof message.data === "object" && message.data.detail !== undefined;
    const allowed = Object.values(parts).every(Boolean) && isWhole && message.data.tool === "which-guarantee";
    const before = [frame.style.height, events.length, scrolled()];
    try {
      say(message);
    } catch (error) {
      fail(`embed.js has thrown ${error}`, message);
    }
    const after = [frame.style.height, events.length, scrolled()];
    const heard = before.some((it, at) => it !== after[at]);
    if (heard && !allowed) fail("embed.js has followed", message);
    if (allowed && event !== "focus" && (after[1] !== before[1] + 1 || events.at(-1).type !== `which-guarantee:${event}`)) {
      fail("embed.js has not followed", message);
    }
    if (allowed && event === "height" && frame.style.height !== `${value}px`) fail("the height is wrong", message);
    sent += 1;
    followed += heard ? 1 : 0;
  }
};

// ---- The frame

const framed = () => {
  const listeners = {};
  const posts = [];
  const parent = { postMessage: (message, to) => posts.push({ message, to }) };
  const shown = { outcome: "treaty", settled: "false", possible: "treaty paper" };
  const getBoundingClientRect = () => ({ height: 1500, width: 360 });
  const body = { children: [], style: { setProperty: () => {}, removeProperty: () => {} }, getBoundingClientRect };
  const first = (selector) => {
    if (selector === "[data-outcome]") return { dataset: shown };
    return selector.includes("data-ready") ? {} : null;
  };
  const quiet = class {
    observe() {}
  };
  const context = {
    URL, URLSearchParams, console: { warn: () => {} }, parent, innerHeight: 1500, scrollY: 0,
    location: { search: "", hash: "", pathname: "/en/frame.html", host: "tool.example" },
    history: { replaceState: () => {} },
    document: {
      referrer: "https://paper.example/article",
      documentElement: { style: {}, dataset: {}, lang: "en", toggleAttribute: () => {} },
      body,
      querySelectorAll: () => [],
      querySelector: first,
      addEventListener: (type, listener) => (listeners[type] = listener),
    },
    addEventListener: (type, listener) => (listeners[type] = listener),
    setTimeout: () => 0, clearTimeout: () => {}, requestAnimationFrame: () => 0,
    ResizeObserver: quiet, MutationObserver: quiet, CSS: { supports: () => true },
  };
  context.window = context;
  runInContext(readFileSync(frameFile, "utf8"), createContext(context));
  listeners.DOMContentLoaded();
  return { hear: listeners.message, posts, parent };
};

const tellFrame = () => {
  const { hear, posts, parent } = framed();
  for (let index = 0; index < Number(count); index += 1) {
    const right = () => often(0.85);
    const parts = { source: right(), tool: right(), v: right(), event: right() };
    const data = {
      tool: parts.tool ? "which-guarantee" : otherThan((it) => it === "which-guarantee", [["which-guarantee"]]),
      v: parts.v ? 1 : otherThan((it) => it === 1, ["1", [1], true]),
      event: parts.event ? "hello" : otherThan((it) => it === "hello", [["hello"], "Hello", "height", "looks", ["looks"]]),
      detail: often(0.2) ? one(["", "?theme=dark", "?accent=red&font=comic", "?answers=shared", "?%"]) : anything(),
    };
    const origin = one(["https://paper.example", "https://other.example", "null", "", "javascript:alert(1)", "file://"]);
    const isOdd = often(0.05);
    const message = { source: parts.source ? parent : one([null, {}]), origin, data: structuredClone(isOdd ? anything() : data) };
    const allowed = Object.values(parts).every(Boolean) && !isOdd;
    posts.length = 0;
    try {
      hear(message);
    } catch (error) {
      fail(`frame_page.js has thrown ${error}`, message);
    }
    const isOurs = parts.source && message.data?.tool === "which-guarantee" && message.data.v === 1;
    const isHello = isOurs && message.data.event === "hello";
    // Other looks are followed by what could not be followed of them, and by nothing else.
    const isLooks = isOurs && message.data.event === "looks" && typeof message.data.detail === "string";
    const isReady = posts.length === 1 && posts[0].message.event === "ready";
    if (posts.length > 0 && !(isHello || (isLooks && isReady))) fail("frame_page.js has answered", message);
    if (allowed && !posts.some((it) => it.message.event === "outcome")) fail("frame_page.js has not answered", message);
    // The outcome goes to whoever has said hello, if that has an origin, and to no third.
    const said = posts.find((it) => it.message.event === "outcome");
    const to = origin.startsWith("https://") ? origin : "*";
    if (said && said.to !== to) fail(`frame_page.js has told the outcome to ${said.to}`, message);
    sent += 1;
    followed += posts.length > 0 ? 1 : 0;
  }
};

tellPage();
tellFrame();
console.log(JSON.stringify({ sent, followed }));
