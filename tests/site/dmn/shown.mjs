// Opens DMN files in dmn-js, looks at the diagram and at the table of outcomes, and takes a picture of each.
// Argument: a JSON file with the files, the browser and a folder for the pictures.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

const { chromium, pictures, files } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const asset = (path) => fileURLToPath(new URL(`../../node_modules/dmn-js/dist/${path}`, import.meta.url));
const styles = ["diagram-js", "dmn-js-shared", "dmn-js-drd", "dmn-js-decision-table"].map((it) => asset(`assets/${it}.css`));

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  for (const { locale, xml, short_title: title, names } of files) {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (it) => errors.push(String(it)));
    await page.setViewport({ width: 1640, height: 1000 });
    await page.setContent("<!doctype html><div id='canvas' style='height: 960px'></div>");
    for (const path of styles) await page.addStyleTag({ path });
    await page.addScriptTag({ path: asset("dmn-navigated-viewer.development.js") });

    const shown = await page.evaluate(async (xml) => {
      window.viewer = new window.DmnJS({ container: "#canvas" });
      const { warnings } = await window.viewer.importXML(xml);
      window.viewer.getActiveViewer().get("canvas").zoom("fit-viewport", "auto");
      const drawn = (it) => document.querySelectorAll(`.djs-${it}`).length;
      return { warnings: warnings.map(String), shapes: drawn("shape"), lines: drawn("connection") };
    }, xml);
    assert.deepEqual(shown.warnings, [], locale);
    const count = (it) => xml.match(new RegExp(`<dmndi:DMN${it} `, "g")).length;
    assert.deepEqual([shown.shapes, shown.lines], [count("Shape"), count("Edge")], locale);
    await page.screenshot({ path: `${pictures}/diagram.${locale}.png` });

    await page.evaluate(async () => {
      const views = window.viewer.getViews();
      await window.viewer.open(views.find((it) => it.element.name === "outcome"));
    });
    await page.waitForSelector(".tjs-table tbody tr");
    const table = await page.$eval(".tjs-table", (it) => it.innerText);
    assert.ok(table.includes(title), `${locale}: ${title}`);
    const listed = names.filter((it) => table.includes(it));
    const rows = await page.$$eval(".tjs-table tbody tr", (it) => it.length);
    assert.equal(rows, listed.length, `${locale}: every row has the name of its guarantee`);
    await page.screenshot({ path: `${pictures}/table.${locale}.png` });
    assert.deepEqual(errors, [], locale);
    await page.close();
  }
} finally {
  await browser.close();
}
