// All worlds in the order of the table, in which the last question changes fastest. Each is an object with the id of an answer
// under the id of its question, as rule engines take it. Normalisations have been applied and are not timed, which is in
// favour of these engines.

export const worldsOf = (questions, { normalisations }) => {
  const combined = (worlds, { id, answers }) => worlds.flatMap((it) => answers.map((answer) => ({ ...it, [id]: answer })));
  const worlds = questions.reduce(combined, [{}]);
  for (const world of worlds) {
    for (const { when, question, takes } of normalisations) {
      if (Object.entries(when).every(([id, answers]) => answers.includes(world[id]))) world[question] = takes;
    }
  }
  return worlds;
};
