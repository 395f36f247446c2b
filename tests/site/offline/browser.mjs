// A browser as a service worker sees it, made of stand-ins that follow the standards: Service Workers (events, the life
// of a worker, clients, caches) and Fetch. Its clock, its room and its network are in the hands of the cases.
// Whatever a worker asks of it counts as a step, and it can be ended at any of them.
import { compileFunction } from "node:vm";

const NEVER = new Promise(() => {});

export class Browser {
  /** Of the reader: the languages; `rests` ends the worker before each event, as browsers may. */
  constructor(home, { languages = ["en"], rests = false } = {}) {
    Object.assign(this, { home, languages, rests });
    this.now = Date.UTC(2026, 11, 1);
    this.stores = new Map();
    this.room = Infinity;
    this.writes = 0;
    this.pages = [];
    this.isUnregistered = false;
    /** What went wrong in a listener or after an event; nothing may. */
    this.faults = [];
    this.host = new Host(home);
  }

  /** The script of the worker has been fetched and is another: what a browser does then. */
  async update(script, { endsAt = Infinity } = {}) {
    this.now += 1000;
    const worker = new Worker(this, script, endsAt);
    this.installing = worker;
    const event = worker.hears("install");
    const ends = await Promise.race([event.settled(), worker.ended]);
    this.installing = undefined;
    worker.state = ends?.every((it) => it.status === "fulfilled") ? "installed" : "redundant";
    worker.failure = ends?.find((it) => it.status === "rejected")?.reason;
    if (worker.state === "installed") {
      this.waiting = worker;
      await this.activates();
    }
    return worker;
  }

  /** The one that waits takes over where no page needs the other, or at its own wish. */
  async activates() {
    const { active, waiting } = this;
    if (!waiting || (active && !waiting.skips && this.pages.some((it) => it.isControlled))) return;
    this.active = waiting;
    this.waiting = undefined;
    // However that ends, the worker is at work from now on.
    await Promise.race([waiting.hears("activate").settled(), waiting.ended]);
    waiting.state = "activated";
    if (waiting.endsAt < Infinity) this.active = waiting.again();
  }

  /** Opens a page; `settled` comes when the worker has done all that it wanted to do on this occasion. */
  open(path, headers = {}) {
    const url = new URL(path, this.home).href;
    const isControlled = Boolean(this.active) && !this.isUnregistered && url.startsWith(this.home);
    const { response, settled } = this.asks({ url, method: "GET", mode: "navigate", headers: new Headers(headers) }, isControlled);
    const page = { url, isControlled, heard: [], type: "window", postMessage: (data) => page.heard.push(structuredClone(data)) };
    const shown = response.then((it) => {
      this.pages.push(page);
      return it;
    });
    shown.catch(() => {});
    return { page, response: shown, settled };
  }

  async visit(path, headers) {
    const { page, response, settled } = this.open(path, headers);
    const given = await response;
    await settled;
    return { page, status: given.status, headers: given.headers, text: await given.text() };
  }

  async close(...pages) {
    this.pages = this.pages.filter((it) => !pages.includes(it));
    await this.activates();
  }

  /** A page asks for something; what the worker leaves alone goes to the network. */
  load(page, path, { method = "GET", headers = {} } = {}) {
    const url = new URL(path, this.home).href;
    return this.asks({ url, method, mode: "cors", headers: new Headers(headers) }, page.isControlled);
  }

  asks(request, isControlled) {
    if (!isControlled) return { response: this.host.gives(request, "default"), settled: Promise.resolve(), byWorker: false };
    const event = this.awake("active").hears("fetch", { request });
    const byWorker = Boolean(event.answer);
    const response = event.answer ?? this.host.gives(request, "default");
    response.catch(() => {});
    return { response, settled: this.without("fetch", event), byWorker };
  }

  /** What a worker answers; undefined where it does not. */
  async tell(data, role = "active") {
    const answers = [];
    const port = { postMessage: (it) => answers.push(structuredClone(it)) };
    const worker = this.awake(role);
    await this.without("message", worker.hears("message", { data: structuredClone(data), ports: [port] }));
    await this.activates();
    return answers[0];
  }

  async without(type, event) {
    const ends = await event.settled();
    // A page that can't be had fails as its own request would.
    const failed = ends.filter((it) => it.status === "rejected" && it.promise !== event.answer);
    this.faults.push(...failed.map((it) => `${type}: ${it.reason}`));
  }

  awake(role) {
    if (this.rests && !this[role].skips) this[role] = this[role].again();
    return this[role];
  }

