// The service worker: keeps the site on the reader's device, a whole language at a time, so that it works without a
// network. The build writes SITE before this: the version, the files to keep with the hash of each, the rules' version
// and what changed in them, and what to say where a page is missing.
//
// - Nothing gets into a cache or out of it but what has the hash that the build gave it. So an error page, the sign-in
//   page of a network and a damaged entry never pass for a file of the site.
// - A version is there whole or not at all; until then the one before it stays.
// - A new version waits for the reader's word, or until no page of the old one is open.
// - Other origins, other methods than GET and files that are not listed are none of its business, but for a calm word
//   where a page can't be had.

const home = registration.scope;
const FAMILY = `which-guarantee ${home} `;
const VERSION = `${FAMILY}${SITE.version} `;
const HASHES = Object.assign({}, SITE.common, ...Object.values(SITE.languages));
// Notes of the worker's own, beside the files. The one about the rules comes last of all: where it is, a cache is whole.
const RULES = `${home}?rules`;
const NEWS = `${home}?news`;
// That a version was at work, and did not only wait.
const WORKED = `${home}?worked`;
const UNSAID = `${home}?unsaid`;
// That the host gives other files than the site's: of a whole version, or of one language of it.
const ALTERED = `${home}?altered`;
// For so long nobody asks again for what was altered. A host may mend itself, and a network may have one sign in first.
const DAY = 86_400_000;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(request);
  if (path === undefined) return;
  const meant = request.mode === "navigate" && withHash(path);
  if (meant) event.respondWith(Response.redirect(home + meant));
  else if (Object.hasOwn(HASHES, path)) event.respondWith(answer(event, path));
  else if (Object.hasOwn(HASHES, `${path}/`)) event.respondWith(slashed(event, path));
  // A chunk or a style sheet of an earlier version, for a page of it that is still open.
  else if (path.startsWith("assets/")) event.respondWith(earlier(path).then((found) => found ?? fetch(request)));
  // A page that is not kept on any device, such as the one for snippets.
  else if (request.mode === "navigate" && path.endsWith("/")) event.respondWith(fetch(request).catch(() => missing(path)));
});
addEventListener("message", (event) => {
  const { ports: [port] } = event;
  const data = event.data ?? {};
  if (data.ask === "take over") takeOver();
  if (data.ask === "changes") port.postMessage(changesSince(data.rules, data.language));
  if (data.ask === "news") event.waitUntil(news(data.language).then((says) => port.postMessage(says)));
  // A page that has come to rest: there is time to look at what is kept.
  if (data.ask === "keep") event.waitUntil(isReady(data.language).then((isNew) => port.postMessage(isNew)));
  // A page may be left between the question and the word to the reader. Then it is for the next one to say.
  if (data.ask === "said") event.waitUntil(forget(data.what === "news" ? NEWS : UNSAID));
});

// Fails, and is tried again at the next visit, unless every file of every language in use is there. Where the host gives
// other files than the site's, the next try is a day later.
async function install() {
  const unfinished = await unfinishedTries();
  for (const it of unfinished) if (it.startsWith(VERSION)) await leaveAlone(it, ALTERED);
  ownCache = VERSION + Date.now();
  try {
    await keep(Object.assign({}, SITE.common, ...(await languagesInUse()).map((it) => SITE.languages[it])));
    await mark();
  } catch (error) {
    // What has come is of use at the next try, but not on a device that has no room.
    if (error instanceof NoRoom) await caches.delete(ownCache);
    if (error instanceof Altered) await noteAltered(ALTERED, error);
    throw error;
  } finally {
    // All that they had is here as well.
    await Promise.all(unfinished.map((it) => caches.delete(it)));
  }
}

