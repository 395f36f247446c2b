// The React and the Svelte example, built by Vite and served by its development server: every question is answered by
// clicks, and the page shows what the package decides in Node.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { load } from "which-guarantee";
import { close, installed, isAccessible, project, serve, visit } from "./examples_page.mjs";

const engine = await load();
const sentences = engine.sentences();
const vite = (folder, ...words) => spawn(process.execPath, [join(folder, "node_modules/vite/bin/vite.js"), ...words], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });

// What the page says, and what it has to say.
const shows = (page, answers) => {
  const { outcome, settled } = engine.decide(answers);
  const id = engine.next(answers);
  const heading = id === null ? "No question is left that can change the outcome." : sentences.questions[id].asks;
  const expected = { outcome, settled: String(settled), heading, name: sentences.guarantees[outcome].name, final: settled };
  const seen = () => {
    const { outcome, settled } = document.querySelector(".outcome").dataset;
    const text = (it) => document.querySelector(it).textContent;
    return { outcome, settled, heading: text("h2"), name: text(".outcome h3"), final: text(".outcome p").includes("Final:") };
  };
  return page.evaluate(seen).then((it) => assert.deepEqual(it, expected, JSON.stringify(answers)));
};

const press = async (page, says) => {
  const found = await page.evaluate((says) => {
    const all = [...document.querySelectorAll("button")].filter((it) => (it.querySelector("strong") ?? it).textContent === says);
    all[0]?.click();
    return all.length;
  }, says);
  assert.equal(found, 1, says);
  // Both frameworks have drawn by the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2", "the focus is lost");
};

// Chooses an answer of each question that is asked; null stands for "not sure".
const WAYS = [(all) => all[0], (all) => all.at(-1), (all) => all[all.length >> 1], (all, at) => all[at % all.length], (all, at) => (at % 2 ? all.at(-1) : null), () => null];

const answered = async (page, choose) => {
  const answers = {};
  await shows(page, answers);
  for (let at = 0, id = engine.next(answers); id !== null; at += 1, id = engine.next(answers)) {
    const question = sentences.questions[id];
    const answer = choose(engine.questions.find((it) => it.id === id).answers, at);
    await press(page, answer === null ? "Not sure" : question.answers[answer].says);
    answers[id] = answer ?? "unsure";
    await shows(page, answers);
  }
  const last = Object.keys(answers).at(-1);
  const { [last]: _, ...before } = answers;
  await press(page, "Back");
  await shows(page, before);
  await press(page, "Start again");
  await shows(page, {});
  return Object.keys(answers).length;
};

try {
  for (const name of ["react", "svelte"]) {
    const folder = await installed(name);
    const [status] = await once(vite(folder, "build", "--logLevel", "warn"), "exit");
    assert.equal(status, 0, `${name} is not built`);
    const assets = await readdir(join(folder, "dist/assets"));
    assert.equal(assets.filter((it) => it.endsWith(".wasm")).length, 1, `${assets}`);
    const built = `${await serve(project)}/${name}/dist/`;
    for (const [width, scheme] of [[360, "light"], [1280, "dark"]]) {
      const clicks = async (page) => {
        await page.waitForSelector(".outcome");
        await isAccessible(page);
        let sum = 0;
        for (const choose of WAYS) sum += await answered(page, choose);
        return sum;
      };
      console.log(`${name}, ${width} px: ${await visit(built, clicks, { width, scheme })} answers`);
    }

    const developing = vite(folder, "--host", "127.0.0.1", "--port", "0", "--clearScreen", "false");
    // A server that is left running would keep whoever waits for its output.
    try {
      const address = await new Promise((found, failed) => {
        let said = "";
        developing.stdout.on("data", (it) => {
          said += it;
          const [address] = said.replace(/\x1b\[\d+m/g, "").match(/http:\/\/[\d.]+:\d+\//) ?? [];
          if (address) found(address);
        });
        developing.on("exit", () => failed(new Error(`${name}: no development server\n${said}`)));
      });
      await visit(address, async (page) => {
        await page.waitForSelector(".outcome");
        await answered(page, WAYS[0]);
      });
    } finally {
      developing.kill();
    }
  }
} finally {
  await close();
}
