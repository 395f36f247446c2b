// Loads the later chunk of the wasm. The first chunk imports this script by way of the glue, and calls it where it needs
// the other (`src/browser/lazy.rs`). The splitter writes a loader, too; but it streams, which fails where a host does not
// know what wasm is, and it waits without end.
import { initSync } from "./which_guarantee.js";

const fetched = async () => {
  const response = await fetch(new URL("./split_later.wasm", import.meta.url), { signal: AbortSignal.timeout?.(60_000) });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // It imports the memory, the stack and the table of functions, which the first chunk exports under the same names.
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: initSync() });
};

// Once: it would overwrite its own data a second time. What has failed can be asked for again.
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
