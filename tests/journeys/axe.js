// Runs axe-core, which is in the page already, and hands over what it finds fault with.
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const told = (it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => `${node.html} (${node.failureSummary})`).join(" | ")}`;
window.axe
  .run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then((found) => done(found.violations.map(told)), (error) => done([String(error)]));
