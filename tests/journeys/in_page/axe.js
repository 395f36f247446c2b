// Runs axe-core, which is in the page already, and hands over what it finds fault with.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const told = (it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => `${node.html} (${node.failureSummary})`).join(" | ")}`;
const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
return (await window.axe.run(document, options)).violations.map(told);
