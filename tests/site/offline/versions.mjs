// Cases of new versions, of devices without room, and of the worker that removes.
import assert from "node:assert/strict";
import { ALTERING, FAILING, HOME, HOURS, each, files, first, listed, removal, second, started, textOf, third, worksOffline } from "./site.mjs";

// ---- Versions

each("a new version brings what has changed alone, waits for the word, and leaves nothing of no version", async (make) => {
  const { browser, page } = await started(make);
  browser.host.files = second.files;
  const worker = await browser.update(second.script);
  assert.equal(worker.state, "installed");
  assert.deepEqual(browser.host.told(), ["assets/edition-en.2.bin", "en/", "en/about/"]);
  assert.equal((await browser.visit("en/")).text, textOf(first, "en/"), "nothing is swapped before the word");
  await browser.close(browser.pages.at(-1));
  await worksOffline(browser, first, "en");
  await browser.tell({ ask: "take over" }, "waiting");
  assert.equal(browser.waiting, undefined);
  assert.ok(page.isControlled);
  assert.deepEqual(files(browser), [listed(second, "en")]);
  await worksOffline(browser, second, "en");
  assert.deepEqual(await browser.tell({ ask: "news", language: "en" }), [], "who gave the word has read what changed");
  assert.equal(await browser.tell({ ask: "keep", language: "en" }), false, "and knows that the site is kept");
  return browser.faults;
});

each("a new version keeps every language that the one before it kept", async (make) => {
  const { browser } = await started(make);
  const { page } = await browser.visit("uk/");
  await browser.close(page);
  browser.host.files = second.files;
  await browser.update(second.script);
  await browser.close(...browser.pages);
  assert.deepEqual(files(browser), [listed(second, "en", "uk")]);
  return browser.faults;
});

each("a version that comes between visits tells what changed in the rules until a page has said it", async (make) => {
  const { browser, page } = await started(make);
  browser.host.files = third.files;
  await browser.update(third.script);
  await browser.close(page);
  assert.deepEqual(files(browser), [listed(third, "en")], "no page is open any more");
  await browser.visit("en/");
  assert.deepEqual(await browser.tell({ ask: "news", language: "en" }), ["Change 2.", "Change 3."]);
  assert.deepEqual(await browser.tell({ ask: "news", language: "uk" }), ["Зміна 2.", "Зміна 3."]);
  await browser.tell({ ask: "said", what: "ready" });
  assert.equal((await browser.tell({ ask: "news", language: "en" })).length, 2);
  await browser.tell({ ask: "said", what: "news" });
  assert.deepEqual(await browser.tell({ ask: "news", language: "en" }), []);
  return browser.faults;
});

each("a version that only waited has told nobody: its changes are told with those of the next", async (make) => {
  const { browser, page } = await started(make);
  browser.host.files = second.files;
  await browser.update(second.script);
  browser.host.files = third.files;
  await browser.update(third.script);
  await browser.close(page);
  await browser.visit("en/");
  assert.deepEqual(await browser.tell({ ask: "news", language: "en" }), ["Change 2.", "Change 3."]);
  return browser.faults;
});

each("half a version never takes over, whatever is missing and why, and the one before it stays whole", async (make) => {
  for (const path of ["assets/edition-en.2.bin", "en/", "en/about/"]) {
    for (const fault of [...ALTERING, ...FAILING].filter((it) => it !== "other type")) {
      const { browser, page } = await started(make);
      browser.host.files = second.files;
      browser.host.fault = (it) => (it === path ? fault : undefined);
      assert.equal((await browser.update(second.script)).state, "redundant", `${fault} for ${path}`);
      assert.equal(browser.waiting, undefined);
      await worksOffline(browser, first, "en");
      await browser.close(page);
      await worksOffline(browser, first, "en");
      browser.host.fault = () => undefined;
      browser.now += 24 * HOURS;
      assert.equal((await browser.update(second.script)).state, "activated", `${fault} for ${path}`);
      assert.deepEqual(files(browser), [listed(second, "en")]);
      assert.deepEqual(browser.faults, []);
    }
  }
});

