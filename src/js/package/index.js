// For browsers and bundlers.
import init, * as wasm from "./which_guarantee.js";
import inside from "./cases.js";
import { loadWith } from "./core.js";

export { WhichGuaranteeError } from "./core.js";

let started;
const start = async (module_or_path) => {
  started ??= init(module_or_path === undefined ? undefined : { module_or_path });
  try {
    await started;
  } catch (error) {
    // The next call tries again.
    started = undefined;
    throw error;
  }
  return wasm;
};

const read = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
};

export const load = (options) => loadWith(start, read, inside, options);
