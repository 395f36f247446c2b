// Runs the code of the notebook in Python, cell after cell, and compares what it prints with the package.
// Beside this file lies `outcomes.csv`, as `cargo site table` has written it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "which-guarantee";

const [, , examples] = process.argv;
const notebook = JSON.parse(await readFile(join(examples, "notebook/outcomes.ipynb"), "utf8"));
assert.deepEqual([notebook.nbformat, notebook.nbformat_minor], [4, 5]);
const cells = notebook.cells.filter((it) => it.cell_type === "code");
assert.ok(cells.every((it) => it.outputs.length === 0 && it.execution_count === null), "it is kept without outputs");
// The last expression is what Jupyter shows.
const runner = `
import ast, json, sys
names = {}
for source in json.load(sys.stdin):
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if last: shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    if last and shown is not None: print("svg", shown._repr_svg_())
`;
const told = execFileSync("python3", ["-c", runner], { input: JSON.stringify(cells.map((it) => it.source.join(""))), encoding: "utf8" });
const printed = (id) => Number(told.match(new RegExp(`^${id} +([\\d,]+)`, "m"))?.[1].replaceAll(",", "") ?? 0);

const engine = await load();
const outcomes = engine.outcomes();
assert.ok(told.startsWith(`${outcomes.length.toLocaleString("en")} combinations of answers to ${engine.questions.length} questions`), told);
engine.guarantees.forEach((id, at) => assert.equal(printed(id), outcomes.filter((it) => it === at).length, id));
let stride = outcomes.length;
for (const { id, answers } of engine.questions) {
  stride /= answers.length;
  const digit = (world) => Math.floor(world / stride) % answers.length;
  const others = (world) => answers.map((_, it) => outcomes[world + (it - digit(world)) * stride]);
  const changed = outcomes.filter((outcome, world) => others(world).some((it) => it !== outcome)).length;
  assert.equal(printed(id), changed, id);
  assert.ok(told.includes(`>${id}</text>`) && told.includes(`>${changed.toLocaleString("en")}</text>`), `${id} is not in the picture`);
}
console.log(told.replace(/^svg.*/ms, ""));
