// In the place of the script that registers a worker: removes one that is still there.
navigator.serviceWorker?.getRegistration(new URL("..", import.meta.url)).then((it) => it?.unregister(), () => {});
