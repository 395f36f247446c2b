// Brings a prerendered page to life: glue, wasm and edition are fetched side by side.
// `trailing_slash.js`, `trouble_note.js`, `early_input.js`, `after_paint.js`, `lost_focus.js` and `alterations.js` stand
// before this.

// What takes longer than this hangs, and is given up. `chunk_loader.js` has the same limit.
const limit = () => ({ signal: AbortSignal.timeout?.(60_000) });
const bytes = async (address) => {
  const response = await fetch(address, limit());
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

// What hangs fails without a word. Once the page is alive, it is no longer late.
const late = setTimeout(() => tell("The page has not started yet."), 15_000);
const keep = () => {
  const restore = begun();
  return () => {
    clearTimeout(late);
    calm();
    restore();
  };
};

const boot = document.getElementById("boot").dataset;
const add = (link) => document.head.appendChild(Object.assign(document.createElement("link"), link));
// The looks of the outcome come with it, and not before the reader asks for them.
let isPlain = false;
const dress = () =>
  new Promise((onload, onerror) => add({ rel: "stylesheet", href: boot.style, onload, onerror })).catch(({ target }) => {
    target.remove();
    // The page can be read without, where they can't be had.
    if (isPlain) return;
    isPlain = true;
    throw new Error(`${boot.style} could not be loaded`);
  });
const fetchBoth = async () => (await Promise.all([bytes(boot.outcomeData), dress()]))[0];
const early = [];
// Whether the host no longer has what this page would need: it has another version by now.
const areGone = async () => {
  const asks = [boot.outcomeData, boot.later, boot.style].map((it) => fetch(it, { method: "HEAD", ...limit() }).catch(() => ({})));
  return (await Promise.all(asks)).some(({ status }) => status === 404 || status === 410);
};
const fetchOutcomeData = () => early.pop() ?? fetchBoth();
const run = async () => {
  // The first paint does not wait for this. Where nothing is painted, or nobody is told of it, it goes on all the same.
  for (let looks = 9; looks-- && !performance.getEntriesByName("first-contentful-paint")[0]; ) await new Promise(afterPaint);
  // A link that brings answers leads to the outcome: what it needs comes beside the rest and not after it.
  if (boot.later && location.hash) {
    add({ rel: "preload", as: "fetch", crossOrigin: "", href: boot.later });
    early.push(fetchBoth());
    // Where it fails, the reader is told when it is due.
    early[0].catch(() => {});
  }
  // The page for a group has sentences of its own.
  const parts = [boot.edition, boot.group].filter(Boolean).map(bytes);
  // A failure while the glue is still loading is reported below, once.
  for (const part of parts) part.catch(() => {});
  const glue = await import("./which_guarantee.js");
  await glue.default();
  // Compiling and mounting are a task each, so that a slow device answers between them.
  await new Promise((then) => setTimeout(then));
  const [edition, group] = await Promise.all(parts);
  const script = { wasPressed, keep, fetchOutcomeData, areGone, afterPaint, ...alterations() };
  if (group) glue.start_group(edition, group, script);
  else glue.start(edition, script);
};

// What keeps the page for use offline comes last, also where the page could not start: a new version may mend it.
// A frame belongs to its host, and keeps nothing on the reader's device.
const settle = () => {
  document.documentElement.dataset.settled = "";
  if (boot.offline && self === top) import(new URL(boot.offline, document.baseURI)).catch(() => {});
};

run()
  .catch(tell)
  .finally(() => {
    // Safari has no idle callback.
    if (globalThis.requestIdleCallback) requestIdleCallback(settle, { timeout: 5000 });
    else setTimeout(settle, 1000);
  });
