// Cases of what is kept, through faults of hosts, of networks and of what is kept.
import assert from "node:assert/strict";
import { ALTERING, FAILING, HOME, HOURS, each, files, first, goesOffline, listed, second, started, textOf, third, worksOffline } from "./site.mjs";

// ---- What is kept

each("the first install keeps the files of the open page's language and the common ones, and no other", async (make) => {
  const one = { en: ["en/"], uk: ["uk/"], both: ["en/method/", "uk/"] };
  for (const [name, paths] of Object.entries(one)) {
    const browser = make();
    for (const path of paths) await browser.visit(path);
    browser.host.told();
    const worker = await browser.update(first.script);
    const languages = name === "both" ? ["en", "uk"] : [name];
    assert.equal(worker.state, "activated");
    assert.deepEqual(files(browser), [listed(first, ...languages)]);
    assert.deepEqual(browser.host.told(), listed(first, ...languages), "each is asked for once");
    assert.ok(browser.pages.every((it) => it.isControlled), "the pages that are open have it from now on");
    await worksOffline(browser, first, ...languages);
    assert.deepEqual(browser.faults, []);
  }
});

each("who is choosing a language gets those that the browser asks for, or else the site's first", async (make) => {
  const asked = [[["uk-UA", "de"], ["uk"]], [["en-GB", "uk"], ["en", "uk"]], [["de"], ["en"]], [["u", "ukr"], ["en"]]];
  for (const [languages, kept] of asked) {
    const browser = make({ languages });
    await browser.visit("");
    await browser.update(first.script);
    assert.deepEqual(files(browser), [listed(first, ...kept)], languages.join());
  }
});

each("what is kept has the headers of the host but for its packing and `Vary`", async (make) => {
  const { browser } = await started(make);
  const names = browser.entry("en/").headers.map(([name]) => name);
  assert.deepEqual(names, ["content-security-policy", "content-type"]);
});

each("a file sent with `Vary: *` is kept, because its hash is known", async (make) => {
  const browser = make();
  browser.host.fault = () => "varies";
  await browser.visit("en/");
  assert.equal((await browser.update(first.script)).state, "activated");
  await worksOffline(browser, first, "en");
  return browser.faults;
});

each("another language is kept whole once a page of it is visited, and not before", async (make) => {
  const { browser } = await started(make);
  assert.deepEqual(files(browser), [listed(first, "en")]);
  const { text } = await browser.visit("uk/");
  assert.equal(text, textOf(first, "uk/"));
  assert.deepEqual(files(browser), [listed(first, "en", "uk")]);
  await worksOffline(browser, first, "en", "uk");
  return browser.faults;
});

each("on a host that takes slashes away, a language is kept as on any other", async (make) => {
  for (const path of ["uk", "uk?x=/en/", "uk#a=1"]) {
    const browser = make();
    browser.host.files = { ...first.files, uk: textOf(first, "uk/"), en: textOf(first, "en/") };
    await browser.visit(path);
    await browser.update(first.script);
    assert.deepEqual(files(browser), [listed(first, "uk")], path);
    await browser.visit("en");
    assert.deepEqual(files(browser), [listed(first, "en", "uk")], path);
    await worksOffline(browser, first, "en", "uk");
    assert.deepEqual(browser.faults, []);
  }
});

each("two pages of a language that come at once bring it once", async (make) => {
  const { browser } = await started(make);
  browser.rests = false;
  const pages = ["uk/", "uk/"].map((it) => browser.open(it));
  await Promise.all(pages.map((it) => it.settled));
  const told = browser.host.told().filter((it) => it !== "uk/");
  assert.deepEqual(told, listed(first, "uk").filter((it) => it.startsWith("uk/m") || it.includes("edition-uk")));
});

// ---- Hosts and networks

