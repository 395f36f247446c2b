// The worker that removes workers: `cargo site build --kill-worker` puts it in the place of the other.
// It throws away what the other kept and unregisters itself, so that every page comes from the network again.

const FAMILY = `which-guarantee ${registration.scope} `;

// At once, and again whenever it may: Chromium does not let it take over while the other worker has something to do, and
// an open page gives that one something to do for minutes. What is kept in the meantime goes with the next call.
addEventListener("install", (event) => {
  event.waitUntil(discard());
  leave();
});
addEventListener("activate", (event) => event.waitUntil(Promise.all([discard(), leave()])));
// The page asks whoever waits, again and again, what is new.
addEventListener("message", (event) => event.waitUntil(Promise.all([discard(), leave()])));

async function discard() {
  const names = (await caches.keys()).filter((it) => it.startsWith(FAMILY));
  await Promise.all(names.map((it) => caches.delete(it)));
}

// Within an installation this can't be waited for: it is carried out after it.
function leave() {
  skipWaiting();
  return registration.unregister();
}
