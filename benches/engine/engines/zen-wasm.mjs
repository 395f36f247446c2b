// GoRules zen in wasm. @gorules/zen-engine-wasm 0.23.1 evaluates expressions only, so the rows are one expression.

import init, { evaluateExpression } from "@gorules/zen-engine-wasm";

export const zenWasm = async ({ rows, guarantees }) => {
  await init({ module_or_path: "/zen.wasm" });
  const holds = (world) => (it) => `${world}${it.question} in [${it.answers.map((answer) => `"${answer}"`)}]`;
  const row = (world) => (it) => `${it.needs.map(holds(world)).join(" and ") || "true"} ? ${guarantees.indexOf(it.guarantee)} : `;
  const expression = (world) => `${rows.map(row(world)).join("")} 255`;
  const single = expression("");
  const looped = `map(worlds, ${expression("#.")})`;
  const runs_in = "Chromium, wasm";
  return [
    {
      name: "zen expression, one at a time",
      runs_in,
      every: 11,
      decide: (worlds) => worlds.map((it) => evaluateExpression(single, it)),
    },
    { name: "zen expression, all in one call", runs_in, decide: (worlds) => evaluateExpression(looped, { worlds }) },
  ];
};
