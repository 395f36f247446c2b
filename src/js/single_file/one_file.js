// The start of the tool in one file: takes apart what the file carries, and brings the page to life without asking
// anybody for anything. `note`, `begun` and `alterations` stand before this.

{
  let pressedNext = false;
  const keep = (event) => {
    if (!event.target.closest("[type=submit]")) return;
    event.preventDefault();
    pressedNext = true;
  };
  document.addEventListener("click", keep);

  // Browsers before 2023 can't, and a damaged copy fails its checksum: both are told as whatever else keeps the page from
  // running.
  const part = async (name) => {
    const bytes = Uint8Array.from(atob(document.getElementById(`carried-${name}`).textContent), (it) => it.charCodeAt(0));
    const decompressed = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(decompressed).arrayBuffer());
  };
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
  const run = async () => {
    const names = ["glue", "wasm", "edition", "outcome-data"];
    const [glue, wasm, edition, outcomeData] = await Promise.all(names.map(part));
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(glue);
    // Appended, it runs at once. A page that is opened from a disk may import nothing.
    document.head.append(script);
    await wasm_bindgen({ module_or_path: wasm });
    // For whoever wants to check the file: the outcome of every world, as a number of the guarantee each.
    globalThis.outcomes = (fragment = "") => wasm_bindgen.outcomes(edition, fragment);
    wasm_bindgen.start(edition, () => pressedNext, begun, async (isLost) => !isLost && outcomeData, afterPaint, alterations());
  };
  // The page is painted first; what was chosen meanwhile is kept.
  afterPaint(() =>
    run()
      .catch(tell)
      .finally(() => document.removeEventListener("click", keep)),
  );
}
