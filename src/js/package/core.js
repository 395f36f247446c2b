// The engine as JavaScript knows it: JSON and errors go through the wasm as texts, and are objects here.

/** What was wrong with an input, in one sentence or two that say what to do. */
export class WhichGuaranteeError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "WhichGuaranteeError";
    this.code = code;
  }
}

const wrongType = (message) => new WhichGuaranteeError("wrong-type", message);

const tried = (action) => {
  try {
    return action();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const { code, message } = JSON.parse(thrown);
    throw new WhichGuaranteeError(code, message);
  }
};

const ID = /^[A-Za-z0-9_.-]+$/;

// A link is a text; answers are an object of question and answer, both by their ids. An open one may be left out.
const linkOf = (answers) => {
  if (typeof answers === "string") return answers;
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) {
    throw wrongType("Answers are a link, or an object with the id of an answer under the id of its question.");
  }
  return Object.entries(answers)
    .filter(([, answer]) => answer !== undefined && answer !== null && answer !== "unsure")
    .map(([question, answer]) => {
      if (typeof answer !== "string") throw wrongType(`The answer to ${question} is no text. Give the id of an answer.`);
      for (const id of [question, answer]) {
        if (!ID.test(id)) throw new WhichGuaranteeError("unknown-part", `${JSON.stringify(id)} is no id. The ids are in engine.questions.`);
      }
      return `${question}=${answer}`;
    })
    .join("&");
};

const listOf = (readings) => {
  if (readings === undefined || readings === null) return "";
  if (!Array.isArray(readings) || readings.some((it) => typeof it !== "string")) {
    throw wrongType("Readings are a list of ids; engine.readings has them all.");
  }
  return readings.join(",");
};

const frozen = (value) => {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};

export class Engine {
  #inner;

  constructor(inner) {
    this.#inner = inner;
    const about = frozen(JSON.parse(inner.about()));
    Object.assign(this, about);
    Object.freeze(this);
  }

  decide(answers = {}, { readings } = {}) {
    return JSON.parse(tried(() => this.#inner.decide(linkOf(answers), listOf(readings))));
  }

  outcomes({ readings } = {}) {
    return tried(() => this.#inner.outcomes(listOf(readings)));
  }

  next(answers = {}, { readings } = {}) {
    return tried(() => this.#inner.next(linkOf(answers), listOf(readings))) ?? null;
  }

  parse(link) {
    if (typeof link !== "string") throw wrongType("A link is a text.");
    return JSON.parse(this.#inner.parse(link));
  }

  link(answers = {}, { readings } = {}) {
    return tried(() => this.#inner.link(linkOf(answers), listOf(readings)));
  }

  sentences(locale = this.locale) {
    if (locale !== this.locale) throw unknownLocale(locale, [this.locale], "Load another engine for another language.");
    return JSON.parse(this.#inner.sentences());
  }
}

const unknownLocale = (locale, known, remedy) =>
  new WhichGuaranteeError("unknown-locale", `There are no sentences in ${JSON.stringify(locale)}, but in ${known.join(", ")}. ${remedy}`);

/**
 * Starts the wasm once and makes an engine of the case inside, or of the packed one given. `read` brings the bytes of an
 * address.
 */
export const loadWith = async (start, read, inside, { case: given, locale, wasm } = {}) => {
  const { Engine: Inner } = await start(wasm);
  if (given !== undefined) {
    if (!(given instanceof Uint8Array || given instanceof ArrayBuffer)) {
      throw wrongType("A case is a Uint8Array or an ArrayBuffer: the bytes of a file that cargo site package wrote to cases/.");
    }
    return tried(() => new Engine(new Inner(new Uint8Array(given))));
  }
  const known = Object.keys(inside);
  const wanted = locale ?? known[0];
  if (!known.includes(wanted)) throw unknownLocale(wanted, known, "Name one of these.");
  const bytes = await read(inside[wanted]);
  return tried(() => new Engine(new Inner(bytes)));
};
