// The page on which a snippet is made: what is chosen goes into the preview and into the three snippets.
// The snippets are in the page already; here they only get other values, so that their form is in one place.

const one = (id) => document.getElementById(id);
const form = one("wishes");
const fields = form.elements;
let preview = one("preview");
const codes = [...document.querySelectorAll("[data-code]")];

// The page was made for the address that its publisher gave; the snippets lead to where it really is.
const given = form.dataset.site;
const site = new URL("../../", location.href).href;
const here = (text) => text.replaceAll(given, site).replaceAll(given.slice(0, -1), site.slice(0, -1));
// Firefox keeps what was in them when the page is loaded anew.
const templates = new Map(codes.map((it) => [it, here(it.defaultValue)]));
for (const it of document.querySelectorAll("code")) it.textContent = here(it.textContent);

// ---- What is chosen

/** What stands behind the sign # in a link, as far as the tool knows it; empty where there are no answers. */
const answersIn = (link) => {
  const questions = [...fields.start.options].map((it) => it.value).filter((it) => it.startsWith("at=")).map((it) => it.slice(3));
  const parts = link.trim().replace(/^[^#]*#/, "").split("&").filter((it) => /^\w+=[\w,]+$/.test(it));
  const known = parts.filter((it) => [...questions, "readings", "unsure", "at"].includes(it.split("=")[0]));
  return known.some((it) => questions.includes(it.split("=")[0])) ? known.join("&") : "";
};

const chosen = () => {
  const wishes = new Map();
  if (fields.theme.value !== "auto") wishes.set("theme", fields.theme.value);
  if (fields.accent.checked) wishes.set("accent", fields.colour.value.slice(1));
  if (fields.font.value) wishes.set("font", fields.font.value);
  if (fields.extent.value === "compact") wishes.set("compact", "");
  if (fields.answers.checked) wishes.set("answers", "shared");
  const start = fields.start.value === "link" ? answersIn(fields.link.value) : fields.start.value;
  const language = fields.language.value;
  // The name of an option is there in the language of this page alone.
  const isNamed = pageOf(start) && language === document.documentElement.lang;
  const title = isNamed ? fields.start.selectedOptions[0].textContent : fields.language.selectedOptions[0].dataset.title;
  return { language, title, start, wishes };
};

/** Another page than the tool, by its path below the language; a place in the tool stands behind the sign #. */
const pageOf = (start) => (start.endsWith("/") ? start : "");

const address = ({ language, start, wishes }) => {
  const page = pageOf(start);
  const it = new URL(`${language}/${page}frame.html`, site);
  for (const [wish, value] of wishes) it.searchParams.set(wish, value);
  // A wish without a value needs no sign for one.
  it.search = it.search.replace(/=(?=&|$)/g, "");
  if (!page) it.hash = start;
  return it.href;
};

// ---- How high it is

/** Widths of columns at which it is measured; between them lines are near enough. */
const WIDTHS = [300, 360, 640, 1000];
/** Margins of a column on a telephone. */
const MARGINS = 40;
/** How long a height has to last, for the outcome comes in parts. */
const AT_REST = 400;
/** How long a height is waited for. A page that never says one must not keep the others from their turn. */
const PATIENCE = 10_000;
const gauge = one("gauge");
/** Heights by address, so that nothing is measured twice. */
const measured = new Map();

/** The height that lasts; none where the frame says nothing. */
const lasting = (frame) =>
  new Promise((settle) => {
    setTimeout(settle, PATIENCE);
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => settle(Math.ceil(parseFloat(frame.style.height))), AT_REST);
    };
    frame.addEventListener("which-guarantee:height", wait);
    frame.addEventListener("which-guarantee:ready", wait, { once: true });
  });

/** What this start needs at each width, in a frame that nobody sees. */
const measure = async (source) => {
  const heights = [];
  for (const width of WIDTHS) {
    const frame = preview.cloneNode();
    frame.removeAttribute("id");
    // The tool takes all the room that it is given, so it is given none.
    frame.style.height = "1px";
    gauge.style.inlineSize = `${width}px`;
    gauge.replaceChildren(frame);
    const lasts = lasting(frame);
    frame.src = source;
    const height = await lasts;
    if (!height) break;
    heights.push(height);
    if (source !== address(chosen())) break;
  }
  gauge.replaceChildren();
  if (heights.length === WIDTHS.length) measured.set(source, heights);
};

