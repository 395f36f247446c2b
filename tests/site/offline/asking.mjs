// Cases of what pages ask for and what they say.
import assert from "node:assert/strict";
import { HOME, each, files, first, goesOffline, listed, second, started, textOf, third } from "./site.mjs";

// ---- Requests

each("other origins, methods, folders and files that are not listed are left to the network", async (make) => {
  const { browser, page } = await started(make);
  const alone = [
    ["https://twin.example/tool/en/"], ["http://site.example/tool/en/"], ["https://site.example:8443/tool/en/"],
    ["https://site.example/"], ["https://site.example/toolbox/en/"], ["../en/"],
    ["en/", { method: "POST" }], ["en/", { method: "HEAD" }], ["assets/boot.1.js", { method: "PUT" }],
    ["embed.js"], ["404.html"], ["sitemap.xml"], ["sw.js"], ["which-guarantee-en.html"], ["en/embed/"], ["no/such"],
    ["constructor"], ["__proto__"], ["toString/"], ["en/index.html"], ["EN/"], ["en//"], ["?rules/"], ["en%23war"],
  ];
  for (const [path, init] of alone) {
    const { byWorker, response } = browser.load(page, path, init);
    // The choice of a language is listed under every query.
    assert.equal(byWorker, path === "?rules/", `${path} ${init?.method ?? ""}`);
    await response;
  }
  for (const path of ["no/such", "en/frame.html", "https://site.example/toolbox/", "EN"]) {
    const event = browser.awake("active").hears("fetch", {
      request: { url: new URL(path, HOME).href, method: "GET", mode: "navigate", headers: new Headers() },
    });
    assert.equal(event.answer, undefined, path);
  }
  assert.deepEqual(files(browser), [listed(first, "en")]);
  return browser.faults;
});

each("who asks for a part of a file gets what is kept whole, and a part is never kept", async (make) => {
  const { browser, page } = await started(make);
  const headers = { range: "bytes=0-0" };
  // As a server may that knows no parts.
  const kept = await browser.load(page, "assets/app.1.wasm", { headers }).response;
  assert.deepEqual([kept.status, await kept.text()], [200, textOf(first, "assets/app.1.wasm")]);
  const { response, settled } = browser.load(page, "assets/edition-uk.1.bin", { headers });
  assert.deepEqual([(await response).status, await (await response).text()], [206, "u"]);
  await settled;
  assert.deepEqual(files(browser), [listed(first, "en")]);
  return browser.faults;
});

each("a page is found however its address is written", async (make) => {
  const { browser, page } = await started(make);
  goesOffline(browser);
  for (const path of ["en/", "en/?from=a-friend", "en/index.html", "en/index.html?x=1", "en/?a=1&b=%23"]) {
    assert.equal((await browser.visit(path)).text, textOf(first, "en/"), path);
  }
  for (const path of ["", "index.html", "?x"]) assert.equal((await browser.visit(path)).text, textOf(first, ""), path);
  assert.equal(await (await browser.load(page, "assets/boot.1.js?x=1").response).text(), textOf(first, "assets/boot.1.js"));
  const leads = {
    en: "en/", "en?from=a-friend": "en/?from=a-friend", "en/method": "en/method/",
    "en/%23war=peace&nato=unsure": "en/#war=peace&nato=unsure", "en%2523war=peace": "en/#war=peace", "en%252523a": "en/#a",
    "en/%20-%20war=peace": "en/#war=peace", "en%20%E2%80%93%20a": "en/#a", "en/+-+a": "en/#a", "en/%20%23a": "en/#a",
    "en/method/%23part": "en/method/#part", "%23a": "#a",
  };
  for (const [path, to] of Object.entries(leads)) {
    const { status, headers } = await browser.visit(path);
    assert.deepEqual([status, headers.get("location")], [302, HOME + to], path);
  }
  // One that is not kept is asked for as it is written, for a host that takes slashes away would lead round in a circle.
  browser.host.fault = () => undefined;
  browser.host.files = { ...first.files, uk: "<p>without a slash" };
  const bare = await browser.visit("uk");
  assert.deepEqual([bare.status, bare.text], [200, "<p>without a slash"]);
  return browser.faults;
});

