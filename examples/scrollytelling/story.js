// A picture of every combination of answers, and steps of text that highlight some of them.
// Every sentence about the article comes from the package, and every number is counted here.
import { load } from "which-guarantee";

/**
 * The steps of the story. `when` has the answers that are highlighted, `heading` the questions whose answers are the
 * heading. An armistice comes with an answer about land, because with other answers about land the rules treat it as
 * another ending.
 */
const STEPS = [
  { id: "all", when: {} },
  { id: "ongoing", when: { war: "ongoing" }, heading: ["war"] },
  { id: "armistice", when: { war: "armistice", land: "claimed" }, heading: ["war"] },
  { id: "troops", when: { us: "troops" }, heading: ["us"] },
  { id: "both", when: { war: "armistice", land: "claimed", us: "troops" }, heading: ["war", "us"] },
  { id: "reading", when: { war: "armistice", land: "claimed", us: "troops" }, reading: "J1" },
];
const ROW_QUESTIONS = 4; // The first four questions make the rows of the picture, the others its columns.
const FADE = 400; // milliseconds

const find = (selector) => document.querySelector(selector);
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const tell = (engine) => {
  const sentences = engine.sentences();
  const { questions, guarantees } = engine;
  const number = (it) => it.toLocaleString(engine.locale);
  const product = (list) => list.reduce((sum, it) => sum * it.answers.length, 1);
  const rows = product(questions.slice(0, ROW_QUESTIONS));
  const columns = product(questions.slice(ROW_QUESTIONS));
  const base = engine.outcomes();

  // Says of a world whether it has an answer. The last question changes fastest.
  const has = ([id, answer]) => {
    const at = questions.findIndex((it) => it.id === id);
    const stride = product(questions.slice(at + 1));
    const { answers } = questions[at];
    return (world) => answers[Math.floor(world / stride) % answers.length] === answer;
  };

  const steps = STEPS.map((step) => {
    const outcomes = step.reading ? engine.outcomes({ readings: [step.reading] }) : base;
    const conditions = Object.entries(step.when).map(has);
    const lit = base.map((_, world) => conditions.every((it) => it(world)));
    const counts = guarantees.map((_, it) => outcomes.reduce((sum, outcome, world) => sum + (lit[world] && outcome === it), 0));
    const changed = base.reduce((sum, outcome, world) => sum + (lit[world] && outcome !== outcomes[world]), 0);
    return { ...step, outcomes, lit, counts, changed, size: lit.reduce((sum, it) => sum + it, 0) };
  });

  const share = ({ size }) => `${number(size)} of ${number(engine.worlds)} combinations of answers`;
  // Weakest first, as the colours are; options that are never chosen have none.
  const chosen = guarantees.filter((id) => !sentences.guarantees[id].never).reverse();
  const colourOf = (id) => `var(--step-${chosen.indexOf(id) + 1})`;

  const heading = ({ when, reading, heading, size }) => {
    if (reading) return sentences.readings[reading].name;
    if (!heading) return `All ${number(size)} combinations of answers`;
    return heading.map((id) => sentences.questions[id].answers[when[id]].says).join(" ");
  };
  const paragraphs = ({ when, reading, heading, size, changed }) => {
    if (reading) {
      const { passage, base, other } = sentences.readings[reading];
      return [passage, `The tool’s interpretation: ${base}`, `The other one, used here: ${other}`, `This changes the outcome of ${number(changed)} of these ${number(size)} combinations.`];
    }
    if (!heading) return ["Each tiny square of the picture is one combination. Its colour is the outcome: the option that is most plausible under these answers."];
    return [heading.map((id) => sentences.questions[id].answers[when[id]].more).join(" ")];
  };
  const table = ({ counts, size }) => {
    const rows = guarantees.map((id, it) => {
      const bar = make("span", { className: "bar" });
      bar.style.cssText = `--colour: ${colourOf(id)}; --size: ${counts[it] / size}`;
      bar.dataset.colour = it;
      const name = make("th", { scope: "row" }, sentences.guarantees[id].name, bar);
      return counts[it] > 0 && make("tr", {}, name, make("td", {}, number(counts[it])));
    });
    const head = make("tr", {}, make("th", { scope: "col" }, "Outcome, strongest first"), make("th", { scope: "col" }, "Combinations"));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows.filter(Boolean)));
  };
  const label = ({ when }) =>
    Object.entries(when).map(([id, answer]) => `${sentences.questions[id].short}: ${sentences.questions[id].answers[answer].short}`).join(" · ");
  find(".steps").append(
    ...steps.map((step) => {
      const text = paragraphs(step).map((it) => make("p", {}, it));
      const section = make("section", {}, make("p", { className: "label" }, label(step)), make("h2", {}, heading(step)), ...text, make("p", { className: "share" }, share(step)), table(step));
      section.dataset.step = step.id;
      return section;
    }),
  );

  const [down, across] = [questions[0], questions[ROW_QUESTIONS]];
  const answersOf = ({ id, answers }) => answers.map((it) => make("span", {}, sentences.questions[id].answers[it].short));
  const short = (list) => list.map((it) => sentences.questions[it.id].short).join(", ");
  find(".down").append(...answersOf(down));
  find(".across").append(...answersOf(across));
  find(".axes").append(make("span", {}, short([down]), " ↓"), make("span", {}, short([across]), " →"));
  find(".field").style.cssText = `--rows: ${down.answers.length}; --columns: ${across.answers.length}`;
  const { disclaimer, description, article, normalisations } = sentences;
  find("h1").textContent = sentences.title;
  find(".wait").replaceWith(make("p", { className: "lede" }, description, " Here is the outcome of every combination of answers."), make("p", {}, disclaimer));
  find("footer").append(
    make("h2", {}, "How to read the picture"),
    make("p", {}, "Every combination of answers counts once. A count is not a chance: it does not say how likely an option is. The order of strength is the tool’s, not the article’s."),
    make("p", {}, `From top to bottom: ${short(questions.slice(0, ROW_QUESTIONS))}. From left to right: ${short(questions.slice(ROW_QUESTIONS))}.`),
    make("p", {}, "The tool’s rules for answers that contradict each other or make no difference:"),
    make("ul", {}, ...Object.values(normalisations).map((it) => make("li", {}, it.method))),
    make("p", {}, "Based on ", make("a", { href: article.address }, article.title), ` by ${article.authors}; ${article.publisher}, ${article.published}.`),
  );

  const canvas = Object.assign(find("canvas"), { width: columns, height: rows });
  const context = canvas.getContext("2d");
  const image = context.createImageData(columns, rows);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let [shown, frame] = [steps[0], 0];

  // A canvas cannot draw with custom properties. The bars of the tables and the canvas element have the computed colours.
  const computed = (element, property) => getComputedStyle(element)[property].match(/\d+/g).slice(0, 3).map(Number);
  const pixels = ({ lit, outcomes }) => {
    const palette = guarantees.map((_, it) => find(`[data-colour="${it}"]`)).map((it) => it && computed(it, "backgroundColor"));
    const unlit = computed(canvas, "color");
    return Uint8ClampedArray.from([...outcomes].flatMap((outcome, world) => [...(lit[world] ? palette[outcome] : unlit), 255]));
  };
  const show = (step, duration = calm.matches ? 0 : FADE) => {
    shown = step;
    find("figure").dataset.step = step.id;
    find("figcaption").textContent = `In colour: ${share(step)}`;
    canvas.setAttribute("aria-label", `${heading(step)} In colour: ${share(step)}. The table of this step has the counts.`);
    for (const it of document.querySelectorAll("section")) it.classList.toggle("current", it.dataset.step === step.id);
    const [from, to, began] = [image.data.slice(), pixels(step), performance.now()];
    const draw = (now) => {
      const part = duration > 0 ? Math.min(1, (now - began) / duration) : 1;
      to.forEach((it, index) => (image.data[index] = from[index] + (it - from[index]) * part));
      context.putImageData(image, 0, 0);
      if (part < 1) frame = requestAnimationFrame(draw);
    };
    cancelAnimationFrame(frame);
    draw(began);
  };

  find("figure").hidden = false;
  show(steps[0], 0);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => show(shown, 0));
  // A step is the current one while it crosses a line somewhat below the middle of the window.
  const observer = new IntersectionObserver(
    (entries) => entries.filter((it) => it.isIntersecting).forEach(({ target }) => show(steps.find((it) => it.id === target.dataset.step))),
    { rootMargin: "-60% 0px -40% 0px" },
  );
  document.querySelectorAll("section").forEach((it) => observer.observe(it));
};

load({ locale: "en" })
  .then(tell)
  .catch((error) => {
    find(".wait")?.replaceWith(make("p", { role: "alert" }, "The combinations could not be loaded. Check your connection and reload the page."));
    throw error;
  });