each("a worker that is ended at any step of an install leaves the version before it whole, and the next try ends well", async (make) => {
  for (let endsAt = 1; ; endsAt += 1) {
    const { browser, page } = await started(make);
    browser.host.files = second.files;
    const worker = await browser.update(second.script, { endsAt });
    if (worker.state === "installed") {
      assert.ok(endsAt > 50, "there are many steps");
      break;
    }
    browser.active = browser.active.again();
    await worksOffline(browser, first, "en");
    assert.equal((await browser.update(second.script)).state, "installed", `ended at step ${endsAt}`);
    await browser.close(page);
    assert.deepEqual(files(browser), [listed(second, "en")], `ended at step ${endsAt}`);
    await worksOffline(browser, second, "en");
    assert.deepEqual(browser.faults, []);
  }
});

each("a first install that is ended at any step is made up for", async (make) => {
  for (let endsAt = 1; ; endsAt += 1) {
    const browser = make();
    await browser.visit("en/");
    const worker = await browser.update(first.script, { endsAt });
    if (worker.steps < endsAt) {
      assert.ok(endsAt > 50, "there are many steps");
      break;
    }
    if (worker.state === "redundant") {
      assert.equal(browser.pages[0].isControlled, false);
      assert.equal((await browser.update(first.script)).state, "activated");
    }
    assert.deepEqual(files(browser), [listed(first, "en")], `ended at step ${endsAt}`);
    await worksOffline(browser, first, "en");
    assert.deepEqual(browser.faults, []);
  }
});

each("what has come of a version outlives the change to the one before it", async (make) => {
  const { browser } = await started(make);
  browser.host.files = second.files;
  await browser.update(second.script);
  browser.host.files = third.files;
  browser.host.fault = (path) => (path === "en/method/" ? 500 : undefined);
  assert.equal((await browser.update(third.script)).state, "redundant");
  await browser.tell({ ask: "take over" }, "waiting");
  assert.deepEqual(files(browser), [listed(second, "en"), listed(third, "en").filter((it) => it !== "en/method/")]);
  return browser.faults;
});

each("a host that goes back to the version at work does no harm, even by halves", async (make) => {
  for (const endsAt of [10, 30, 50, 70, Infinity]) {
    const { browser, page } = await started(make);
    browser.host.files = second.files;
    await browser.update(second.script);
    browser.host.files = first.files;
    await browser.update(first.script, { endsAt });
    browser.active = browser.active.again();
    await worksOffline(browser, first, "en");
    if (endsAt < Infinity) assert.equal(await browser.tell({ ask: "keep", language: "en" }), true, "nobody has been told");
    await browser.update(first.script);
    await browser.close(page);
    assert.deepEqual(files(browser), [listed(first, "en")], `ended at step ${endsAt}`);
    await worksOffline(browser, first, "en");
    assert.deepEqual(browser.faults, []);
  }
});

each("a page of the old version has its pieces until it is closed", async (make) => {
  const { browser, page } = await started(make);
  const { page: other } = await browser.visit("en/method/");
  browser.host.files = second.files;
  await browser.update(second.script);
  await browser.tell({ ask: "take over" }, "waiting");
  assert.equal(browser.stores.size, 2, "one of the two pages may still need the old one");
  const old = browser.load(page, "assets/edition-en.1.bin");
  assert.equal(await (await old.response).text(), "en");
  await browser.close(page, other);
  await browser.visit("en/");
  assert.deepEqual(files(browser), [listed(second, "en")]);
  // From then on the host is asked.
  const none = browser.load(browser.pages[0], "assets/edition-en.1.bin");
  assert.equal((await none.response).status, 404);
  return browser.faults;
});

