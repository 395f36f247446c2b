// The start of the tool in one file: takes apart what the file carries, and brings the page to life without asking
// anybody for anything. `trouble_note.js`, `early_input.js`, `after_paint.js`, `lost_focus.js` and `alterations.js`
// stand before this.

{
  // Firefox before 113 and Safari before 16.4 have no `DecompressionStream`, and a damaged copy fails the checksum of
  // zlib. In both cases the page shows the note that the questions are not running.
  const part = async (name) => {
    const bytes = Uint8Array.from(atob(document.getElementById(`carried-${name}`).textContent), (it) => it.charCodeAt(0));
    const decompressed = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(decompressed).arrayBuffer());
  };
  const run = async () => {
    const names = ["glue", "wasm", "edition", "outcome-data"];
    const [glue, wasm, edition, outcomeData] = await Promise.all(names.map(part));
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(glue);
    // Appended, it runs at once. A page that is opened from a disk may import nothing.
    document.head.append(script);
    await wasm_bindgen({ module_or_path: wasm });
    // To check the file by hand: the outcome of every world, as the index of its guarantee.
    globalThis.outcomes = (fragment = "") => wasm_bindgen.outcomes(edition, fragment);
    const fetchOutcomeData = async () => outcomeData;
    const areGone = async () => false;
    wasm_bindgen.start(edition, { wasPressed, keep: begun, fetchOutcomeData, areGone, afterPaint, ...alterations() });
  };
  // The page is painted first; what was chosen meanwhile is kept.
  afterPaint(() => run().catch(tell).finally(wasPressed));
}