// Those of the pages that are open, and those that an earlier version kept.
async function languagesInUse() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const kept = await Promise.all((await family()).map(async (it) => (await caches.open(it)).keys()));
  // Some hosts take away the slash at the end of a page's address.
  const seen = [...open, ...kept.flat()].map((it) => `${it.url.replace(/[?#].*/s, "")}/`);
  const all = Object.keys(SITE.languages);
  const inUse = all.filter((it) => seen.some((url) => url.startsWith(`${home}${it}/`)));
  if (inUse.length > 0) return inUse;
  // Who has seen the choice of a language alone will choose one that the browser asks for.
  const wanted = all.filter((it) => navigator.languages.some((own) => `${own}-`.startsWith(`${it}-`)));
  return wanted.length > 0 ? wanted : [SITE.first];
}

let asked = false;
function takeOver() {
  asked = true;
  skipWaiting();
}

async function activate() {
  // Who took the new version by a word has read what changed in the rules; others read it when they come.
  const before = asked ? undefined : await rulesBefore();
  // One page that is open is the one that asks, and is about to load anew.
  await tidy(1);
  await put(WORKED, new Response()).catch(() => {});
  if (before && before !== SITE.rules) await put(NEWS, new Response(before)).catch(() => {});
  if (!before && !asked) await put(UNSAID, new Response()).catch(() => {});
  await clients.claim();
}

// Throws earlier versions away, unless more pages than these may still need their assets.
async function tidy(most) {
  const open = await clients.matchAll({ type: "window" });
  if (open.length <= most) await Promise.all((await older()).map((it) => caches.delete(it)));
}

// From the cache; what is missing there, damaged, or of a language that is new here comes from the network.
async function answer(event, path) {
  const { request } = event;
  if (request.mode === "navigate") event.waitUntil(visited(path));
  const found = await kept(path);
  if (found) return found;
  try {
    const response = await fetch(request);
    event.waitUntil(store(path, response.clone()));
    return response;
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return missing(path);
  }
}

// The address of a page without the slash at its end. Where the page is not kept the host is asked, for one that takes
// the slash away would else send the reader round in a circle.
async function slashed(event, path) {
  const { request } = event;
  if (request.mode === "navigate") event.waitUntil(visited(`${path}/`));
  if (await kept(`${path}/`)) return Response.redirect(`${home}${path}/${new URL(request.url).search}`);
  return fetch(request).catch(() => missing(`${path}/`));
}

async function visited(path) {
  const open = await clients.matchAll({ type: "window" });
  if (open.length === 0) await tidy(0);
  const language = languageOf(path);
  if (language) await keepLanguage(language);
}

function mend(language) {
  return once(`mended ${language}`, async () => {
    await sift().catch(() => {});
    return keepLanguage(language);
  });
}

// Whether all is there and nobody has been told; the page that hears it tells the reader. The first may be gone by then.
async function isReady(language) {
  return (await mend(language)) && Boolean(await entryOf(await own(), UNSAID));
}

async function forget(note) {
  await (await caches.open(await own())).delete(note);
}

// Tells whether all is there; offline it is not, and the next visit tries again.
function keepLanguage(language) {
  return once(language, () => bringLanguage(language).then(() => true, () => false));
}

// What is under way already is not begun again.
const underWay = new Map();
function once(name, begin) {
  if (!underWay.has(name)) underWay.set(name, begin().finally(() => underWay.delete(name)));
  return underWay.get(name);
}

async function bringLanguage(language) {
  const note = `${ALTERED}-${language}`;
  await leaveAlone(await own(), note);
  try {
    await keep({ ...SITE.common, ...SITE.languages[language] });
  } catch (error) {
    if (error instanceof Altered) await noteAltered(note, error);
    throw error;
  }
}

// Fails where less than a day ago the host gave something else; a new version has notes of its own.
async function leaveAlone(cacheName, note) {
  const found = await entryOf(cacheName, note);
  const { path, at } = found ? await found.json() : {};
  // A clock may have been put back.
  if (Math.abs(Date.now() - at) < DAY) {
    await tellOfAltered(path);
    throw new Error(`Left alone for a day, for ${path} was altered.`);
  }
}

async function noteAltered(note, { path }) {
  await put(note, new Response(JSON.stringify({ path, at: Date.now() }))).catch(() => {});
  await tellOfAltered(path);
}

