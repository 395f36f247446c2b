// Presses whatever can be pressed, again and again, by chance but always in the same order for the same seed.
// Arguments: how many presses, the seed, and what is called with what was on show after each.
const [presses, seed, done] = arguments;
const all = (selector) => [...document.querySelectorAll(selector)];

// Mulberry32, by Tommy Ettinger, in the public domain.
let state = seed;
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const any = (list) => list[Math.floor(chance() * list.length)];

// What leads out of the page, asks the system for something or prints is left alone.
const PRESSABLE =
  "#app :is(button, summary, select, input, a[href^='#']):not([data-print], [data-share], [disabled], [type=text])";
const press = (element) => {
  if (element instanceof HTMLSelectElement) {
    element.value = any([...element.options]).value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    element.click();
  }
};

// The permalink as the page has it for its other languages. Browsers take an address only so many times a minute.
const link = () => new URL(document.querySelector(".masthead__language").href).hash.slice(1);
const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
const settled = async () => {
  await frame();
  do await frame();
  while (document.querySelector("[aria-busy=true]"));
};

const troubles = [];
const note = ({ message, reason }) => troubles.push(String(message ?? reason));
addEventListener("error", note);
addEventListener("unhandledrejection", note);
const seen = [];
(async () => {
  for (let i = 0; i < presses; i += 1) {
    press(any(all(PRESSABLE).filter((it) => it.checkVisibility())));
    await settled();
    const { outcome, settled: isSettled, possible } = document.querySelector("[data-outcome]").dataset;
    seen.push([link(), outcome, isSettled, possible]);
  }
  removeEventListener("error", note);
  removeEventListener("unhandledrejection", note);
  done({ seen, troubles });
})().catch((error) => done({ seen, troubles: [...troubles, `${error}`] }));