/** The room to keep, as CSS: two slopes and a floor. */
const room = ([narrow, phone, column, wide]) => {
  const slope = (from, to, over, at) => {
    const each = (from - to) / over;
    return `${Math.round(from + each * (at + MARGINS))}px - ${Math.round(each * 100)}vw`;
  };
  return `height:max(${slope(narrow, phone, 60, 300)},${slope(phone, column, 280, 360)},${Math.max(column, wide)}px)`;
};

// ---- What becomes of it

/** The element knows by itself how much room the first question needs. */
const isUnusual = ({ start, wishes }) => Boolean(start || wishes.has("compact") || wishes.has("font") || wishes.has("answers"));

const snippet = (template, wanted) => {
  const heights = measured.get(address(wanted));
  const holder = document.createElement("template");
  // By another name while it is an element: the page's policy lets no style be written into one, wherever it is.
  holder.innerHTML = template.replace(" style=", " data-style=");
  const frame = holder.content.querySelector("iframe");
  const element = holder.content.querySelector("which-guarantee");
  if (frame) {
    frame.src = address(wanted);
    frame.title = wanted.title;
    if (heights) {
      // What nobody makes higher later may as well scroll.
      frame.height = frame.dataset.style ? heights[2] : Math.min(heights[2], frame.height);
      if (frame.dataset.style) frame.dataset.style = room(heights);
    }
  } else {
    element.lang = wanted.language;
    if (wanted.start) element.setAttribute("start", wanted.start);
    for (const [wish, value] of wanted.wishes) element.setAttribute(wish, value);
    if (heights && isUnusual(wanted)) element.setAttribute("room", `${heights[0]} ${Math.max(heights[2], heights[3])}`);
  }
  const link = holder.content.querySelector("a");
  link.href = `${site}${wanted.language}/${pageOf(wanted.start)}`;
  link.textContent = wanted.title;
  if (fields.lazily.checked) (frame ?? element).setAttribute("loading", "lazy");
  // Serialised, an attribute without a value has an empty one.
  return holder.innerHTML.replaceAll('=""', "").replace(" data-style=", " style=");
};

const say = (field, isWrong) => {
  field.textContent = isWrong ? field.dataset.says : "";
};

const show = () => {
  const byLink = fields.start.value === "link";
  one("by-link").hidden = !byLink;
  say(one("link-problem"), byLink && fields.link.value.trim() && !answersIn(fields.link.value));
  const wanted = chosen();
  for (const [code, template] of templates) {
    const now = snippet(template, wanted);
    if (code.value === now) continue;
    code.value = now;
    // What was copied is another by now.
    document.querySelector(`[data-told=${code.dataset.code}]`).textContent = "";
  }
  const source = address(wanted);
  if (preview.src === source) return;
  say(one("accent-refused"), false);
  // A new frame each time: another address in the old one would be one more step for the browser's "back".
  const next = preview.cloneNode();
  next.src = source;
  preview.replaceWith(next);
  preview = next;
  if (!measured.has(source)) later(() => measure(source).then(show));
};

/** One after the other, and only what is still wanted. One that fails takes no turn from the next. */
let turn = Promise.resolve();
const later = (work) => {
  turn = turn.then(work).catch(console.error);
};

// ---- What the reader does

// Opened from an outcome, the page starts at that outcome.
if (answersIn(location.hash)) {
  fields.start.value = "link";
  fields.link.value = location.href.replace(/embed\/[^#]*/, "");
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());

const widen = () => {
  one("column").dataset.width = one("widths").querySelector(":checked").value;
};
one("widths").addEventListener("change", widen);
widen();

const { copied, refused } = document.querySelector(".codes").dataset;
for (const button of document.querySelectorAll("[data-copies]")) {
  button.addEventListener("click", async () => {
    const code = document.querySelector(`[data-code=${button.dataset.copies}]`);
    const told = document.querySelector(`[data-told=${button.dataset.copies}]`);
    try {
      await navigator.clipboard.writeText(code.value);
      told.textContent = copied;
    } catch {
      // Missing or forbidden: the reader copies what is selected.
      code.focus();
      code.select();
      told.textContent = refused;
    }
  });
}

// ---- What the preview says

const LISTED = 6;
const heard = one("heard");
for (const event of ["ready", "answered", "outcome", "height"]) {
  addEventListener(`which-guarantee:${event}`, ({ target, detail }) => {
    if (target !== preview) return;
    const line = document.createElement("li");
    line.textContent = `${event} ${JSON.stringify(detail)}`;
    heard.append(line);
    while (heard.children.length > LISTED) heard.firstChild.remove();
    if (event === "ready") say(one("accent-refused"), detail.refused?.includes("accent"));
  });
}

show();
