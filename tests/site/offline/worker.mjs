// The service worker as built for a small site, in a browser made of stand-ins (browser.mjs).
// Argument: a JSON file with three versions of the site, each with its worker and its files, and the worker that removes.
import "./keeping.mjs";
import "./versions.mjs";
import "./asking.mjs";
