// The worker that removes workers: `cargo site build --kill-worker` puts it in the place of the other.
// It throws away what the other kept and unregisters itself, so that every page comes from the network again.

const FAMILY = `which-guarantee ${registration.scope} `;

// It discards and unregisters while it is installed, and again when it is activated and with each message. Chromium does
// not let it take over while the old worker is busy, and an open page can keep the old worker busy for minutes. Files that
// the old worker keeps in the meantime are deleted with the next event.
addEventListener("install", (event) => {
  event.waitUntil(discard());
  leave();
});
addEventListener("activate", (event) => event.waitUntil(Promise.all([discard(), leave()])));
// A page goes on asking a waiting worker what has changed until it is answered.
addEventListener("message", (event) => event.waitUntil(Promise.all([discard(), leave()])));

async function discard() {
  const names = (await caches.keys()).filter((it) => it.startsWith(FAMILY));
  await Promise.all(names.map((it) => caches.delete(it)));
}

// The install event can't wait for this, because browsers unregister only after the installation.
function leave() {
  skipWaiting();
  return registration.unregister();
}
