// Reads DMN files with dmn-moddle, evaluates them with the FEEL interpreter feelin, and compares every combination of
// answers with the outcome that the tool gives. Argument: a JSON file with the files and their outcomes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { DmnModdle } from "dmn-moddle";
import { evaluate, unaryTest } from "feelin";

const { questions, files } = JSON.parse(readFileSync(process.argv[2], "utf8"));

// A FEEL expression over texts depends on nothing but these; the interpreter sees each once.
const kept = new Map();
const once = (key, make) => {
  if (!kept.has(key)) {
    const { value, warnings } = make();
    assert.deepEqual(warnings, [], key);
    kept.set(key, value);
  }
  return kept.get(key);
};
const valueOf = (text, known) => once(`${text} of ${known[text]}`, () => evaluate(text, known));
const holds = (test, value) => once(`${test} for ${value}`, () => unaryTest(test, { "?": value }));

const element = (definitions, reference) => definitions.drgElement.find((it) => `#${it.id}` === reference.href);

// The value of a decision whose table has hit policy FIRST, as DMN 1.3 section 8.2 defines it.
const decided = (definitions, decision, known) => {
  for (const { requiredDecision, requiredInput } of decision.informationRequirement) {
    const needed = element(definitions, requiredDecision ?? requiredInput);
    if (requiredInput) assert.ok(needed.variable.name in known, needed.id);
    else if (!(needed.variable.name in known)) known[needed.variable.name] = decided(definitions, needed, known);
  }
  const { hitPolicy, input, rule } = decision.decisionLogic;
  assert.equal(hitPolicy, "FIRST");
  const values = input.map((it) => valueOf(it.inputExpression.text, known));
  const hit = rule.find((it) => it.inputEntry.every((entry, column) => holds(entry.text, values[column])));
  return valueOf(hit.outputEntry[0].text, known);
};

// The combination at a position: the last question changes fastest.
const answersAt = (position) => {
  const answers = {};
  for (const { id, answers: all } of questions.toReversed()) {
    answers[id] = all[position % all.length];
    position = Math.floor(position / all.length);
  }
  return answers;
};

for (const { name, xml, outcomes } of files) {
  const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
  assert.deepEqual(warnings, [], name);
  const outcome = rootElement.drgElement.find((it) => it.name === "outcome");
  outcomes.forEach((expected, position) => {
    const answers = answersAt(position);
    assert.equal(decided(rootElement, outcome, { ...answers }), expected, `${name}: ${JSON.stringify(answers)}`);
  });
  console.log(`${name}: ${outcomes.length} combinations agree`);
}
