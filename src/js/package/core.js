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
const unknownPart = (message) => new WhichGuaranteeError("unknown-part", message);

const tried = (action) => {
  try {
    return action();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const { code, message } = JSON.parse(thrown);
    throw new WhichGuaranteeError(code, message);
  }
};

const isPlain = (it) => {
  if (typeof it !== "object" || it === null) return false;
  const above = Object.getPrototypeOf(it);
  return above === null || (Object.getPrototypeOf(above) === null && Object.hasOwn(above, "isPrototypeOf"));
};

const quoted = (it) => (typeof it === "string" ? JSON.stringify(it) : `a ${it === null ? "null" : typeof it}`);

// A link is a text; answers are an object of question and answer, both by their ids. An open one may be left out.
const linkOf = (answers, questions) => {
  if (typeof answers === "string") return answers;
  if (!isPlain(answers)) throw wrongType("Answers are a link as text, or an object with the id of an answer under the id of its question.");
  return Object.entries(answers)
    .filter(([, answer]) => answer !== undefined && answer !== null)
    .map(([id, answer]) => {
      const question = questions.find((it) => it.id === id);
      if (!question) throw unknownPart(`${quoted(id)} is not a question. The questions are ${questions.map((it) => it.id).join(", ")}.`);
      if (typeof answer !== "string") throw wrongType(`The answer to ${id} is not a text. Give the id of an answer.`);
      if (answer === "unsure") return `unsure=${id}`;
      if (!question.answers.includes(answer)) {
        throw unknownPart(`${quoted(answer)} is not an answer to ${id}. The answers are ${question.answers.join(", ")}.`);
      }
      return `${id}=${answer}`;
    })
    .join("&");
};

const optionsOf = (options) => {
  if (options === undefined) return {};
  if (!isPlain(options)) throw wrongType("Options are an object, such as { readings: [] }.");
  return options;
};

const readingsOf = (options) => {
  const { readings = [] } = optionsOf(options);
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

  decide(answers = {}, options) {
    return JSON.parse(tried(() => this.#inner.decide(linkOf(answers, this.questions), readingsOf(options))));
  }

  outcomes(options) {
    return tried(() => this.#inner.outcomes(readingsOf(options)));
  }

  next(answers = {}, options) {
    return tried(() => this.#inner.next(linkOf(answers, this.questions), readingsOf(options))) ?? null;
  }

  parse(link) {
    if (typeof link !== "string") throw wrongType("A link is a text.");
    return JSON.parse(this.#inner.parse(link));
  }

  link(answers = {}, options) {
    return tried(() => this.#inner.link(linkOf(answers, this.questions), readingsOf(options)));
  }

  sentences(locale = this.locale) {
    if (locale !== this.locale) throw unknownLocale(locale, [this.locale], "Load another engine for another language.");
    return JSON.parse(this.#inner.sentences());
  }
}

const unknownLocale = (locale, known, remedy) =>
  new WhichGuaranteeError("unknown-locale", `There are no sentences in ${quoted(locale)}. The languages are ${known.join(", ")}. ${remedy}`);

/**
 * The function `load` of a runtime. `start` compiles the wasm, here or from where it is given, and returns its exports;
 * `read` brings the bytes of an address.
 */
export const loader = (start, read, inside) => {
  let started;
  return async (options) => {
    const { case: given, locale, wasm } = optionsOf(options);
    started ??= start(wasm);
    const { Engine: Inner } = await started.catch((error) => {
      // The next call tries again.
      started = undefined;
      throw error;
    });
    if (given !== undefined) {
      if (!(given instanceof Uint8Array || given instanceof ArrayBuffer)) {
        throw wrongType("A case is a Uint8Array or an ArrayBuffer: the bytes of a file that cargo site package wrote to cases/.");
      }
      const engine = tried(() => new Engine(new Inner(new Uint8Array(given))));
      if (locale !== undefined && locale !== engine.locale) throw unknownLocale(locale, [engine.locale], "A packed case has one.");
      return engine;
    }
    const known = Object.keys(inside);
    const wanted = locale ?? known[0];
    if (!known.includes(wanted)) throw unknownLocale(wanted, known, "Name one of these.");
    const bytes = await read(inside[wanted]);
    return tried(() => new Engine(new Inner(bytes)));
  };
};
