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
  ["unknown-part", () => engine.decide({ [id]: `${answers[0]}.` })],
  ["unknown-part", () => engine.decide({ "readings": "J1" })],
  ["unknown-part", () => engine.decide({ "nothing": "unsure" })],
  ["unknown-part", () => engine.decide(Array.from({ length: 3000 }, (_, it) => `a${it}=b`).join("&"))],
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
  ["wrong-type", () => engine.decide(new URL("https://paper.example/en/#war=peace"))],
  ["wrong-type", () => engine.decide(new Map([[id, answers[0]]]))],
  ["wrong-type", () => engine.decide({}, null)],
  ["wrong-type", () => engine.decide({}, ["J1"])],
  ["wrong-type", () => engine.outcomes(["J1"])],
  ["wrong-type", () => load(null)],
  ["unknown-locale", () => engine.sentences("tlh")],
  ["unknown-locale", () => load({ locale: "tlh" })],
  ["unknown-locale", () => load({ locale: 1n })],
  ["unknown-locale", () => engine.sentences({})],
  ["unknown-locale", () => load({ case: good, locale: "uk" })],
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
    assert.ok(error.message.length < 1000, error.message);
    return true;
  });
}
// What is no mistake: an address without answers, one in a tracking parameter, and questions left open on purpose.
const calm = engine.decide();
assert.deepEqual(engine.decide("https://paper.example/en/"), calm);
assert.deepEqual(engine.decide("https://paper.example/en/?utm_source=x"), calm);
assert.deepEqual(engine.decide(`${id}=${answers[0]}&ref=https://x.example/`), engine.decide({ [id]: answers[0] }));
assert.deepEqual(engine.parse(`unsure=${id}`).unsure, [id]);
assert.notEqual(engine.next({ [id]: "unsure" }), id);
const left = {};
for (let it = engine.next(left); it !== null; it = engine.next(left)) left[it] = "unsure";
assert.deepEqual(engine.decide(left), calm);

const again = await load({ case: good });
assert.deepEqual(again.decide(), engine.decide());
assert.deepEqual(Buffer.from(again.outcomes()), Buffer.from(engine.outcomes()));
console.log(`${bad.length} kinds of bad input`);
