// Times decision engines on one decision table: ours, plain JavaScript, json-rules-engine and zen's wasm in a page of
// Chromium, zen's native library in this process. Prints the medians of all runs as one JSON object. Before anything is
// timed, every engine decides every world once, and has to agree with ours.
//
// node measure.mjs CHROMIUM '{"runs":5,"package":"DIR","table":"FILE"}'

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import puppeteer from "puppeteer-core";

import { zenNative } from "./engines/zen-native.mjs";
import { checked, described, median, timed } from "./timing.mjs";
import { worldsOf } from "./worlds.mjs";

const [executablePath, given] = process.argv.slice(2);
const { runs, package: folder, table: file } = JSON.parse(given);
const table = JSON.parse(await readFile(file, "utf8"));
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const bundled = await build({
  entryPoints: [here("page.mjs")],
  // The package is loaded as it is published.
  external: ["/package/*"],
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
});
const files = {
  "/": "<!doctype html><title>Bench</title>",
  "/page.js": bundled.outputFiles[0].text,
  "/zen.wasm": await readFile(here("node_modules/@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm")),
};
const TYPES = { "": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

const server = createServer(async ({ url }, response) => {
  const { pathname } = new URL(url, "http://localhost");
  try {
    const bytes = files[pathname] ?? (await readFile(join(folder, pathname.replace("/package/", ""))));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(pathname)] ?? "application/octet-stream",
      // A page that is isolated from other origins has a clock with steps of 5 µs, other pages one with steps of 100 µs.
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const rounded = (value) => Number(value.toFixed(3));

const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

try {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const { checks, ...known } = await page.evaluate(async (table) => {
    globalThis.bench = await import("/page.js");
    return bench.start(table);
  }, table);
  const worlds = worldsOf(known.questions, table);
  const native = zenNative({ ...table, ...known });
  for (const it of native) checks.push({ ...described(it, worlds), check_ms: await checked(it, worlds, known.outcomes) });
  const all = [];
  // The first run does not count: the compilers of the browser and of Node are still at work.
  for (let run = 0; run <= runs; run += 1) {
    const { rates, whole } = await page.evaluate(() => bench.run());
    for (const it of native) rates.push(await timed(it, worlds));
    if (run > 0) all.push({ rates, whole });
  }
  const rates = checks.map((_, index) => median(all.map((it) => it.rates[index])));
  const engines = checks.map((it, index) => ({
    ...it,
    check_ms: Math.round(it.check_ms),
    decisions_per_second: Math.round(rates[index]),
    ours_is_times_as_fast: rounded(rates[0] / rates[index]),
  }));
  const of = (key) => rounded(median(all.map((it) => it.whole[key])));
  const whole_decision = { ...all[0].whole, median_ms: of("median_ms"), slowest_ms: of("slowest_ms") };
  console.log(JSON.stringify({ worlds: worlds.length, engines, whole_decision }));
} finally {
  await browser.close();
  server.close();
}