each("a page that is neither kept nor to be had has the calm word of its language", async (make) => {
  const { browser } = await started(make);
  goesOffline(browser);
  const { missing } = first.site;
  // The page for snippets is kept on no device.
  for (const [path, language] of [["uk/", "uk"], ["uk/?x=1", "uk"], ["uk", "uk"], ["en/embed/", "en"], ["de/", "en"], ["no/such/", "en"]]) {
    const { status, headers, text } = await browser.visit(path);
    assert.deepEqual([status, headers.get("content-type")], [503, "text/html; charset=utf-8"], path);
    assert.ok(text.startsWith(`<!doctype html><html lang="${language}" dir="ltr">`), text);
    const { title, says, again } = missing[language];
    for (const part of [`<title>${title}</title>`, `<h1>${title}</h1>`, `<p>${says}</p>`, `<a href="">${again}</a>`]) {
      assert.ok(text.includes(part), `${path}: ${part}`);
    }
    // The way to what is there, and to nothing else.
    const ways = [...text.matchAll(/<a href="(https[^"]*)" lang="(\w+)">([^<]*)</g)].map((it) => it.slice(1));
    assert.deepEqual(ways, [[`${HOME}en/`, "en", "Which guarantee? (English)"]], path);
  }
  assert.equal(browser.entry("uk/"), undefined, "it is kept nowhere");
  return browser.faults;
});

each("the calm word of a language that is written from right to left is, too", async (make) => {
  const browser = make();
  await browser.visit("en/");
  const [before, uk] = first.script.split(/(?="uk": \{\s*"again")/);
  const script = before + uk.replace('"direction": "ltr"', '"direction": "rtl"');
  assert.notEqual(script, first.script);
  await browser.update(script);
  goesOffline(browser);
  assert.match((await browser.visit("uk/")).text, /^<!doctype html><html lang="uk" dir="rtl">/);
  assert.match((await browser.visit("en/embed/")).text, /^<!doctype html><html lang="en" dir="ltr">/);
});

each("what the host says of a page that is not kept reaches the reader", async (make) => {
  const { browser } = await started(make);
  for (const status of [404, 500, 503]) {
    browser.host.fault = () => status;
    for (const path of ["uk/", "en/embed/", "uk"]) {
      const { text, ...given } = await browser.visit(path);
      assert.deepEqual([given.status, text], [status, "<p>no"], path);
    }
  }
  assert.deepEqual(files(browser), [listed(first, "en")]);
  return browser.faults;
});

// ---- Messages

each("that all is kept is said once, to the first page that can say it", async (make) => {
  const { browser } = await started(make);
  const keep = { ask: "keep", language: "en" };
  assert.equal(await browser.tell(keep), true);
  assert.equal(await browser.tell(keep), true, "the page may be gone before it has said it");
  await browser.tell({ ask: "said", what: "news" });
  assert.equal(await browser.tell(keep), true);
  await browser.tell({ ask: "said", what: "ready" });
  assert.equal(await browser.tell(keep), false);
  return browser.faults;
});

each("that all is kept is not said while something is missing", async (make) => {
  const { browser } = await started(make);
  goesOffline(browser);
  assert.equal(await browser.tell({ ask: "keep", language: "uk" }), false);
  browser.host.fault = () => undefined;
  assert.equal(await browser.tell({ ask: "keep", language: "uk" }), true);
  assert.deepEqual(files(browser), [listed(first, "en", "uk")]);
  return browser.faults;
});

each("a page is told what has changed in the rules since its own", async (make) => {
  const { browser } = await started(make);
  browser.host.files = third.files;
  await browser.update(third.script);
  const said = { 1: ["Change 2.", "Change 3."], 2: ["Change 3."], 3: [], "of old": ["Change 1.", "Change 2.", "Change 3."] };
  for (const [rules, says] of Object.entries(said)) {
    assert.deepEqual(await browser.tell({ ask: "changes", rules, language: "en" }, "waiting"), says, rules);
  }
  assert.deepEqual(await browser.tell({ ask: "changes", rules: "1", language: "de" }, "waiting"), []);
  return browser.faults;
});

each("a message of any other kind has no answer and changes nothing", async (make) => {
  const { browser } = await started(make);
  browser.host.files = second.files;
  await browser.update(second.script);
  const before = browser.kept();
  for (const role of ["active", "waiting"]) {
    for (const data of [null, undefined, 0, "", "keep", [], ["take over"], {}, { ask: "" }, { ask: "Keep" }, { ask: ["keep"] }, { ask: "skip waiting" }, { ask: { take: "over" } }]) {
      assert.equal(await browser.tell(data, role), undefined, JSON.stringify(data));
    }
  }
  assert.ok(browser.waiting, "nobody has given the word");
  assert.deepEqual(browser.kept(), before);
  return browser.faults;
});
