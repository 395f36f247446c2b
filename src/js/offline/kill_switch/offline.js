// In the place of the script that registers a worker: removes one that is still there, with what it has kept.
const home = new URL("..", import.meta.url);
navigator.serviceWorker?.getRegistration(home).then((it) => it?.unregister(), () => {});
const isOurs = (it) => it.startsWith(`which-guarantee ${home} `);
globalThis.caches?.keys().then((all) => all.filter(isOurs).map((it) => caches.delete(it)), () => {});
