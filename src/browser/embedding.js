// The page on which a snippet is made: what is chosen goes into the preview and into the three snippets.
// The snippets are in the page already; here they only get other values, so that their form is in one place.

const one = (id) => document.getElementById(id);
const form = one("wishes");
const fields = form.elements;
const preview = one("preview");
const codes = [...document.querySelectorAll("[data-code]")];

// The page was made for the address that its publisher gave; the snippets lead to where it really is.
const given = form.dataset.site;
const site = new URL("../../", location.href).href;
const here = (text) => text.replaceAll(given, site).replaceAll(given.slice(0, -1), site.slice(0, -1));
const templates = new Map(codes.map((it) => [it, here(it.value)]));
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
  return { language: fields.language.value, title: fields.language.selectedOptions[0].dataset.title, start, wishes };
};

const address = ({ language, start, wishes }) => {
  const it = new URL(`${language}/frame.html`, site);
  for (const [wish, value] of wishes) it.searchParams.set(wish, value);
  it.hash = start;
  return it.href;
};

// ---- What becomes of it

const snippet = (template, wanted) => {
  const holder = document.createElement("template");
  holder.innerHTML = template;
  const frame = holder.content.querySelector("iframe");
  const element = holder.content.querySelector("which-guarantee");
  if (frame) {
    frame.src = address(wanted);
    frame.title = wanted.title;
  } else {
    element.lang = wanted.language;
    if (wanted.start) element.setAttribute("start", wanted.start);
    for (const [wish, value] of wanted.wishes) element.setAttribute(wish, value);
    const link = element.querySelector("a");
    link.href = `${site}${wanted.language}/`;
    link.textContent = wanted.title;
  }
  if (fields.lazily.checked) (frame ?? element).setAttribute("loading", "lazy");
  // Serialised, an attribute without a value has an empty one.
  return holder.innerHTML.replaceAll('=""', "");
};

const say = (field, isWrong) => {
  field.textContent = isWrong ? field.dataset.says : "";
};

const show = () => {
  const byLink = fields.start.value === "link";
  one("by-link").hidden = !byLink;
  say(one("link-problem"), byLink && fields.link.value.trim() && !answersIn(fields.link.value));
  const wanted = chosen();
  for (const [code, template] of templates) code.value = snippet(template, wanted);
  if (preview.src === address(wanted)) return;
  say(one("accent-refused"), false);
  // In place of what was there, so that "back" leaves this page and does not undo a choice.
  preview.contentWindow.location.replace(address(wanted));
  preview.setAttribute("src", address(wanted));
};

// ---- What the reader does

// Opened from an outcome, the page starts at that outcome.
if (answersIn(location.hash)) {
  fields.start.value = "link";
  fields.link.value = location.href.replace(/embed\/[^#]*/, "");
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());

one("widths").addEventListener("change", ({ target }) => {
  one("column").dataset.width = target.value;
});

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
  addEventListener(`which-guarantee:${event}`, ({ detail }) => {
    const line = document.createElement("li");
    line.textContent = `${event} ${JSON.stringify(detail)}`;
    heard.append(line);
    while (heard.children.length > LISTED) heard.firstChild.remove();
    if (event === "ready") say(one("accent-refused"), detail.refused?.includes("accent"));
  });
}

show();
