// What the reader has begun before the app takes over: what is typed and unfolded, and the focus. `begun` looks at the
// page as it is now, and returns what brings that back.
// The page is rendered anew in the place of what was prerendered. Its elements are the same ones in the same order, as
// long as it shows the same question.

const begun = () => {
  const app = document.getElementById("app");
  const all = (query) => [...app.querySelectorAll(query)];
  const { activeElement } = document;
  const focused = all("*").indexOf(activeElement);
  const count = all("*").length;
  const unfolded = all("details").map((it) => it.open);
  const typed = all("textarea").map((it) => it.value);
  return () => {
    const isSame = all("*").length === count;
    // By a click, as the reader did it: the page has to know.
    if (isSame) all("summary").forEach((it, index) => unfolded[index] && it.click());
    all("textarea").forEach((it, index) => (it.value = typed[index]));
    const now = (activeElement.id && document.getElementById(activeElement.id)) || (isSame && all("*")[focused]);
    if (now) now.focus({ preventScroll: true });
  };
};