// Whoever runs the host looks into a page's console and not into a worker's.
async function tellOfAltered(path) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const it of open) it.postMessage({ altered: home + path });
}

// Fetches what is missing of these files; fails where one of them can't be had whole, and not before the others are there.
async function keep(files) {
  const cache = await caches.open(await own());
  const there = new Set((await cache.keys()).map((it) => it.url));
  const missing = Object.keys(files).filter((it) => !there.has(home + it));
  const bring = async (path) => put(home + path, (await kept(path)) ?? (await fetched(path)));
  const failures = (await Promise.allSettled(missing.map(bring))).map((it) => it.reason).filter(Boolean);
  // That there is no room matters more than what the host does, and that more than what the network does.
  const [failure] = [NoRoom, Altered, Error].flatMap((kind) => failures.filter((it) => it instanceof kind));
  if (failure) throw failure;
}

// Each browser has a name of its own for it.
class NoRoom extends Error {}

// The host gives something else than this file, for a reason that the next visit does not mend.
class Altered extends Error {
  constructor(path) {
    super(`What the server gives for ${path} is not the file of this version.`);
    this.path = path;
  }
}

async function put(address, response) {
  const cache = await caches.open(await own());
  await cache.put(address, response).catch((error) => {
    throw new NoRoom(error.name);
  });
}

// Throws away what is damaged.
async function sift() {
  const cache = await caches.open(await own());
  const look = async ({ url }) => {
    const path = url.slice(home.length);
    const isWhole = !Object.hasOwn(HASHES, path) || (await checked(path, await cache.match(url)));
    if (!isWhole) await cache.delete(url);
  };
  await Promise.all((await cache.keys()).map(look));
}

async function store(path, response) {
  const whole = await checked(path, response);
  // Without room the page works on; it is only not kept.
  if (whole) await put(home + path, whole).catch(() => {});
}

// What any version keeps of a file, where its content is this version's.
async function kept(path) {
  const here = await own();
  for (const it of [here, ...(await older())]) {
    const entry = await entryOf(it, home + path);
    const whole = entry && (await checked(path, entry));
    if (whole) return whole;
    if (entry && it === here) await (await caches.open(it)).delete(home + path);
  }
}

// Looks into a cache without making one where there is none.
function entryOf(cacheName, address) {
  return caches.match(address, { cacheName });
}

async function earlier(path) {
  for (const it of await older()) {
    const entry = await entryOf(it, home + path);
    if (entry) return entry;
  }
}

let isAltered = false;
async function fetched(path) {
  // First as the browser may have it at hand, then from the server itself; one file is enough to know that it alters them.
  for (const cache of isAltered ? ["default"] : ["default", "reload"]) {
    // Wherever it leads, what comes has to be the file.
    const response = await fetch(home + path, { cache });
    const whole = await checked(path, response);
    if (whole) return whole;
    // A server in trouble may be out of it at the next visit.
    if (response.status >= 500 || response.status === 429) throw new Error(`${path}: ${response.status}`);
  }
  isAltered = true;
  throw new Altered(path);
}

// The response where it is this file whole; nothing where it is anything else.
async function checked(path, response) {
  const kind = response.headers.get("content-type") ?? "";
  if (response.status !== 200 || !kindOf(path).test(kind)) {
    // Left unread, it would hold one of the few connections that a browser has to a server.
    response.body?.cancel().catch(() => {});
    return undefined;
  }
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (btoa(String.fromCharCode(...digest)) !== HASHES[path]) return undefined;
  const headers = new Headers(response.headers);
  // The bytes are unpacked already. A cache refuses a response with `Vary: *`; by its hash, this one is right for everybody.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(bytes, { headers });
}

// The kinds that browsers insist on. Anything else may be of any kind but a page's, which is what networks and hosts
// give for a file that they do not give.
function kindOf(path) {
  if (path === "" || path.endsWith("/")) return /^text\/html\b/;
  if (path.endsWith(".js")) return /^(text|application)\/(x-)?javascript\b/;
  if (path.endsWith(".css")) return /^text\/css\b/;
  if (path.endsWith(".wasm")) return /^application\/(wasm|octet-stream)\b/;
  return /^(?!text\/html\b)/;
}

