// The start of the tool in one file: takes apart what the file carries, and brings the page to life without asking
// anybody for anything. `unpack`, `note` and `begun` stand before this.

{
  let pressedNext = false;
  const keep = (event) => {
    if (!event.target.closest("[type=submit]")) return;
    event.preventDefault();
    pressedNext = true;
  };
  document.addEventListener("click", keep);

  const bytesOf = (text) => {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes;
  };
  // Four parts one after the other, behind the length of each.
  const parts = (bytes) => {
    const lengths = new DataView(bytes.buffer);
    let at = 16;
    return [0, 4, 8, 12].map((place) => bytes.subarray(at, (at += lengths.getUint32(place, true))));
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
    const [glue, wasm, edition, annex] = parts(unpack(bytesOf(document.getElementById("carried").textContent)));
    const script = document.createElement("script");
    script.textContent = new TextDecoder().decode(glue);
    // Appended, it runs at once. A page that is opened from a disk may import nothing.
    document.head.append(script);
    await wasm_bindgen({ module_or_path: wasm });
    // For whoever wants to check the file: the outcome of every world, as a number of the guarantee each.
    globalThis.outcomes = (fragment = "") => wasm_bindgen.outcomes(edition, fragment);
    wasm_bindgen.start(edition, () => pressedNext, begun, async (isLost) => !isLost && annex, afterPaint, alterations());
  };
  // The page is painted first; what was chosen meanwhile is kept.
  afterPaint(() =>
    run()
      .catch(tell)
      .finally(() => document.removeEventListener("click", keep)),
  );
}
