// The engines that run in a page, and whole decisions of ours.

import { jsonRulesEngine } from "./engines/json-rules-engine.mjs";
import { ours } from "./engines/ours.mjs";
import { plain } from "./engines/plain.mjs";
import { zenWasm } from "./engines/zen-wasm.mjs";
import { checked, described, median, some, timed } from "./timing.mjs";
import { worldsOf } from "./worlds.mjs";

let engine;
let engines;
let worlds;

// Makes every engine, checks it against ours on every world, and returns the report on each so far.
export const start = async (table) => {
  const own = await ours();
  engine = own.engine;
  const known = { questions: engine.questions, guarantees: engine.guarantees, outcomes: Array.from(engine.outcomes()) };
  const whole = { ...table, ...known };
  worlds = worldsOf(engine.questions, table);
  engines = [own, plain(whole), jsonRulesEngine(whole), ...(await zenWasm(whole))];
  const checks = [];
  for (const it of engines) checks.push({ ...described(it, worlds), check_ms: await checked(it, worlds, known.outcomes) });
  return { ...known, checks };
};

// One run: the decisions a second of each engine, in their order, and the time of whole decisions of ours.
export const run = async () => {
  const rates = [];
  for (const it of engines) rates.push(await timed(it, worlds));
  return { rates, whole: wholeDecisions() };
};

// Nothing answered, each answer alone, each pair of answers to the first question and another, and every 401st world: the
// sets of `cargo bench`.
const sets = () => {
  const alone = engine.questions.flatMap(({ id, answers }) => answers.map((it) => ({ [id]: it })));
  const [{ id, answers }] = engine.questions;
  const pairs = answers.flatMap((it) => alone.filter((other) => !(id in other)).map((other) => ({ [id]: it, ...other })));
  return [{}, ...alone, ...pairs, ...some(worlds, 401)];
};

// Whole decisions as the package's users get them: objects, with changes and reasons. Each is made nine times, because some
// calls wait for the browser, for example while it collects garbage.
const wholeDecisions = () => {
  const times = sets().map((it) => {
    const again = Array.from({ length: 9 }, () => {
      const begin = performance.now();
      engine.decide(it);
      return performance.now() - begin;
    });
    return median(again);
  });
  return { sets_of_answers: times.length, median_ms: median(times), slowest_ms: Math.max(...times) };
};
