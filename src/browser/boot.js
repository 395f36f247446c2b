// Brings a prerendered page to life: glue, wasm and edition are fetched side by side.
// What the reader does meanwhile is kept: the browser holds the chosen radio, this script a press of "Next".

let pressedNext = false;
const keep = (event) => {
  event.preventDefault();
  pressedNext = true;
};
document.addEventListener("submit", keep);

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
const run = async () => {
  const edition = bytes(boot.edition);
  // A failure while the glue is still loading is reported below, once.
  edition.catch(() => {});
  const glue = await import("./which_guarantee.js");
  await glue.default();
  glue.start(await edition, pressedNext, () => bytes(boot.annex));
};

run()
  .catch(tell)
  .finally(() => document.removeEventListener("submit", keep));
