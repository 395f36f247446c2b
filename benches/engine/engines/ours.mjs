// Ours: the wasm of the npm package. An engine keeps the tables that it has built, so each pass gets a new engine.

export const ours = async () => {
  const { load } = await import("/package/index.js");
  const engine = await load();
  const { Engine } = await import("/package/which_guarantee.js");
  const response = await fetch(`/package/cases/${engine.locale}.case`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let fresh;
  return {
    name: "which-guarantee",
    runs_in: "Chromium, wasm",
    engine,
    // A loaded case stays in memory, so passes are few.
    passes: 40,
    before: () => {
      fresh?.free();
      fresh = new Engine(bytes);
    },
    // Builds the table from the rules, and hands one byte for each world to JavaScript.
    decide: () => fresh.outcomes(""),
  };
};
