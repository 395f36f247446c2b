// The worker that removes workers: `cargo site build --kill-worker` puts it in the place of the other.
// It throws away what the other kept and unregisters itself, so that every page comes from the network again.

const FAMILY = `which-guarantee ${registration.scope} `;

addEventListener("install", () => skipWaiting());
// Chromium now and then forgets that on a busy machine. The page asks whoever waits, again and again, what is new.
addEventListener("message", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = (await caches.keys()).filter((it) => it.startsWith(FAMILY));
  await Promise.all(names.map((it) => caches.delete(it)));
  await registration.unregister();
}
