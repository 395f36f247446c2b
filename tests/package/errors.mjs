// Bad input of every kind throws a typed error of one sentence or two, and the engine goes on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { load, WhichGuaranteeError } from "which-guarantee";

const engine = await load();
const good = new Uint8Array(await readFile(new URL("node_modules/which-guarantee/cases/en.case", import.meta.url)));
const damaged = good.slice();
damaged[good.length >> 1] ^= 1;
const [{ id, answers }] = engine.questions;
const bad = [
  ["unknown-part", () => engine.decide("war=maybe")],
  ["unknown-part", () => engine.decide({ [id]: "maybe" })],
  ["unknown-part", () => engine.decide({ nothing: answers[0] })],
  ["unknown-part", () => engine.decide({ [id]: `${answers[0]}&us=troops` })],
  ["unknown-part", () => engine.next({ "": "" })],
  ["unknown-part", () => engine.link("a=b")],
  ["unknown-reading", () => engine.decide("", { readings: ["nothing"] })],
  ["unknown-reading", () => engine.outcomes({ readings: ["a&b=c"] })],
  ["cut-off", () => engine.decide('"war=peace')],
  ["wrong-type", () => engine.decide(1)],
  ["wrong-type", () => engine.decide(null)],
  ["wrong-type", () => engine.decide([])],
  ["wrong-type", () => engine.decide({ [id]: 1 })],
  ["wrong-type", () => engine.decide("", { readings: "J1" })],
  ["wrong-type", () => engine.parse(undefined)],
  ["unknown-locale", () => engine.sentences("tlh")],
  ["unknown-locale", () => load({ locale: "tlh" })],
  ["unknown-locale", () => load({ locale: "constructor" })],
  ["wrong-type", () => load({ case: "model.toml" })],
  ["damaged-case", () => load({ case: damaged })],
  ["damaged-case", () => load({ case: good.slice(0, -1) })],
  ["damaged-case", () => load({ case: new Uint8Array(0) })],
  ["too-large", async () => load({ case: new Uint8Array(await readFile(new URL("large.case", import.meta.url))) })],
];
for (const [code, action] of bad) {
  await assert.rejects(async () => action(), (error) => {
    assert.ok(error instanceof WhichGuaranteeError, `${action}: ${error}`);
    assert.equal(error.code, code, `${action}: ${error}`);
    assert.match(error.message, /\.$/);
    return true;
  });
}
const again = await load({ case: good });
assert.deepEqual(again.decide(), engine.decide());
assert.deepEqual(Buffer.from(again.outcomes()), Buffer.from(engine.outcomes()));
console.log(`${bad.length} kinds of bad input`);