  /** All that is kept: by the name of the cache, the paths and the notes. */
  kept() {
    return [...this.stores.values()].map((it) => [...it.entries.keys()].map((url) => url.slice(this.home.length)).sort());
  }

  /** The entry of a path in the newest cache that has it. */
  entry(path) {
    return [...this.stores.values()].reverse().map((it) => it.entries.get(this.home + path)).find(Boolean);
  }

  /** Harm done to what is kept: to each entry that has this path. */
  harm(path, harm) {
    for (const { entries } of this.stores.values()) {
      const entry = entries.get(this.home + path);
      if (entry && harm === "evict") entries.delete(this.home + path);
      else if (entry) entries.set(this.home + path, { ...entry, ...harm });
    }
  }

  get used() {
    const sizes = [...this.stores.values()].flatMap((it) => [...it.entries.values()]).map((it) => it.bytes.length);
    return sizes.reduce((sum, it) => sum + it, 0);
  }
}

/** A worker from its start to its end. */
class Worker {
  constructor(browser, script, endsAt = Infinity) {
    Object.assign(this, { browser, script, endsAt, steps: 0, skips: false, listeners: {}, state: "installing" });
    this.ended = new Promise((resolve) => (this.end = resolve));
    const step = (name, run) => (...given) => this.step(() => run(...given));
    const store = (entries) => {
      const cache = new Cache(browser, entries);
      return Object.fromEntries(["match", "put", "delete", "keys"].map((it) => [it, step(it, (...given) => cache[it](...given))]));
    };
    const { stores, host } = browser;
    const named = (name) => stores.get(name) ?? stores.set(name, { entries: new Map() }).get(name);
    const scope = {
      registration: {
        scope: browser.home,
        // No page that comes later has it; those that are open keep it until they are gone.
        unregister: step("unregister", () => (browser.isUnregistered = true)),
      },
      caches: {
        open: step("open", (name) => store(named(name).entries)),
        keys: step("keys", () => [...stores.keys()]),
        delete: step("delete", (name) => stores.delete(name)),
        // Makes no cache, and looks into all of them, oldest first, where none is named.
        match: step("match", async (address, { cacheName } = {}) => {
          const names = cacheName === undefined ? [...stores.keys()] : [cacheName];
          for (const name of names) {
            const found = stores.has(name) && (await new Cache(browser, stores.get(name).entries).match(address));
            if (found) return found;
          }
        }),
      },
      clients: {
        matchAll: step("matchAll", ({ type = "window", includeUncontrolled = false } = {}) => {
          const own = (it) => includeUncontrolled || (it.isControlled && browser.active === this);
          return browser.pages.filter((it) => it.type === type && it.url.startsWith(browser.home)).filter(own);
        }),
        claim: step("claim", () => {
          if (browser.active !== this) throw new DOMException("Only the active worker may.", "InvalidStateError");
          for (const page of browser.pages) page.isControlled ||= page.url.startsWith(browser.home);
        }),
      },
      fetch: step("fetch", (what, { cache = "default" } = {}) => {
        const request = typeof what === "string" ? { url: what, method: "GET", mode: "cors", headers: new Headers() } : what;
        return host.gives(request, cache);
      }),
      navigator: { languages: browser.languages },
      skipWaiting: async () => void (this.skips = true),
      addEventListener: (type, listener) => (this.listeners[type] ??= []).push(listener),
      Date: class extends Date {
        static now() {
          return browser.now;
        }
      },
    };
    begun(script, { ...scope, self: scope });
  }

  again() {
    const worker = new Worker(this.browser, this.script);
    worker.state = this.state;
    return worker;
  }

  async step(run) {
    this.steps += 1;
    if (this.steps >= this.endsAt) this.end();
    if (this.steps >= this.endsAt) return NEVER;
    return run();
  }

  hears(type, fields = {}) {
    const event = new Happening(fields);
    for (const listener of this.listeners[type] ?? []) {
      try {
        listener(event);
      } catch (error) {
        this.browser.faults.push(`${type}: ${error}`);
      }
    }
    event.isUnderWay = false;
    return event;
  }
}

/** Runs a script with these as its globals; each time everything in it is new. */
function begun(script, scope) {
  if (!compiled.has(script)) compiled.set(script, compileFunction(script, Object.keys(scope), { filename: "sw.js" }));
  compiled.get(script)(...Object.values(scope));
}
const compiled = new Map();

/** ExtendableEvent and FetchEvent. */
class Happening {
  constructor(fields) {
    Object.assign(this, fields, { isUnderWay: true, promises: [], pending: 0 });
  }

