// The scrollytelling page: each step highlights as many combinations, of as many outcomes, as the package has in Node.
import assert from "node:assert/strict";
import { load } from "which-guarantee";
import { close, installed, isAccessible, project, serve, visit } from "./examples_page.mjs";

const engine = await load();
const sentences = engine.sentences();
const STEPS = {
  all: [{}],
  ongoing: [{ war: "ongoing" }],
  armistice: [{ war: "armistice", land: "claimed" }],
  troops: [{ us: "troops" }],
  both: [{ war: "armistice", land: "claimed", us: "troops" }],
  reading: [{ war: "armistice", land: "claimed", us: "troops" }, ["J1"]],
};

// Every combination of answers, the last question changing fastest.
const worlds = engine.questions.reduce((all, { id, answers }) => all.flatMap((it) => answers.map((answer) => ({ ...it, [id]: answer }))), [{}]);
const counted = ([when, readings = []]) => {
  const outcomes = engine.outcomes({ readings });
  const counts = engine.guarantees.map(() => 0);
  worlds.forEach((world, at) => Object.entries(when).every(([id, answer]) => world[id] === answer) && (counts[outcomes[at]] += 1));
  return counts;
};
// Not at every frame, because the frames that the page asks for are counted.
const POLLING = { polling: 50, timeout: 5000 };
const SIZES = [[320, 640, "light", "reduce"], [360, 740, "dark", "no-preference"], [900, 800, "light", "reduce"], [1280, 720, "dark", "no-preference"]];
const number = (it) => it.toLocaleString("en");

// The bars of a step's table with their colours, and how many squares of the picture have each of these colours.
const seen = (id) => {
  const step = document.querySelector(`[data-step="${id}"]:not(figure)`);
  const canvas = document.querySelector("canvas");
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  const squares = {};
  for (let at = 0; at < data.length; at += 4) {
    const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
    squares[colour] = (squares[colour] ?? 0) + 1;
  }
  const row = (it) => [it.querySelector("th").textContent, it.querySelector("td").textContent, squares[getComputedStyle(it.querySelector(".bar")).backgroundColor] ?? 0];
  return {
    colours: [...step.querySelectorAll(".bar")].map((it) => it.style.getPropertyValue("--colour")),
    rows: [...step.querySelectorAll("tbody tr")].map(row),
    share: step.querySelector(".share").textContent,
    caption: document.querySelector("figcaption").textContent,
    label: canvas.ariaLabel,
    text: step.innerText,
  };
};

// Whether each label lies within its part of the picture, down and across.
const isAligned = () => {
  const field = document.querySelector(".field").getBoundingClientRect();
  const within = (selector, from, to, size) => {
    const labels = [...document.querySelectorAll(`${selector} span`)];
    return labels.every((it, at) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      const [text, part] = [range.getBoundingClientRect(), field[size] / labels.length];
      return text[from] >= field[from] + at * part - 2 && text[to] <= field[from] + (at + 1) * part + 2;
    });
  };
  return within(".down", "top", "bottom", "height") && within(".across", "left", "right", "width");
};

const told = (scheme, motion) => async (page) => {
  await page.waitForSelector("figure[data-step]");
  await isAccessible(page);
  assert.ok(await page.evaluate(isAligned), "a label is not beside its part of the picture");
  await page.evaluate(() => {
    const original = requestAnimationFrame;
    window.fading = 0;
    window.requestAnimationFrame = (it) => original((now) => it(now, (window.fading += 1)));
  });
  const until = (id, rows) => page.waitForFunction(`JSON.stringify((${seen})("${id}").rows) === ${JSON.stringify(JSON.stringify(rows))}`, POLLING).catch(() => {});
  for (const [id, step] of Object.entries(STEPS)) {
    const counts = counted(step);
    const size = counts.reduce((sum, it) => sum + it);
    const rows = engine.guarantees.map((it, at) => [sentences.guarantees[it].name, number(counts[at]), counts[at]]).filter((it) => it[2] > 0);
    await page.$eval(`[data-step="${id}"]:not(figure) h2`, (it) => it.scrollIntoView({ block: "center" }));
    await page.waitForFunction((id) => document.querySelector("figure").dataset.step === id, POLLING, id);
    await until(id, rows);
    const here = await page.evaluate(seen, id);
    assert.deepEqual(here.rows, rows, id);
    if (id === "all") assert.deepEqual(here.colours, rows.map((_, it) => `var(--step-${rows.length - it})`), "the strongest has the strongest colour");
    const share = `${number(size)} of ${number(worlds.length)} combinations of answers`;
    assert.equal(here.share, share);
    assert.equal(here.caption, `In colour: ${share}`);
    assert.ok(here.label.includes(share), here.label);
    if (step[1]) {
      const before = counted([step[0]]);
      const [one, other] = [engine.outcomes(), engine.outcomes({ readings: step[1] })];
      const changed = worlds.filter((world, at) => one[at] !== other[at] && Object.entries(step[0]).every(([id, answer]) => world[id] === answer)).length;
      assert.notDeepEqual(counts, before);
      assert.ok(here.text.includes(`This changes the outcome of ${number(changed)} of these ${number(size)} combinations.`), here.text);
    }
    // The picture lies below the opening of the page until its second step.
    const { top, bottom } = await page.$eval("figure", (it) => it.getBoundingClientRect().toJSON());
    assert.ok(id === "all" || (top >= 0 && bottom <= page.viewport().height), `${id}: the picture is not in sight`);
    if (id === "reading") {
      const other = scheme === "dark" ? "light" : "dark";
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: other }, { name: "prefers-reduced-motion", value: motion }]);
      await until(id, rows);
      assert.deepEqual((await page.evaluate(seen, id)).rows, rows, `the colours are not those of ${other}`);
    }
  }
  assert.equal((await page.evaluate(() => window.fading)) > 0, motion === "no-preference", "it moves against the wish of its reader");
};

try {
  await installed("scrollytelling");
  const address = `${await serve(project)}/scrollytelling/`;
  for (const [width, height, scheme, motion] of SIZES) {
    await visit(address, told(scheme, motion), { width, height, scheme, motion });
  }
  console.log(`${Object.keys(STEPS).length} steps in ${SIZES.length} windows`);
} finally {
  await close();
}
