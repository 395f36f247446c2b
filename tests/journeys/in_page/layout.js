// What a reader could not read: text that runs out of the window, is cut off, or lies on other text.
// Everything that can be unfolded is unfolded first.
for (const it of document.querySelectorAll("details")) it.open = true;
const problems = [];
const wide = document.documentElement;
if (wide.scrollWidth > innerWidth) problems.push(`the page is ${wide.scrollWidth} wide in a window of ${innerWidth}`);

const named = (it) => `${it.tagName.toLowerCase()}.${it.className} "${it.textContent.trim().slice(0, 40)}"`;
const style = (it) => getComputedStyle(it);
// Remembers what was found for each element, for many texts share those around them.
const once = (ask) => {
  const known = new Map();
  return (it) => known.get(it) ?? known.set(it, ask(it)).get(it);
};
// Whether `holds` is true of an element or of one around it.
const within = (holds) => {
  const asked = once((it) => holds(it) || Boolean(it.parentElement && asked(it.parentElement)));
  return asked;
};
// Hidden from sight on purpose, for screen readers alone: in a box of a pixel or two.
const clips = (it) => /hidden|clip/.test(style(it).overflowX);
const boxed = within((it) => clips(it) && Math.min(it.clientHeight, it.clientWidth) <= 2);
const unseen = once((it) => boxed(it) || it.closest(".hidden, .skip, [aria-hidden=true]") || style(it).clipPath !== "none" || !it.checkVisibility({ visibilityProperty: true }));
// What floats above the page may cover it; each of these is looked at by itself.
const floats = (it) => it.closest(".ladder, .offline, .masthead__languages ul")?.className;
const scrolls = within((it) => /auto|scroll/.test(style(it).overflowX));
const cutOff = once((it) => clips(it) && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1));

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  const owner = node.parentElement;
  if (!node.data.trim() || owner.closest("script, noscript, option, template") || unseen(owner)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const box of range.getClientRects()) {
    if (box.width < 1 || box.height < 1) continue;
    if (!scrolls(owner) && (box.right > innerWidth + 1 || box.left < -1)) problems.push(`out of the window: ${named(owner)}`);
    texts.push({ owner, node, box });
  }
  for (let it = owner; it; it = it.parentElement) if (cutOff(it)) problems.push(`cut off: ${named(it)}`);
}

// Lines of text that lie on each other by more than their leading.
texts.sort((a, b) => a.box.top - b.box.top);
const slack = 3;
for (let i = 0; i < texts.length; i += 1) {
  for (let j = i + 1; j < texts.length && texts[j].box.top < texts[i].box.bottom - slack; j += 1) {
    const [a, b] = [texts[i], texts[j]];
    if (a.node === b.node || floats(a.owner) !== floats(b.owner)) continue;
    const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
    const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
    if (across > 1 && down > Math.min(a.box.height, b.box.height) / 2) problems.push(`${named(a.owner)} lies on ${named(b.owner)}`);
  }
}
return [...new Set(problems)];
