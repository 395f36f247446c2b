// Compares the installed package with what the engine said natively: every combination under each interpretation, and
// whole decisions. Each decision fits its schema.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { load } from "which-guarantee";

const require = createRequire(process.argv[2]);
const { default: Ajv } = require("ajv/dist/2020.js");
const native = JSON.parse(await readFile(new URL("native.json", import.meta.url), "utf8"));
const schema = async (name) => JSON.parse(await readFile(new URL(`node_modules/which-guarantee/${name}`, import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, validateFormats: false });
const isDecision = ajv.compile(await schema("decision.schema.json"));
const isSentences = ajv.compile(await schema("sentences.schema.json"));

const engine = await load();
for (const { readings, outcomes } of native.tables) {
  const here = engine.outcomes({ readings });
  assert.equal(here.length, engine.worlds);
  assert.deepEqual(Buffer.from(here).toString("base64"), outcomes, `readings ${readings}`);
}
for (const { link, next, decision } of native.decisions) {
  const here = engine.decide(link);
  assert.deepEqual(here, decision, link);
  assert.ok(isDecision(here), `${link}: ${ajv.errorsText(isDecision.errors)}`);
  assert.equal(engine.next(link), next, link);
  const { answers, readings, unknown } = engine.parse(link);
  assert.deepEqual(unknown, []);
  assert.deepEqual(engine.decide(answers, { readings }), decision, link);
  assert.equal(engine.link(answers, { readings }), link);
}
assert.equal(isDecision({ ...native.decisions[0].decision, settled: "yes" }), false, "the schema rejects");
for (const locale of native.locales) {
  const { sentences } = { sentences: (await load({ locale })).sentences() };
  assert.ok(isSentences(sentences), `${locale}: ${ajv.errorsText(isSentences.errors)}`);
  assert.equal(sentences.locale, locale);
  for (const { id, answers } of engine.questions) assert.deepEqual(Object.keys(sentences.questions[id].answers).sort(), [...answers].sort());
  for (const id of engine.guarantees) assert.ok(sentences.guarantees[id].name);
}
console.log(`${native.tables.length} tables, ${native.decisions.length} decisions, ${native.locales.length} languages`);
