// Checks and times engines. An engine is an object:
// - `name`, `runs_in`: for the report.
// - `decide`: takes worlds, and returns the outcome of each as its position in the list of guarantees.
// - `every`: 11 times every 11th world alone. 11 divides no number of answers, so these worlds have all answers equally often.
// - `passes`: how often a run decides these worlds.
// - `before`: runs before each pass, untimed.

// Has an engine decide every world, compares each outcome with ours, and returns the milliseconds that deciding took.
export const checked = async ({ name, decide, before = () => {} }, worlds, outcomes) => {
  before();
  const begin = performance.now();
  const own = await decide(worlds);
  const took = performance.now() - begin;
  const wrong = worlds.findIndex((_, index) => own[index] !== outcomes[index]);
  if (wrong >= 0) throw new Error(`${name} has outcome ${own[wrong]}, ours is ${outcomes[wrong]}: ${JSON.stringify(worlds[wrong])}`);
  return took;
};

// Returns the decisions that an engine makes in a second.
export const timed = async ({ decide, every = 1, passes = 1, before = () => {} }, worlds) => {
  const part = some(worlds, every);
  let took = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    before();
    const begin = performance.now();
    await decide(part);
    took += performance.now() - begin;
  }
  return (part.length * passes * 1000) / took;
};

// The part of the report on an engine that needs no measuring.
export const described = ({ name, runs_in, every }, worlds) => ({ name, runs_in, timed_worlds: some(worlds, every).length });

// The first world and, from there, every n-th.
export const some = (worlds, n = 1) => worlds.filter((_, index) => index % n === 0);

export const median = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
