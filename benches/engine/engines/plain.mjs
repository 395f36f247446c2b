// Plain JavaScript: a function generated from the table, with every number as a literal and without a loop over rows. Each
// answer is one bit. A row holds if the world has none of the bits that the row excludes. Worlds are turned into bits before
// timing starts, in favour of this engine. Normalisations are timed, as they are in ours.

export const plain = ({ questions, normalisations, rows, guarantees }) => {
  const all = questions.flatMap(({ id, answers }) => answers.map((it) => `${id}=${it}`));
  if (all.length > 31) throw new Error("Worlds no longer fit into 31 bits: give plain.mjs another word.");
  const bit = (id, answer) => 1 << all.indexOf(`${id}=${answer}`);
  const bits = (id, answers) => answers.reduce((sum, it) => sum | bit(id, it), 0);
  const others = ([id, answers]) => bits(id, questions.find((it) => it.id === id).answers) & ~bits(id, answers);
  const excluded = (needs) => needs.map(others).reduce((sum, it) => sum | it, 0);

  const normalised = normalisations.map(({ when, question, takes }) => {
    const applies = `(world & ${excluded(Object.entries(when))}) === 0`;
    return `if (${applies}) world = world & ${~others([question, []])} | ${bit(question, takes)};`;
  });
  const row = ({ guarantee, needs }) => {
    const not = excluded(needs.map((it) => [it.question, it.answers]));
    return `(world & ${not}) === 0 ? ${guarantees.indexOf(guarantee)} : `;
  };
  const decide = new Function(
    "worlds",
    `const outcomes = new Uint8Array(worlds.length);
    for (let index = 0; index < worlds.length; index += 1) {
      let world = worlds[index];
      ${normalised.join("\n")}
      outcomes[index] = ${rows.map(row).join("")} 255;
    }
    return outcomes;`,
  );
  const combined = (worlds, { id, answers }) => worlds.flatMap((it) => answers.map((answer) => it | bit(id, answer)));
  const worlds = Int32Array.from(questions.reduce(combined, [0]));
  return { name: "plain JavaScript", runs_in: "Chromium", passes: 400, decide: () => decide(worlds) };
};
