// Loads pages in Chromium on a slow line and a slow processor, and prints one JSON object for each page and run.
// What is measured of each page is the same, through the same few lines of script.
//
// node measure.mjs CHROMIUM '{"runs":5,"pages":[{"name","address","next","end"}]}'

import puppeteer from "puppeteer-core";

// A phone on a slow line: 1.6 Mbit/s each way 150 ms, a quarter of this processor's speed.
const LINE = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const SLOWER = 4;
const SCREEN = { width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const [executablePath, given] = process.argv.slice(2);
const { runs, pages } = JSON.parse(given);

// Runs in the page, before everything else in it.
const observe = (choosesEarly) => {
  const seen = { ready: null, chosen: null, painted: null };
  globalThis.seen = seen;
  const firstRadio = () => document.querySelector("input[type=radio]");
  // A task that is set in a frame runs when its styles, layout and paint are done. The browser's own Event Timing would
  // tell nothing of clicks that take less than 16 ms, and too much where a later click is what makes it paint again.
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  // A label's click is followed by one on its radio; the reader's own is the first.
  addEventListener(
    "click",
    ({ timeStamp, isTrusted, detail }) => {
      if (isTrusted && detail > 0) afterPaint(() => (seen.painted ??= performance.now() - timeStamp));
    },
    { capture: true },
  );
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.tool[data-ready="true"]')) return;
    seen.ready = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-ready"] });
  if (!choosesEarly) return;
  // The first answer is chosen as soon as it has been painted.
  const look = () => {
    if (!firstRadio()?.getClientRects().length) return requestAnimationFrame(look);
    afterPaint(() => {
      seen.chosen = performance.now();
      seen.value = firstRadio().value;
      firstRadio().click();
    });
  };
  look();
};

const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

// A page with a cold cache, loaded until it has taken over and nothing more comes.
const loaded = async ({ address }, choosesEarly, use) => {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(SCREEN);
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    let bytes = 0;
    session.on("Network.loadingFinished", (it) => (bytes += it.encodedDataLength));
    await page.evaluateOnNewDocument(observe, choosesEarly);
    await page.goto(address);
    await page.waitForFunction(() => seen.ready !== null);
    await page.waitForNetworkIdle({ idleTime: 500 });
    return await use(page, bytes);
  } finally {
    await context.close();
  }
};

// Clicks what a reader would click, and tells how long the next paint took, in milliseconds.
const clickToPaint = async (page, element) => {
  await element.scrollIntoView();
  await page.evaluate(() => {
    seen.painted = null;
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
  const { x, y } = await element.clickablePoint();
  await page.mouse.click(x, y);
  await page.waitForFunction(() => seen.painted !== null);
  return page.evaluate(() => seen.painted);
};

const shown = async (page, query) => {
  for (const element of await page.$$(query)) if (await element.isVisible()) return element;
  return null;
};

// From the first question to the end, taking the middle answer of each.
const walk = async (page, { answers, next, end }) => {
  const paints = { answer: [], step: [], end: null };
  while (paints.end === null) {
    const offered = await page.$$(answers);
    const asked = await page.$eval("#app", (it) => it.textContent);
    paints.answer.push(await clickToPaint(page, offered[Math.floor((offered.length - 1) / 2)]));
    // What the first answer lets the page fetch has come before the next click, as with a reader who reads.
    await page.waitForNetworkIdle({ idleTime: 250 });
    const took = await clickToPaint(page, await shown(page, next));
    await page.waitForFunction((before) => document.querySelector("#app").textContent !== before, {}, asked);
    if (await page.$(end)) paints.end = took;
    else paints.step.push(took);
    if (paints.step.length > 20) throw new Error("The questionnaire does not end.");
  }
  return paints;
};

try {
  for (let run = 0; run < runs; run += 1) {
    for (const it of pages) {
      const calm = await loaded(it, false, async (page, bytes) => ({
        bytes,
        ...(await page.evaluate(() => ({
          painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
          ready: seen.ready,
        }))),
        paints: await walk(page, it),
      }));
      const early = await loaded(it, true, (page) =>
        page.evaluate(() => ({
          // Nobody can choose what is not on the screen yet.
          chosen: Math.max(seen.chosen, performance.getEntriesByName("first-contentful-paint")[0].startTime),
          kept: document.querySelector("input[type=radio]:checked")?.value === seen.value,
          ready: seen.ready,
        })),
      );
      const accepted = early.kept ? early.chosen : early.ready;
      console.log(JSON.stringify({ name: it.name, ...calm, accepted, kept: early.kept }));
    }
  }
} finally {
  await browser.close();
}
