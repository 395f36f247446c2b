// Early input survives start-up: the browser keeps the chosen radio, `wasPressed` tells of a press of the form's button, and
// `begun` keeps what is typed and unfolded, and the focus.

let pressedNext = false;
// A click, for a sandbox without `allow-forms` swallows a submission; Enter in a form clicks its button, too.
const press = (event) => {
  if (!event.target.closest("[type=submit]")) return;
  event.preventDefault();
  pressedNext = true;
};
document.addEventListener("click", press);
const wasPressed = () => {
  document.removeEventListener("click", press);
  return pressedNext;
};

// Until then the links of the page leave the answers in the address alone: one within the page moves the focus and not
// the address, and one to another language takes them along.
document.addEventListener("click", (event) => {
  if (event.defaultPrevented) return;
  const id = event.target.closest?.("a[href^='#']")?.hash.slice(1);
  const target = id && document.getElementById(id);
  if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus();
});
if (location.hash) for (const it of document.querySelectorAll(".masthead__language")) it.hash ||= location.hash;

// Looks at the page as it is now, and returns what brings that back as long as the page shows the same place. `unfold`
// opens what was open: by a click where the page has to know.
const begun = (unfold = (it) => it.click()) => {
  const app = document.getElementById("app");
  const all = (query) => [...app.querySelectorAll(query)];
  // Translators and extensions add elements, so each is found again among those of its own kind.
  const alike = (it) => all(it.localName).filter((other) => other.className === it.className);
  const place = () => app.querySelector(".question input")?.name;
  const { activeElement } = document;
  const here = place();
  const focused = alike(activeElement).indexOf(activeElement);
  const unfolded = all("details").map((it) => it.open && [it, alike(it).indexOf(it)]);
  const typed = all("textarea:read-write, input[type=text]").map((it) => [it.id, it.value]);
  return () => {
    for (const [id, value] of typed) {
      const now = document.getElementById(id);
      if (now) now.value = value;
    }
    const isSame = place() === here;
    for (const [it, index] of unfolded.filter(Boolean)) {
      const now = isSame && alike(it)[index];
      if (now && !now.open) unfold(now.firstElementChild);
    }
    const now = activeElement.id ? document.getElementById(activeElement.id) : isSame && alike(activeElement)[focused];
    // What has the focus by a link within the page.
    if (now && activeElement.tabIndex < 0) now.tabIndex = -1;
    // Whatever has got the focus since keeps it.
    if (now && document.activeElement === document.body) now.focus({ preventScroll: true });
  };
};
