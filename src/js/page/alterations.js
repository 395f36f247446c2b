// Alterations of the page by others: translators, extensions and reading aids put nodes of their own in the place of the
// page's. Text that changes would then change in nodes that nobody sees, so an altered page is emptied and mounted afresh
// with every change. What others do is not undone before that. `early_input.js`, `trouble_note.js` and `lost_focus.js`
// stand before this.

const alterations = () => {
  const app = document.getElementById("app");
  const status = () => [...app.querySelectorAll("[role=status]")].map((it) => it.textContent);
  let isAltered = false;
  let ours = [];
  let said = [];
  let voice;
  let restore;
  let byHand;
  let lost;
  // Where others take the page apart time and again, the reader is told that it does not work: six times in ten seconds.
  let rescues = [];
  let isRescueDue = false;
  // A text that could not be copied, to be copied by hand.
  const refused = () => app.querySelector(".told textarea");
  const isWithin = ({ target }) => app.contains(target);
  const look = (records) => {
    isAltered ||= records.some(isWithin);
    if (isAltered && !voice) {
      // Status messages that are mounted afresh are not announced. This one stands ready from now on.
      voice = document.createElement("p");
      voice.className = "hidden";
      voice.setAttribute("role", "status");
      document.body.append(voice);
    }
  };
  // Yew 0.23.0 goes on in a later task where a component has taken 16 ms, so each says that it is about to be drawn. This
  // observer is older than those of others: the first records that it hears of after that are the page's own.
  let isDrawing = true;
  const rescue = () => {
    if (!isRescueDue) return;
    isRescueDue = false;
    const now = performance.now();
    rescues = rescues.filter((at) => at > now - 10_000);
    if (rescues.push(now) < 6) lost?.();
    else tell("Something takes this page apart time and again.");
  };
  // An extension may exchange the whole page at any time, even while it is drawn.
  const reclaim = () => {
    const copy = document.getElementById("app");
    if (!copy || copy === app) return;
    copy.replaceWith(app);
    isAltered = true;
  };
  const settle = () => {
    reclaim();
    isDrawing = false;
    ours = [...app.querySelectorAll("a, button, input, select, summary, textarea")];
    rescue();
  };
  // What happened while nothing was drawn is others' doing.
  const inspect = (records) => {
    reclaim();
    look(records);
    // Fields and buttons that were exchanged for copies would hear nobody.
    isRescueDue ||= app.isConnected && !ours.every((it) => it.isConnected);
  };
  const heard = (records) => {
    inspect(records);
    rescue();
  };
  const observer = new MutationObserver((records) => {
    if (!isDrawing) return heard(records);
    reclaim();
    // Yew empties the page a microtask before it draws the first time.
    if (app.firstChild && records.some(isWithin)) settle();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
  // Everything is as the page has drawn it.
  const drawn = () => {
    const records = observer.takeRecords();
    if (isDrawing) settle();
    else heard(records);
    // The outcome's page is drawn part by part.
    if (app.querySelector("[aria-busy=true]")) return;
    const says = status();
    if (restore) {
      restore();
      const text = refused();
      if (text && text.id !== byHand) {
        text.focus();
        text.select();
      }
      const news = says.filter((it) => !said.includes(it)).join(" ");
      if (news) voice.textContent = news;
    }
    restore = 0;
    said = says;
    afterPaint(refocus);
  };
  // A part is about to be drawn.
  const draws = () => {
    if (!isDrawing) inspect(observer.takeRecords());
    isDrawing = true;
    // Not every change moves nodes. The app is drawn when this microtask ends, the class page one later.
    queueMicrotask(() => {
      if (observer.takeRecords().some(isWithin)) settle();
      else queueMicrotask(() => isDrawing && (observer.takeRecords(), settle()));
    });
  };
  // A change is about to be drawn. Empties the page where it has been altered, and says so.
  const emptyIfAltered = () => {
    draws();
    if (!isAltered) return false;
    isAltered = isRescueDue = false;
    restore = begun((it) => (it.parentNode.open = true));
    byHand = refused()?.id;
    app.replaceChildren();
    observer.takeRecords();
    return true;
  };
  return { drawn, draws, emptyIfAltered, onLoss: (then) => (lost = then) };
};
