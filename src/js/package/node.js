// For Node, which reads the wasm from the disk.
import { readFile } from "node:fs/promises";
import init, * as wasm from "./which_guarantee.js";
import inside from "./cases.js";
import { loadWith } from "./core.js";

export { WhichGuaranteeError } from "./core.js";

let started;
const start = async (given) => {
  started ??= (async () => {
    const module_or_path = given ?? (await readFile(new URL("which_guarantee_bg.wasm", import.meta.url)));
    await init({ module_or_path });
  })();
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
  return wasm;
};

export const load = (options) => loadWith(start, readFile, inside, options);
