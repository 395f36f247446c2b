// What goes with its own press, such as a note and the button that closes it, would take the focus along. What is around
// it gets the focus: the heading of the page, or the button of the nearest fold that is open.

let around = [];
const remember = ({ target }) => {
  around = [];
  for (let it = target; it; it = it.parentElement) around.push(it);
};
document.addEventListener("focusin", remember);
// In Safari a press gives no focus to a button. Whoever hears it first may take the button away.
document.addEventListener("click", remember, true);

const isShown = (it) => it.isConnected && it.getClientRects().length > 0;
const refocus = () => {
  // A frame takes no focus from the page around it.
  if (document.activeElement !== document.body || !document.hasFocus() || !around[0] || isShown(around[0])) return;
  const ways = (it) => it.querySelector("h1[tabindex]") ?? it.querySelector("[aria-expanded=true], [open] > summary");
  around.filter(isShown).map(ways).find(Boolean)?.focus();
};
