// Calls back after the next paint. A hidden page is not painted, so a timer calls back as well.
const afterPaint = (then) => {
  let isDue = true;
  const go = () => {
    if (isDue) then();
    isDue = false;
  };
  requestAnimationFrame(() => setTimeout(go));
  setTimeout(go, 100);
};
