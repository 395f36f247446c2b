// Lighthouse, as on a phone, on the pages whose addresses are given; one JSON object a page on standard output.
// Time on the line is simulated from what was loaded and computed, so that it does not depend on this machine's line.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const TRIES = 3;

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update"],
  logLevel: "error",
});

// A browser that has just started now and then records nothing of its first page.
const audited = async (address, tries = TRIES) => {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error", onlyCategories: CATEGORIES });
  if (!lhr.runtimeError) return lhr;
  if (tries > 1) return audited(address, tries - 1);
  throw new Error(`${address}: ${lhr.runtimeError.message}`);
};

// What keeps a category below 100: the audits that count, with the first things that each found.
const failing = ({ audits }, { auditRefs }) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => {
      const { title, displayValue = "", details } = audits[id];
      const found = (details?.items ?? []).slice(0, 3).map((it) => it.node?.snippet ?? it.url ?? it.description ?? "");
      return [`${id}: ${title}`, displayValue, ...found].filter(Boolean).join("; ");
    });

try {
  for (const address of addresses) {
    const report = await audited(address);
    const of = (value) => Object.fromEntries(Object.entries(report.categories).map(([name, it]) => [name, value(it)]));
    const scores = of((it) => Math.round(it.score * 100));
    const below = of((it) => failing(report, it));
    const shift = report.audits["cumulative-layout-shift"].numericValue;
    console.log(JSON.stringify({ address, scores, below, shift }));
  }
} finally {
  chrome.kill();
}
