// What a reader finds on the page now, in one look.
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const text = (element) => (element ? element.textContent.trim() : "");
const radios = all(".question input[type=radio]");
const standing = one("[data-outcome]");
const focus = document.activeElement;
const named = (element) => {
  if (!element || element === document.body) return "";
  if (element.type === "radio") return `${element.name}=${element.value}`;
  if (element.matches(".tool main h1")) return "heading";
  return element.id ? `#${element.id}` : `${element.tagName.toLowerCase()}.${element.className}`;
};
return {
  ready: one(".tool")?.dataset.ready === "true" && !one(".waiting") && !one("[aria-busy=true]"),
  lang: document.documentElement.lang,
  title: document.title,
  heading: text(one("main h1")),
  place: one(".outcome") ? "outcome" : (radios[0]?.name ?? ""),
  offered: radios.map((it) => it.value),
  chosen: radios.find((it) => it.checked)?.value ?? "",
  outcome: standing?.dataset.outcome ?? "",
  settled: standing?.dataset.settled === "true",
  possible: standing?.dataset.possible ?? "",
  ladder: all("[data-guarantee]").map((it) => [it.dataset.guarantee, it.dataset.status]),
  fragment: location.hash.slice(1),
  focus: named(focus),
  alert: text(one("[role=alert].problem")),
  notice: one('[data-notice="link"]') ? all('[data-notice="link"] p').map(text) : null,
  summary: Object.fromEntries(
    [
      ...all(".summary:not([hidden]) [data-question]").map((it) => [it.dataset.question, text(it.querySelector("dd"))]),
      ...all("[data-board] [data-question]").map((it) => [
        it.dataset.question,
        text(it.querySelector("input[type=radio]:checked + span") ?? it.querySelector(".board__note")),
      ]),
      ...all("[data-left-out]").map((it) => [it.dataset.leftOut, text(it)]),
    ],
  ),
  trouble: Boolean(one("#trouble")) && getComputedStyle(one("#trouble")).visibility === "visible",
};
