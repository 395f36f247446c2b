// Brings a prerendered page to life: glue, wasm and edition are fetched side by side.
// Early input survives start-up: the browser keeps the checked radio, this script a click on "Next", and `early_input.js`
// everything else. `early_input.js`, `trailing_slash.js` and `trouble_note.js` run before this script.

let pressedNext = false;
// A click, for a sandbox without `allow-forms` swallows a submission; Enter in a form clicks its button, too.
const press = (event) => {
  if (!event.target.closest("[type=submit]")) return;
  event.preventDefault();
  pressedNext = true;
};
document.addEventListener("click", press);
const wasPressed = () => {
  document.removeEventListener("click", press);
  return pressedNext;
};

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
// A hidden page is not painted, so a timer calls back as well.
const afterPaint = (then) => {
  let isDue = true;
  const go = () => {
    if (isDue) then();
    isDue = false;
  };
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
};
const fetchAnnex = async () => (await Promise.all([bytes(boot.annex), dress()]))[0];
const early = [];
// Whether the host has no longer what this page would need: it has another version by now.
const isGone = async () => {
  const asks = [boot.annex, boot.later, boot.style].map((it) => fetch(it, { method: "HEAD", ...limit() }).catch(() => ({})));
  return (await Promise.all(asks)).some(({ status }) => status === 404 || status === 410);
};
const annex = (isLost) => (isLost ? isGone() : (early.pop() ?? fetchAnnex()));
const run = async () => {
  // The first paint does not wait for this. Where nothing is painted, or nobody is told of it, it goes on all the same.
  for (let looks = 9; looks-- && !performance.getEntriesByName("first-contentful-paint")[0]; ) await new Promise(afterPaint);
  // A link that brings answers leads to the outcome: what it needs comes beside the rest and not after it.
  if (boot.later && location.hash) {
    add({ rel: "preload", as: "fetch", crossOrigin: "", href: boot.later });
    early.push(fetchAnnex());
    // Where it fails, the reader is told when it is due.
    early[0].catch(() => {});
  }
  // The page for a group has sentences of its own.
  const parts = [boot.edition, boot.gathering].filter(Boolean).map(bytes);
  // A failure while the glue is still loading is reported below, once.
  for (const part of parts) part.catch(() => {});
  const glue = await import("./which_guarantee.js");
  await glue.default();
  // Compiling and mounting are a task each, so that a slow device answers between them.
  await new Promise((then) => setTimeout(then));
  const [edition, gathering] = await Promise.all(parts);
  if (gathering) glue.gather(edition, gathering, wasPressed, keep, alterations());
  else glue.start(edition, wasPressed, keep, annex, afterPaint, alterations());
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
