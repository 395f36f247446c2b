// The site offline, as a reader notices it: says once that it is ready, and when a new version is, and takes that at the
// reader's word alone. Loaded when the page has nothing better to do. The build writes LANGUAGES before this: those that
// the page speaks, with the sentences of each and the version of the rules that the page has, and LOOKS: its style sheet.

// The page on which a language is chosen speaks all of them; then it is the first that the browser asks for.
const asksFor = (wanted) => LANGUAGES.find(({ language }) => `${wanted}-`.startsWith(`${language}-`));
const SAYS = navigator.languages.map(asksFor).find(Boolean) ?? LANGUAGES[0];

// Not in frames, as in boot.js.
if (self === top && isSecureContext && navigator.serviceWorker) {
  // Storage may be forbidden or full. The page then works with a network, as before.
  loaded().then(watch).catch(giveUp);
}

function giveUp(error) {
  console.info("This page can't be kept for use offline.", error);
}

// A page that has no other script brings this one along; what it shows comes first.
function loaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => addEventListener("load", resolve, { once: true }));
}

async function watch() {
  const workers = navigator.serviceWorker;
  await dressed();
  const notes = notesInPage();
  // A worker that takes over while this page is open has made it an old one, unless it is the first.
  let isOld = Boolean(workers.controller);
  let isTaken = false;
  workers.addEventListener("message", ({ data }) => data?.altered && notes.sayAltered(data.altered));
  workers.addEventListener("controllerchange", () => {
    if (isTaken) location.reload();
    else if (isOld) offer(notes, [], () => location.reload(), () => true);
    isOld = true;
  });
  const take = (registration) => {
    isTaken = true;
    // In another page somebody may have taken it already.
    if (registration.waiting) registration.waiting.postMessage({ ask: "take over" });
    else location.reload();
  };
  await register(notes, take);

  if (workers.controller) {
    const changes = await asked(workers.controller, { ask: "news", language: SAYS.language });
    if (changes?.length > 0) {
      notes.show([paragraph(SAYS.changed), list(changes), button(SAYS.close, notes.clear)]);
      workers.controller.postMessage({ ask: "said", what: "news" });
    }
    await keep(workers.controller, notes);
  }
}

// The reader may have gone on to another language since the worker began.
async function keep(worker, notes) {
  if (!(await asked(worker, { ask: "keep", language: SAYS.language }))) return;
  if (notes.say(SAYS.ready)) worker.postMessage({ ask: "said", what: "ready" });
}


// Few readers see a note, so its looks are not among those that every page begins with. It can be read without.
function dressed() {
  return new Promise((resolve) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL(LOOKS, import.meta.url);
    sheet.onload = sheet.onerror = resolve;
    document.head.append(sheet);
  });
}

async function register(notes, take) {
  const workers = navigator.serviceWorker;
  // A page before this one may have begun to install the worker, and may fail at it.
  const isAnothers = Boolean((await workers.getRegistration())?.installing);
  const registration = await workers.register(new URL("../sw.js", import.meta.url), { updateViaCache: "none" });
  const followed = new WeakSet();
  const tell = async (worker) => {
    // Some browsers tell of the same worker twice.
    if (!worker || followed.has(worker)) return;
    followed.add(worker);
    const state = await settled(worker, registration);
    if (state === "redundant" && !registration.active && isAnothers) await register(notes, take);
    if (state === "activated") await keep(worker, notes);
    if (state === "installed") {
      const changes = (await asked(worker, { ask: "changes", rules: SAYS.rules, language: SAYS.language })) ?? [];
      offer(notes, changes, () => take(registration), () => worker.state === "installed");
    }
  };
  const follow = (worker) => tell(worker).catch(giveUp);
  follow(registration.installing);
  follow(registration.waiting);
  // The first is at work in no time where an earlier try has left it nearly all.
  if (!workers.controller) follow(registration.active);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  // To register a worker that is there looks for no new version. Browsers do so on their own after a page has come, but
  // they put it off while the worker is busy, and WebKit then drops it.
  if (registration.active) look(registration);
  lookNowAndThen(registration, notes);
}