// The path below the site's folder, whatever stands behind it; nothing for what is none of the worker's business.
function pathOf({ method, mode, url }) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (method !== "GET" || !address.startsWith(home)) return undefined;
  const path = address.slice(home.length);
  return mode === "navigate" ? path.replace(/(^|\/)index\.html$/, "$1") : path;
}

// The address that was meant where its `#` was lost (`lost_hash.js`).
function withHash(path) {
  const [page, rest] = aroundLostHash(path) ?? [];
  const found = [page, `${page}/`].find((it) => Object.hasOwn(HASHES, it));
  return found === undefined ? undefined : `${found}#${rest}`;
}

function languageOf(path) {
  return Object.keys(SITE.languages).find((it) => path.startsWith(`${it}/`));
}

// The name of this version's cache. Each try to install has one of its own, for in WebKitGTK 2.x a cache whose name a
// failed try has used loses what is put into it later.
let ownCache;
async function own() {
  if (ownCache) return ownCache;
  const unfinished = await unfinishedTries();
  const tries = (await family()).filter((it) => it.startsWith(VERSION));
  const whole = tries.findLast((it) => !unfinished.includes(it));
  ownCache ??= whole ?? tries.at(-1) ?? VERSION + Date.now();
  // Somebody has emptied it. It fills again as pages are visited.
  if (!whole) await mark().catch(() => {});
  return ownCache;
}

function mark() {
  return put(RULES, new Response(SITE.rules));
}

async function unfinishedTries() {
  const all = await family();
  const notes = await Promise.all(all.map((it) => entryOf(it, RULES)));
  return all.filter((_, index) => !notes[index]);
}

// The names of all caches of this site, oldest first.
async function family() {
  return (await caches.keys()).filter((it) => it.startsWith(FAMILY));
}

// Those that were there before this version's, the newest first. What comes after it belongs to a version that waits.
async function older() {
  const names = await family();
  return names.slice(0, Math.max(names.indexOf(await own()), 0)).reverse();
}

// Those of the version that was at work last: of one that only waited, nobody has been told.
async function rulesBefore() {
  const names = await older();
  const worked = await Promise.all(names.map((it) => entryOf(it, WORKED)));
  for (const it of [...names.filter((_, index) => worked[index]), ...names]) {
    const note = await entryOf(it, RULES);
    if (note) return note.text();
  }
}

// What changed in the rules since a version, in sentences; nothing where it is this one.
function changesSince(rules, language) {
  if (rules === SITE.rules) return [];
  const since = SITE.changes.slice(SITE.changes.findIndex((it) => it.version === rules) + 1);
  return since.map((it) => it.says[language]).filter(Boolean);
}

// The same for readers who come after a new version took over by itself; told until a page has said it.
async function news(language) {
  const note = await entryOf(await own(), NEWS);
  return note ? changesSince(await note.text(), language) : [];
}

// Stands in for a page that is not kept and can't be fetched.
async function missing(path) {
  const languages = Object.keys(SITE.languages);
  const language = languageOf(path) ?? SITE.first;
  const { direction, title, says, again } = SITE.missing[language];
  const links = [`<a href="">${again}</a>`];
  for (const it of languages) {
    const { name, tool } = SITE.missing[it];
    if (await entryOf(await own(), `${home}${it}/`)) links.push(`<a href="${home}${it}/" lang="${it}">${tool} (${name})</a>`);
  }
  const page = `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.1rem/1.5 system-ui, sans-serif }
h1 { font: 600 1.8rem/1.2 Charter, Cambria, "Noto Serif", serif } a { display: block; padding: .6rem 0 }</style>
<main><h1>${title}</h1><p>${says}</p><nav>${links.join("")}</nav></main></html>`;
  return new Response(page, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
