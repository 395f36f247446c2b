// For the tests of the folder `examples/`: copies of the examples with what they depend on, a server of files, and
// pages in Chromium that have nothing to complain of.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, symlink } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of examples, the folder with the modules of the tests, and Chromium. */
export const [, , examples, modules, chromium] = process.argv;
export const project = dirname(fileURLToPath(import.meta.url));
export const require = createRequire(join(modules, "any.mjs"));

const json = async (...path) => JSON.parse(await readFile(join(...path), "utf8"));

/** Copies an example into this project with the dependencies that its package.json names, and no others. */
export const installed = async (name) => {
  const folder = join(project, name);
  await rm(folder, { recursive: true, force: true });
  await cp(join(examples, name), folder, { recursive: true, filter: (it) => !["node_modules", "dist"].includes(it.split("/").at(-1)) });
  const { dependencies, devDependencies } = await json(folder, "package.json");
  for (const [id, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    const [from, to] = [join(modules, id), join(folder, "node_modules", id)];
    await mkdir(dirname(to), { recursive: true });
    if (id === "which-guarantee") {
      assert.equal(version, "file:../../target/site/package");
      await cp(join(project, "node_modules", id), to, { recursive: true });
    } else {
      assert.equal((await json(from, "package.json")).version, version, `${name}: ${id} is tested in another version`);
      await symlink(from, to);
    }
  }
  return folder;
};

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** Serves a folder, and returns its address. */
export const serve = async (root) => {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://localhost").pathname;
    const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
};

const browser = await require("puppeteer-core").launch({ executablePath: chromium, args: ["--no-sandbox"] });

export const close = () => browser.close();

/** Opens an address in a new page, and does something there. Fails where the page has an error or a warning. */
export const visit = async (address, action, { width = 1280, height = 800, scheme = "light", motion = "reduce" } = {}) => {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (it) => complaints.push(String(it)));
  page.on("console", (it) => ["error", "warn"].includes(it.type()) && complaints.push(it.text()));
  page.on("response", (it) => it.status() >= 400 && complaints.push(`${it.status()} ${it.url()}`));
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: motion }]);
  try {
    await page.goto(address);
    return await action(page);
  } finally {
    await page.close();
    assert.deepEqual(complaints, [], address);
  }
};

/** Fails where axe-core finds a fault in a page as it stands, or where it can be moved sideways. */
export const isAccessible = async (page) => {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const faults = await page.evaluate(async () => (await axe.run()).violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" ")}`));
  assert.deepEqual(faults, []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is too wide");
};
