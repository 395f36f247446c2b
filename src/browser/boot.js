// Brings a prerendered page to life: glue, wasm and edition are fetched side by side.
// What the reader does meanwhile is kept: the browser holds the chosen radio, this script a press of the button, and
// `begun`, which stands before this, the rest.

let pressedNext = false;
const press = (event) => {
  event.preventDefault();
  pressedNext = true;
};
document.addEventListener("submit", press);
const wasPressed = () => {
  document.removeEventListener("submit", press);
  return pressedNext;
};

const bytes = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

const tell = (error) => {
  console.error(error);
  document.getElementById("trouble").hidden = false;
};
// Whatever stops the wasm, also later and without a word of its own, the reader is told.
addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && tell(error));

const boot = document.getElementById("boot").dataset;
const add = (link) => document.head.appendChild(Object.assign(document.createElement("link"), link));
// The looks of the outcome come with it, and not before the reader asks for them.
const dress = () =>
  new Promise((onload) => {
    const sheet = add({ rel: "stylesheet", href: boot.style, onload });
    // The page can be read without.
    sheet.onerror = () => onload(sheet.remove());
  });
// What is out of view is not painted; what waits for that goes on all the same.
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
const annex = () => early.pop() ?? fetchAnnex();
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
  const [edition, gathering] = await Promise.all(parts);
  if (gathering) glue.gather(edition, gathering, wasPressed, begun);
  else glue.start(edition, wasPressed, begun, annex, afterPaint);
};

// What keeps the page for use offline comes last, also where the page could not start: a new version may mend it.
// A frame belongs to its host, and keeps nothing on the reader's device.
const settle = () => boot.offline && self === top && import(new URL(boot.offline, document.baseURI)).catch(() => {});

run()
  .catch(tell)
  .finally(() => {
    // Safari has no idle callback.
    if (globalThis.requestIdleCallback) requestIdleCallback(settle, { timeout: 5000 });
    else setTimeout(settle, 1000);
  });
