// GoRules zen, native: a decision table with hit policy "first" between the input and the output.

import { ZenEngine } from "@gorules/zen-engine";

export const zenNative = (table) => {
  const engine = new ZenEngine();
  const single = engine.createDecision(graph(table, {}));
  const looped = engine.createDecision(graph(table, { executionMode: "loop", inputField: "worlds", outputPath: "worlds" }));
  const outcome = async (world) => (await single.evaluate(world)).result.outcome;
  const runs_in = "Node, native";
  return [
    { name: "zen, one at a time", runs_in, every: 11, decide: (worlds) => atOnce(1, worlds, outcome) },
    { name: "zen, 64 at once", runs_in, decide: (worlds) => atOnce(64, worlds, outcome) },
    {
      name: "zen, all in one call",
      runs_in,
      decide: async (worlds) => (await looped.evaluate({ worlds })).result.worlds.map((it) => it.outcome),
    },
  ];
};

const graph = ({ questions, rows, guarantees }, mode) => {
  const node = (type, content) => ({ id: type, name: type, type, position: { x: 0, y: 0 }, content });
  const edge = (from, to) => ({ id: `${from}-${to}`, sourceId: from, targetId: to, type: "edge" });
  const column = (id) => ({ id, name: id, field: id });
  // The answers to a question with which all needs of a row hold. An empty cell accepts any answer.
  const cell = (id, needs) => {
    const common = (some, more) => some.filter((it) => more.includes(it));
    const lists = needs.filter((it) => it.question === id).map((it) => it.answers);
    return lists.length === 0 ? "" : lists.reduce(common).map((it) => `"${it}"`).join(", ");
  };
  const rules = rows.map(({ guarantee, needs }) => ({
    _id: guarantee,
    ...Object.fromEntries(questions.map(({ id }) => [id, cell(id, needs)])),
    outcome: String(guarantees.indexOf(guarantee)),
  }));
  const inputs = questions.map((it) => column(it.id));
  const content = { hitPolicy: "first", inputs, outputs: [column("outcome")], rules, passThrough: false, ...mode };
  return {
    nodes: [node("inputNode", {}), node("decisionTableNode", content), node("outputNode", {})],
    edges: [edge("inputNode", "decisionTableNode"), edge("decisionTableNode", "outputNode")],
  };
};

// Keeps a number of evaluations going until all worlds are decided.
const atOnce = async (count, worlds, use) => {
  const outcomes = [];
  const left = worlds.entries();
  const take = async () => {
    for (const [index, world] of left) outcomes[index] = await use(world);
  };
  await Promise.all(Array.from({ length: count }, take));
  return outcomes;
};
