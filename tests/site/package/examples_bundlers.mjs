// Other bundlers take the package as `examples/README.md` says, and what they write works in a page.
import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "which-guarantee";
import { close, examples, project, require, serve, visit } from "./examples_page.mjs";

const folder = join(project, "bundled");
const readme = await readFile(join(examples, "README.md"), "utf8");
const [[, passed], ...more] = readme.matchAll(/```js\n([\s\S]*?)```/g);
assert.deepEqual(more, []);
const [, ...loaders] = readme.match(/--loader:(\S+)=(\w+) --loader:(\S+)=(\w+)/);
const plain = 'import { load } from "which-guarantee";\nconst engine = await load();\n';
const answers = { war: "armistice", us: "troops", backing: "broad" };
const engine = await load();

const bundlers = {
  esbuild: [passed, async (entry) => {
    const loader = { [loaders[0]]: loaders[1], [loaders[2]]: loaders[3] };
    await require("esbuild").build({ entryPoints: [entry], bundle: true, minify: true, format: "esm", outfile: join(folder, "dist/esbuild.js"), loader, logLevel: "error" });
  }],
  webpack: [plain, async (entry) => {
    const compiler = require("webpack")({ mode: "production", entry, output: { path: join(folder, "dist"), filename: "webpack.js" } });
    const stats = await new Promise((done, failed) => compiler.run((error, stats) => (error ? failed(error) : done(stats))));
    assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
  }],
};

try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "dist"), { recursive: true });
  const address = await serve(join(folder, "dist"));
  for (const [name, [source, bundle]] of Object.entries(bundlers)) {
    const entry = join(folder, `${name}.js`);
    await writeFile(entry, `${source}window.outcome = engine.decide(${JSON.stringify(answers)}).outcome;\n`);
    await bundle(entry);
    await writeFile(join(folder, `dist/${name}.html`), `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${name}.js"></script>`);
    const outcome = await visit(`${address}/${name}.html`, async (page) => {
      await page.waitForFunction("window.outcome", { timeout: 10000 });
      return page.evaluate("window.outcome");
    });
    assert.equal(outcome, engine.decide(answers).outcome, name);
  }
  console.log(Object.keys(bundlers).join(", "));
} finally {
  await close();
}