each("a file that comes otherwise than it was built is not kept, whatever was done to it, and nothing is installed", async (make) => {
  for (const fault of [...ALTERING, ...FAILING]) {
    for (const path of listed(first, "en")) {
      const browser = make();
      await browser.visit("en/");
      browser.host.fault = (it) => (it === path ? fault : undefined);
      const worker = await browser.update(first.script);
      const what = `${fault} for ${path}`;
      assert.equal(worker.state, "redundant", what);
      assert.deepEqual(files(browser), [listed(first, "en").filter((it) => it !== path)], what);
      assert.equal(Boolean(browser.entry("?altered")), ALTERING.includes(fault), what);
      assert.equal(browser.pages[0].isControlled, false, "half a site is none");
      // What has come is not asked for again, and nothing is left of the first try.
      browser.host.fault = () => undefined;
      browser.now += 24 * HOURS;
      browser.host.told();
      assert.equal((await browser.update(first.script)).state, "activated", what);
      assert.deepEqual(browser.host.told(), [path], what);
      assert.deepEqual(files(browser), [listed(first, "en")], what);
      assert.deepEqual(browser.faults, [], what);
    }
  }
});

each("what the browser's own cache has damaged is asked for from the host itself", async (make) => {
  const browser = make();
  await browser.visit("en/");
  browser.host.fault = (path, cache) => (path === "assets/app.1.wasm" && cache !== "reload" ? "cut" : undefined);
  assert.equal((await browser.update(first.script)).state, "activated");
  assert.deepEqual(files(browser), [listed(first, "en")]);
});

each("a host that alters files is left alone for a day", async (make) => {
  const browser = make();
  const { page } = await browser.visit("en/");
  browser.host.fault = (path) => (path.endsWith("/") ? "altered" : path.endsWith(".bin") ? 500 : undefined);
  await browser.update(first.script);
  assert.ok(page.heard.every((it) => it.altered.startsWith(HOME) && it.altered.endsWith("/")));
  assert.equal(page.heard.length, 1, "pages are told, for whoever runs the host");
  browser.host.told();
  for (const hours of [1, 12, 10.9]) {
    browser.now += hours * HOURS;
    assert.equal((await browser.update(first.script)).state, "redundant");
    assert.deepEqual(browser.host.told(), []);
  }
  assert.equal(page.heard.length, 4, "they are told each time");
  assert.equal(browser.stores.size, 1);
  browser.now += HOURS;
  await browser.update(first.script);
  assert.notDeepEqual(browser.host.told(), [], "a day later it is asked again");
  assert.equal(browser.stores.size, 1);
  browser.now += HOURS;
  await browser.update(first.script);
  assert.deepEqual(browser.host.told(), [], "and has another day");
  // A new version has notes of its own, and a clock that was put back is none.
  browser.host.fault = () => undefined;
  const { now } = browser;
  browser.now -= 72 * HOURS;
  assert.equal((await browser.update(first.script)).state, "activated");
  browser.now = now;
  browser.host.fault = (path) => (path === "assets/edition-en.2.bin" ? "altered" : undefined);
  browser.host.files = second.files;
  await browser.update(second.script);
  browser.host.fault = () => undefined;
  assert.equal((await browser.update(second.script)).state, "redundant");
  browser.host.files = third.files;
  assert.equal((await browser.update(third.script)).state, "installed");
  return browser.faults;
});

each("a language that the host alters is left alone for a day, and the others work", async (make) => {
  const { browser, page } = await started(make);
  browser.host.fault = (path) => (path.startsWith("uk/") ? "altered" : undefined);
  const given = await browser.visit("uk/");
  assert.match(given.text, /beacon/, "what the host gives is the reader's all the same");
  assert.ok(browser.entry("?altered-uk"));
  assert.equal(browser.entry("uk/"), undefined);
  browser.host.told();
  browser.now += 23 * HOURS;
  await browser.visit("uk/");
  assert.deepEqual(browser.host.told(), ["uk/"], "what the reader opens is all that is asked for");
  assert.ok(page.heard.at(-1).altered.startsWith(`${HOME}uk/`));
  await worksOffline(browser, first, "en");
  browser.host.fault = () => undefined;
  browser.now += 2 * HOURS;
  await browser.visit("uk/");
  assert.deepEqual(files(browser), [listed(first, "en", "uk")]);
  return browser.faults;
});

