// For Node, which reads the wasm from the disk.
import { readFile } from "node:fs/promises";
import init, * as wasm from "./which_guarantee.js";
import inside from "./cases.js";
import { loader } from "./core.js";

export { WhichGuaranteeError } from "./core.js";

const start = async (given) => {
  await init({ module_or_path: given ?? (await readFile(new URL("which_guarantee_bg.wasm", import.meta.url))) });
  return wasm;
};

export const load = loader(start, readFile, inside);
