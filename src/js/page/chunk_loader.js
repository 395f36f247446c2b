// Loads the later chunk of the wasm. The first chunk imports this script by way of the glue, and calls it where it needs
// the other (`src/browser/outcome_chunk.rs`). The splitter's own loader compiles the wasm as a stream, which fails on a
// host that does not send `application/wasm`, and waits for ever for a host that hangs.
import { initSync } from "./which_guarantee.js";

const fetched = async () => {
  const response = await fetch(new URL("./split_later.wasm", import.meta.url), { signal: AbortSignal.timeout?.(60_000) });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // It imports the memory, the stack and the table of functions, which the first chunk exports under the same names.
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: initSync() });
};

// The chunk is instantiated once: a second instance would overwrite the data of the first. After a failure it can be
// requested again.
let loading;

// The name and the arguments are the splitter's: a function in the table, and what it is to be told.
export const __wasm_split_load_later = (callback, data) => {
  const tell = (isThere) => initSync().__indirect_function_table.get(callback)(data, isThere);
  loading ??= fetched();
  loading.then(
    () => tell(true),
    (error) => {
      loading = undefined;
      console.error(error);
      tell(false);
    },
  );
};
