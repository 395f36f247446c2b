// json-rules-engine: one rule for each row. The first row that holds stops the engine, which is faster than evaluating all.

import { Engine } from "json-rules-engine";

export const jsonRulesEngine = ({ rows, guarantees }) => {
  const engine = new Engine();
  rows.forEach(({ guarantee, needs }, index) => {
    engine.addRule({
      priority: rows.length - index,
      conditions: { all: needs.map(({ question, answers }) => ({ fact: question, operator: "in", value: answers })) },
      event: { type: "outcome", params: { position: guarantees.indexOf(guarantee) } },
      onSuccess: () => engine.stop(),
    });
  });
  return {
    name: "json-rules-engine",
    runs_in: "Chromium",
    every: 11,
    decide: async (worlds) => {
      const outcomes = [];
      for (const world of worlds) outcomes.push((await engine.run(world)).events[0].params.position);
      return outcomes;
    },
  };
};
