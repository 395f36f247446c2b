// For browsers and bundlers.
import init, * as wasm from "./which_guarantee.js";
import inside from "./cases.js";
import { loader } from "./core.js";

export { WhichGuaranteeError } from "./core.js";

const start = async (given) => {
  await init(given === undefined ? undefined : { module_or_path: given });
  return wasm;
};

const read = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
};

export const load = loader(start, read, inside);