each("a host that does not answer holds up no page that is kept", async (make) => {
  const { browser } = await started(make);
  browser.host.fault = () => "silent";
  browser.open("uk/");
  for (const path of ["", "en/", "en/method/", "en/?x=1"]) {
    assert.equal((await browser.open(path).response).status, 200, path);
  }
  return browser.faults;
});

// ---- Harm to what is kept

const HARM = {
  evicted: "evict",
  "other bytes": { bytes: Buffer.from("noise") },
  "no bytes": { bytes: Buffer.alloc(0) },
  "another type": { headers: [["content-type", "text/x-noise"]] },
  "another status": { status: 404 },
};

each("a damaged or evicted file is fetched again when it is asked for, and never given as it is", async (make) => {
  for (const [name, harm] of Object.entries(HARM)) {
    for (const path of ["", "en/", "en/method/", "assets/boot.1.js", "assets/app.1.wasm"]) {
      const { browser, page } = await started(make);
      browser.harm(path, harm);
      goesOffline(browser);
      const isPage = path === "" || path.endsWith("/");
      if (isPage) assert.equal((await browser.visit(path)).status, 503, `${name}: ${path}`);
      else await assert.rejects(browser.load(page, path).response, /fetch/, `${name}: ${path}`);
      assert.equal(browser.entry(path), undefined, `${name}: ${path}`);
      browser.host.fault = () => undefined;
      if (isPage) assert.equal((await browser.visit(path)).text, textOf(first, path));
      else {
        const { response, settled } = browser.load(page, path);
        assert.equal(await (await response).text(), textOf(first, path));
        await settled;
      }
      assert.deepEqual(files(browser), [listed(first, "en")], `${name}: ${path}`);
      await worksOffline(browser, first, "en");
      assert.deepEqual(browser.faults, []);
    }
  }
});

each("a page that has come to rest has all of its language looked through and mended", async (make) => {
  for (const [name, harm] of Object.entries(HARM).filter(([it]) => it !== "another type")) {
    const { browser } = await started(make);
    for (const path of ["en/walk/war/", "assets/edition-en.1.bin", "manifest.webmanifest"]) browser.harm(path, harm);
    browser.host.told();
    await browser.tell({ ask: "keep", language: "en" });
    const asked = ["assets/edition-en.1.bin", "en/walk/war/", "manifest.webmanifest"];
    assert.deepEqual(browser.host.told(), asked, name);
    await worksOffline(browser, first, "en");
    assert.deepEqual(browser.faults, []);
  }
});

each("where somebody has emptied the device, it fills again as pages are visited, and no update takes it away", async (make) => {
  const { browser } = await started(make);
  browser.stores.clear();
  browser.active = browser.active.again();
  assert.equal((await browser.visit("en/")).text, textOf(first, "en/"));
  await browser.tell({ ask: "keep", language: "en" });
  assert.deepEqual(files(browser), [listed(first, "en")]);
  await worksOffline(browser, first, "en");
  browser.host.files = second.files;
  browser.host.fault = (path) => (path === "en/about/" ? 500 : undefined);
  assert.equal((await browser.update(second.script)).state, "redundant");
  await worksOffline(browser, first, "en");
  return browser.faults;
});

each("what is kept whole is not written again", async (make) => {
  const { browser } = await started(make);
  const { writes } = browser;
  for (const path of ["en/", "en/method/"]) await browser.visit(path);
  await browser.tell({ ask: "keep", language: "en" });
  assert.equal(browser.writes, writes);
  assert.deepEqual(browser.host.told(), []);
  return browser.faults;
});