  waitUntil(promise) {
    if (!this.isUnderWay && this.pending === 0) throw new DOMException("The event is over.", "InvalidStateError");
    this.pending += 1;
    const done = () => queueMicrotask(() => (this.pending -= 1));
    this.promises.push(promise);
    Promise.resolve(promise).then(done, done);
  }

  respondWith(promise) {
    if (!this.isUnderWay || this.answer) throw new DOMException("Too late, or twice.", "InvalidStateError");
    this.answer = Promise.resolve(promise).then((it) => {
      if (!(it instanceof Response) || it.bodyUsed) throw new TypeError("Failed to fetch: the worker gave no response");
      return it;
    });
    this.waitUntil(this.answer);
  }

  /** How everything ended that it was told to wait for. */
  async settled() {
    const ends = [];
    for (let next = 0; next < this.promises.length; next += 1) {
      const promise = this.promises[next];
      const [end] = await Promise.allSettled([promise]);
      ends.push({ ...end, promise });
    }
    return ends;
  }
}

/** Entries by address without its fragment, in the order in which they came. */
class Cache {
  constructor(browser, entries) {
    Object.assign(this, { browser, entries });
  }

  async match(address) {
    const entry = this.entries.get(plain(address));
    return entry && new Response(entry.bytes, { status: entry.status, headers: entry.headers });
  }

  async put(address, response) {
    if (response.status === 206) throw new TypeError("A part can't be kept.");
    if (response.headers.get("vary")?.includes("*")) throw new TypeError("What varies by everything can't be kept.");
    if (response.bodyUsed) throw new TypeError("The body has been read.");
    const bytes = new Uint8Array(await response.arrayBuffer());
    const before = this.entries.get(plain(address))?.bytes.length ?? 0;
    if (this.browser.used - before + bytes.length > this.browser.room) {
      throw new DOMException("There is no room.", "QuotaExceededError");
    }
    this.browser.writes += 1;
    this.entries.set(plain(address), { bytes, status: response.status, headers: [...response.headers] });
  }

  async delete(address) {
    return this.entries.delete(plain(address));
  }

  async keys() {
    return [...this.entries.keys()].map((url) => ({ url }));
  }
}

function plain(address) {
  const url = new URL(address.url ?? address);
  url.hash = "";
  return url.href;
}

const KINDS = {
  html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm", png: "image/png", xml: "text/xml",
  webmanifest: "application/manifest+json", bin: "application/octet-stream",
};

/** A host of files, with faults. `fault` names the fault of a path, told how the browser's own cache may be used. */
class Host {
  constructor(home) {
    Object.assign(this, { home, files: {}, asked: [], fault: () => undefined });
  }

  /** The paths that were asked for since the last time. */
  told() {
    return this.asked.splice(0).sort();
  }

  async gives({ url, method, headers }, cache) {
    const { origin, pathname } = new URL(url);
    const path = (origin + pathname).startsWith(this.home) ? (origin + pathname).slice(this.home.length) : undefined;
    this.asked.push(path ?? url);
    const fault = this.fault(path, cache);
    if (fault === "offline") throw new TypeError("Failed to fetch");
    if (fault === "silent") return NEVER;
    if (typeof fault === "number") return new Response("<p>no", { status: fault, headers: { "content-type": KINDS.html } });
    if (fault === "sign in") return new Response("<p>Sign in", { headers: { "content-type": KINDS.html } });
    const name = path === undefined || (path !== "" && !path.endsWith("/")) ? path : `${path}index.html`;
    const text = Object.hasOwn(this.files, name) ? this.files[name] : undefined;
    if (text === undefined) return new Response("<p>404", { status: 404, headers: { "content-type": KINDS.html } });
    const bytes = Buffer.from(fault === "altered" ? `${text}<script src=/beacon.js></script>` : text);
    // As servers do that pack files on their way.
    const given = { "content-type": KINDS[name.split(".").at(-1)], "content-length": "7", "content-security-policy": "default-src 'self'" };
    if (fault === "other type") given["content-type"] = name.endsWith(".html") ? "text/plain" : KINDS.html;
    if (fault === "varies") given.vary = "*";
    if (fault === "cut") return new Response(bytes.subarray(0, bytes.length - 1), { headers: given });
    if (fault === "torn") return new Response(torn(bytes), { headers: given });
    if (method === "GET" && headers.has("range")) return new Response(bytes.subarray(0, 1), { status: 206, headers: given });
    return new Response(method === "HEAD" ? null : bytes, { headers: given });
  }
}

/** A connection that is lost on the way. */
function torn(bytes) {
  return new ReadableStream({
    start: (it) => it.enqueue(bytes.subarray(0, 1)),
    pull: (it) => it.error(new TypeError("Connection lost")),
  });
}
