// What the cases share: three versions of a small site, a browser that has the first, and what it means to work offline.
// Each case runs twice: with a worker that stays at work, and with one that the browser ends before each event.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Browser } from "./browser.mjs";

export const { versions, removal } = JSON.parse(readFileSync(process.argv[2], "utf8"));
export const [first, second, third] = versions;
export const HOME = "https://site.example/tool/";
export const HOURS = 3_600_000;

for (const it of versions) it.site = JSON.parse(/^const SITE = (\{.*?\n\});/s.exec(it.script)[1]);

export const listed = ({ site: { common, languages: all } }, ...languages) => {
  return [common, ...languages.map((it) => all[it])].flatMap(Object.keys).sort();
};
export const textOf = ({ files }, path) => files[path === "" || path.endsWith("/") ? `${path}index.html` : path];
const isNote = (path) => path.startsWith("?");
/** The files of each cache, without the worker's notes. */
export const files = (browser) => browser.kept().map((paths) => paths.filter((it) => !isNote(it)));

export const each = (name, run) => {
  for (const rests of [false, true]) {
    test(rests ? `${name}, however often the worker is ended` : name, async () => {
      const faults = await run((options) => {
        const browser = new Browser(HOME, { ...options, rests });
        browser.host.files = first.files;
        return browser;
      });
      assert.deepEqual(faults ?? [], []);
    });
  }
};

/** A browser with the first version at work and a page open. */
export const started = async (make, path = "en/") => {
  const browser = make();
  const { page } = await browser.visit(path);
  assert.equal((await browser.update(first.script)).state, "activated");
  browser.host.told();
  return { browser, page };
};
export const goesOffline = (browser) => (browser.host.fault = () => "offline");
/** Every file of these languages comes from the device, byte for byte; pages that are open stay as they are. */
export const worksOffline = async (browser, version, ...languages) => {
  const { fault } = browser.host;
  goesOffline(browser);
  const { page, ...front } = await browser.visit("");
  assert.equal(front.text, textOf(version, ""));
  for (const path of listed(version, ...languages)) {
    const { response } = browser.load(page, path);
    assert.equal(await (await response).text(), textOf(version, path), path);
  }
  browser.pages = browser.pages.filter((it) => it !== page);
  browser.host.fault = fault;
};

/** What a host or a network does that is no passing trouble, and what may be over at the next visit. */
export const ALTERING = ["altered", "cut", "sign in", "other type", 404, 403, 206];
export const FAILING = ["offline", "torn", 500, 503, 429];