each("caches that are not this site's are left alone", async (make) => {
  const browser = make();
  const names = ["somebody else's", "which-guarantee https://site.example/ x 1", `which-guarantee ${HOME}sub/ x 1`];
  const entries = () => new Map([[`${HOME}en/`, { bytes: Buffer.from("others'"), status: 200, headers: [["content-type", "text/html"]] }]]);
  for (const name of names) browser.stores.set(name, { entries: entries() });
  const { page } = await browser.visit("en/");
  await browser.update(first.script);
  browser.host.files = second.files;
  await browser.update(second.script);
  await browser.close(page);
  assert.equal((await browser.visit("en/")).text, textOf(second, "en/"));
  assert.deepEqual([...browser.stores.keys()].slice(0, 3), names);
  assert.equal(browser.stores.size, 4);
  await browser.close(...browser.pages);
  await browser.update(removal);
  assert.deepEqual([...browser.stores.keys()], names);
  return browser.faults;
});

// ---- Devices without room

each("on a full device nothing is half kept, and with room again the next visit keeps the site", async (make) => {
  const whole = listed(first, "en").reduce((sum, it) => sum + Buffer.byteLength(textOf(first, it)), 0);
  for (let room = 0; room < whole; room += 29) {
    const browser = make();
    browser.room = room;
    await browser.visit("en/");
    assert.equal((await browser.update(first.script)).state, "redundant");
    assert.equal(browser.stores.size, 0, `room for ${room}`);
    assert.deepEqual(browser.pages[0].heard, []);
    assert.equal((await browser.visit("en/")).text, textOf(first, "en/"));
    browser.room = Infinity;
    assert.equal((await browser.update(first.script)).state, "activated");
    await worksOffline(browser, first, "en");
    assert.deepEqual(browser.faults, []);
  }
});

each("a full device keeps the old version whole where the new one has no room", async (make) => {
  const { browser } = await started(make);
  browser.host.files = second.files;
  browser.room = browser.used + 100;
  assert.equal((await browser.update(second.script)).state, "redundant");
  assert.deepEqual(files(browser), [listed(first, "en")]);
  await worksOffline(browser, first, "en");
  return browser.faults;
});

each("a full device shows what it can't keep", async (make) => {
  const { browser } = await started(make);
  browser.room = browser.used;
  for (const path of ["uk/", "uk/"]) assert.equal((await browser.visit(path)).text, textOf(first, path));
  assert.equal(await browser.tell({ ask: "keep", language: "uk" }), false);
  browser.harm("en/method/", "evict");
  browser.room = 0;
  assert.equal((await browser.visit("en/method/")).text, textOf(first, "en/method/"));
  assert.deepEqual(await browser.tell({ ask: "news", language: "en" }), []);
  return browser.faults;
});

// ---- The kill switch

each("the worker that removes leaves nothing and answers for nothing", async (make) => {
  for (const isOpen of [true, false]) {
    const { browser } = await started(make);
    await browser.visit("uk/");
    // A version that waits and one that came by halves are thrown away as well.
    browser.host.files = second.files;
    await browser.update(second.script);
    browser.host.fault = (it) => (it === "en/method/" ? 500 : undefined);
    await browser.update(third.script);
    browser.host.fault = () => undefined;
    if (!isOpen) await browser.close(...browser.pages);
    const worker = await browser.update(removal);
    assert.equal(worker.state, "activated", "it waits for nobody");
    assert.equal(browser.stores.size, 0);
    assert.ok(browser.isUnregistered);
    assert.deepEqual(Object.keys(worker.listeners).sort(), ["activate", "install", "message"]);
    browser.host.told();
    await browser.visit("en/");
    assert.deepEqual(browser.host.told(), ["en/"], "the next page comes from the network");
    assert.deepEqual(browser.faults, []);
  }
});

each("a worker that removes and is kept from taking over removes all the same, and again at each message", async (make) => {
  const { browser } = await started(make);
  const keptWaiting = removal.replace("  skipWaiting();\n", "");
  assert.notEqual(keptWaiting, removal);
  await browser.update(keptWaiting);
  assert.ok(browser.waiting);
  assert.equal(browser.stores.size, 0);
  assert.ok(browser.isUnregistered);
  // The old worker may still have been storing files.
  browser.stores.set(`which-guarantee ${HOME} late`, { entries: new Map() });
  await browser.tell({ ask: "changes", rules: "1", language: "en" }, "waiting");
  assert.equal(browser.stores.size, 0);
  return browser.faults;
});
