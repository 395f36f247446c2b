// Runs every example of the package's README as it stands.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { examples } from "./examples.mjs";

const readme = await readFile(new URL("node_modules/which-guarantee/README.md", import.meta.url), "utf8");
const all = examples(readme);
for (const [index, example] of all.entries()) {
  const file = new URL(`example-${index}.mjs`, import.meta.url);
  await writeFile(file, `import { deepStrictEqual as check } from "node:assert";\n${example}`);
  await import(file);
}
const values = all.join("").split("check(").length - 1;
assert.ok(all.length >= 6 && values >= 10, `only ${all.length} examples, ${values} values`);
console.log(`${all.length} examples, ${values} values`);