// How a worker's installation ended: it waits for the one that works, it works, or it failed.
function settled(worker, registration) {
  return new Promise((resolve) => {
    const look = () => {
      const waits = worker.state === "installed" && registration.active;
      if (waits || worker.state === "activated" || worker.state === "redundant") resolve(worker.state);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

// The worker's answer. Browsers end a worker that rests, and one under load at times together with the question that it
// has just been given: it is asked again until it answers or is gone.
function asked(worker, question) {
  return new Promise((resolve) => {
    const ask = () => {
      if (worker.state === "redundant") return stop();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => stop(data);
      worker.postMessage(question, [port2]);
    };
    const again = setInterval(ask, 10_000);
    const stop = (answer) => {
      clearInterval(again);
      resolve(answer);
    };
    ask();
  });
}

// Whoever does not want it now is asked again after some hours, as long as it is still to be had.
const LATER = 20 * 3_600_000;
let postponed;
function offer(notes, changes, take, isDue) {
  const again = () => isDue() && offer(notes, changes, take, isDue);
  // Links that are pasted on the page for a group are in no address, and would be lost. It is asked again without them.
  const links = document.getElementById("links");
  const wait = () => {
    notes.clear();
    postponed = { until: 0, again };
  };
  if (links?.value) return wait();
  links?.addEventListener("input", wait, { once: true });
  // Choices for a snippet are in no address either, but they are quickly made.
  const keeps = links || document.getElementById("wishes") ? [] : [paragraph(SAYS.keeps)];
  const rules = changes.length > 0 ? [paragraph(SAYS.changed), list(changes)] : [];
  postponed = undefined;
  const later = () => {
    notes.clear();
    postponed = { until: Date.now() + LATER, again };
  };
  notes.show([paragraph(SAYS.update), ...keeps, ...rules, button(SAYS.take, take), button(SAYS.later, later)]);
}

// Whether there is a new version. Without a network there is nothing to learn; a host that does not answer may do so a
// little later.
function look(registration, more = 3) {
  if (!navigator.onLine) return;
  registration.update().catch(() => more && setTimeout(() => look(registration, more - 1), 10_000));
}

// A page may stay open for weeks; whoever comes back to it learns of a new version within the hour, and so does whoever
// never leaves it.
function lookNowAndThen(registration, notes) {
  const hour = 3_600_000;
  let last = Date.now();
  const now = () => {
    if (document.visibilityState === "hidden") return;
    if (postponed && Date.now() >= postponed.until && notes.isEmpty()) postponed.again();
    if (Date.now() - last < hour) return;
    last = Date.now();
    look(registration);
  };
  document.addEventListener("visibilitychange", now);
  setInterval(now, hour);
}

// The live region is in the page before anything is said in it, or a screen reader would not notice.
function notesInPage() {
  const region = document.createElement("div");
  const hasLadder = document.querySelector(".ladder") !== null;
  region.className = hasLadder ? "offline offline--above" : "offline";
  region.lang = SAYS.language;
  region.setAttribute("role", "status");
  document.body.append(region);
  const put = (kind, parts) => {
    const note = document.createElement("div");
    note.className = "offline__note";
    note.dataset.offline = kind;
    note.append(...parts);
    region.replaceChildren(note);
    return note;
  };
  const clear = () => {
    const hasFocus = region.contains(document.activeElement);
    region.replaceChildren();
    if (!hasFocus) return;
    // A button that is gone would leave a screen reader at no place at all.
    const heading = document.querySelector("main h1, main h2, h1");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  return {
    clear,
    // For whoever runs the host, once a page.
    sayAltered: (address) => {
      if (region.dataset.altered) return;
      region.dataset.altered = address;
      console.warn(`This site can't be kept for use offline: what the host gives for ${address} is not the site's own file. Files may not be altered on their way. It is tried again in a day, or with the next version.`);
    },
    isEmpty: () => region.childElementCount === 0,
    show: (parts) => put("update", parts),
    // It asks for nothing, so it goes with the next thing that the reader does after a while, and takes no other note's
    // place. Whoever is elsewhere for the moment finds it.
    say: (text) => {
      if (region.childElementCount > 0) return false;
      const note = put("ready", [paragraph(text)]);
      const leave = () => note.remove();
      setTimeout(() => ["pointerdown", "keydown", "scroll"].forEach((it) => addEventListener(it, leave, { once: true })), 8000);
      return true;
    },
  };
}

function paragraph(text) {
  return filled("p", text);
}

function list(texts) {
  const element = document.createElement("ul");
  element.append(...texts.map((it) => filled("li", it)));
  return element;
}

function button(text, act) {
  const element = filled("button", text);
  element.type = "button";
  element.className = "button button--quiet";
  element.addEventListener("click", act);
  return element;
}

function filled(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
