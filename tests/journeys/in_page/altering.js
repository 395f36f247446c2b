// Alters the page as others do: the first argument says how. Texts stay the same letters, so that they can be compared.
const app = document.getElementById("app");
document.documentElement.dataset.altered = true;
const texts = () => {
  const walker = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  return found;
};
const made = (name, ...children) => {
  const element = document.createElement(name);
  element.append(...children);
  return element;
};
const ways = {
  // Chrome's and Google's translators.
  fonts: () => texts().forEach((it) => it.replaceWith(made("font", made("font", it.data)))),
  // Reading aids that mark each word.
  words: () => texts().forEach((it) => it.replaceWith(...it.data.split(/(?= )/).map((word) => made("span", word)))),
  // Translators that write both languages.
  both: () => texts().forEach((it) => it.after(made("font", ` ${it.data}`))),
  // Translators that write into the nodes.
  inside: () => texts().forEach((it) => (it.data = it.data.toUpperCase())),
  // Firefox's translator empties an element and puts its children back.
  back: () => app.querySelectorAll("p, li, h1, h2, label, button").forEach((it) => it.replaceChildren(...it.childNodes)),
  // Extensions that wrap the page, or take something out of it.
  wrapped: () => app.append(made("section", ...app.childNodes)),
  torn: () => texts().forEach((it, index) => index % 2 && it.remove()),
  // Extensions that replace words in the source of the page.
  copied: () => (app.innerHTML = app.innerHTML),
  exchanged: () => (app.outerHTML = app.outerHTML),
};
ways[arguments[0]]();
// What stands there until the page is mounted again.
if (["copied", "exchanged"].includes(arguments[0])) document.getElementById("app").firstElementChild.dataset.replica = "";
