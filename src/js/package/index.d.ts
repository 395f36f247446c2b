/// <reference lib="dom" />

/** The id of a question, an answer, a guarantee, a reading and so on: what the data files of the case call it. */
export type Id = string;

/** Answers by the id of their question. Questions that are left out stay open; "unsure" says that they are not to be asked. */
export type Answers = Readonly<Record<Id, Id | undefined | null>>;

export interface LoadOptions {
  /** The language of the sentences, a BCP 47 tag; the package's first where it is left out. */
  locale?: string;
  /** Another case in place of the one inside: the bytes of a file that `cargo site package --case DIR` wrote to `cases/`. */
  case?: Uint8Array | ArrayBuffer;
  /**
   * The wasm, where it does not lie beside this module: its address (in Node http or https alone), a response, its bytes,
   * or a compiled module. The case is still read from `cases/` beside this module, unless `case` is given.
   */
  wasm?: string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module;
}

/**
 * Makes an engine. The wasm is compiled once: after the first call that succeeds, `wasm` is not looked at. Keep the engine;
 * a case that was loaded stays in memory.
 * @throws {WhichGuaranteeError} `unknown-locale`, `wrong-type`, `damaged-case`, `too-large`; and whatever the runtime
 * throws where a file can't be loaded or the wasm is none
 */
export function load(options?: LoadOptions): Promise<Engine>;

export interface ReadingOptions {
  /** Interpretations to switch from the tool's to the other one. */
  readings?: readonly Id[];
}

export interface Engine {
  /** The version of the rules. */
  readonly version: string;
  /** How many combinations of answers there are. */
  readonly worlds: number;
  /** In the order of asking. */
  readonly questions: readonly Question[];
  /**
   * Strongest first, then those that are never chosen. Readings do not change the order. `outcomes` holds positions in this
   * list.
   */
  readonly guarantees: readonly Id[];
  readonly readings: readonly Id[];
  /** The language of its sentences. */
  readonly locale: string;

  /**
   * The whole decision that follows from answers, or from a link to the tool. Readings in the link count, too.
   * @throws {WhichGuaranteeError} `unknown-part`, `unknown-reading`, `cut-off`, `wrong-type`
   */
  decide(linkOrAnswers?: string | Answers, options?: ReadingOptions): Decision;
  /**
   * The outcome of every combination of answers, in the order of `cargo site table` (the last question changes fastest):
   * each the position in `guarantees`.
   * @throws {WhichGuaranteeError} `unknown-reading`, `wrong-type`
   */
  outcomes(options?: ReadingOptions): Uint8Array;
  /**
   * The question to ask next, but for those left "unsure"; null where none is left that can change the outcome.
   * @throws {WhichGuaranteeError} as `decide`
   */
  next(linkOrAnswers?: string | Answers, options?: ReadingOptions): Id | null;
  /**
   * What a link says, also where mails and chats have damaged it. What means nothing is listed in `unknown`.
   * @throws {WhichGuaranteeError} `wrong-type`
   */
  parse(link: string): ParsedLink;
  /**
   * The part of a link behind the `#`, with contradictions between answers resolved.
   * @throws {WhichGuaranteeError} as `decide`
   */
  link(linkOrAnswers?: string | Answers, options?: ReadingOptions): string;
  /**
   * Every sentence by the ids of the case, in the language that was loaded.
   * @throws {WhichGuaranteeError} `unknown-locale`
   */
  sentences(locale?: string): Sentences;
}

export interface Question {
  readonly id: Id;
  readonly chapter: Id;
  /** Whether the answers go from weakest to strongest. */
  readonly ordered: boolean;
  readonly answers: readonly Id[];
  /** The answer that counts in the outcome while the question is open. */
  readonly assumed: Id;
}

export interface ParsedLink {
  answers: Record<Id, Id>;
  readings: Id[];
  /** Questions left at "not sure". */
  unsure: Id[];
  unknown: string[];
}

/** How an option stands. */
export type Status =
  /** It is the outcome. */
  | "most-plausible"
  /** Its conditions hold, and a stronger one's do, too. */
  | "also-possible"
  /** Open answers could make it the outcome. */
  | "open"
  /** Exactly one condition is missing. */
  | "one-answer-away"
  /** Several conditions are missing. */
  | "blocked"
  /** Never chosen; the case says why. */
  | "ruled-out"
  /** Never chosen, and not a subject under these answers. */
  | "does-not-apply";

/** As `cargo site decide` prints it. `decision.schema.json` is its JSON Schema. */
export interface Decision {
  outcome: Id;
  /** No open answer can change the outcome. */
  settled: boolean;
  /** Every outcome that open answers leave possible, strongest first. */
  possible: Id[];
  at_least: Id;
  at_best: Id;
  /** All guarantees: the outcome, then by how little is missing, then those that are never chosen. */
  ranking: Ranked[];
  /** The smallest sets of changes that lead to each other guarantee. */
  changes: { guarantee: Id; sets: { answers: Record<Id, Id[]>; decided_by: Id[] }[] }[];
  /** The smallest sets of questions whose answers alone force the outcome; empty where it is not settled. */
  reasons: Id[][];
  /** Open questions that can still change the outcome. */
  deciding: Id[];
  /** What would hold until the outcome takes effect; null where it needs no waiting. */
  interim: Id | null;
  flags: Id[];
  /** The answers given, with contradictions resolved; those to questions that are not asked under the others, too. */
  answers: Record<Id, Id>;
  /** Rules that had to overrule an answer, because two contradict each other. */
  overruled: Id[];
  readings: Id[];
}

export interface Ranked {
  guarantee: Id;
  status: Status;
  /** The questions of the missing conditions. */
  missing: Id[];
  /** The answers that would do, for each of these. */
  needs: Record<Id, Id[]>;
  conditions: Id[];
  /** Steps along ordered answers, one for an answer without order, added up over the missing conditions. */
  steps: number;
}

export interface Sentences {
  locale: string;
  name: string;
  title: string;
  short_title: string;
  standfirst: string;
  description: string;
  disclaimer: string;
  disclaimer_long: string;
  not_discussed: string;
  article: { title: string; authors: string; publisher: string; published: string; address: string };
  sections: Record<Id, string>;
  actors: Record<Id, string>;
  terms: Record<Id, { name: string; means: string }>;
  chapters: Record<Id, string>;
  questions: Record<
    Id,
    { asks: string; hint: string; short: string; in_text: string; answers: Record<Id, { says: string; more: string; short: string }> }
  >;
  conditions: Record<Id, { needs: string; missing: string; brief: string }>;
  guarantees: Record<
    Id,
    {
      name: string;
      short: string;
      in_text: string;
      what: string;
      line_for: string;
      line_against: string;
      pro: string;
      contra: string;
      price: string;
      rated: string;
      never: { reason: string; brief: string; not_applicable: string | null } | null;
    }
  >;
  normalisations: Record<Id, { says: string; method: string }>;
  readings: Record<Id, { name: string; brief: string; passage: string; base: string; other: string; effect: string }>;
  flags: Record<Id, { title: string; says: string }>;
  presets: Record<Id, { name: string; says: string }>;
}

/**
 * - `unknown-part`: a link or answers name something that the case has not, or one question twice; also a reading in a link.
 * - `unknown-reading`: one in `options.readings`.
 * - `unknown-locale`: no sentences in this language.
 * - `cut-off`: a link begins with a quote and has no other.
 * - `wrong-type`: an argument of another type.
 * - `damaged-case`: the bytes are not a packed case.
 * - `too-large`: the case has more than 250,000 combinations of answers.
 */
export type ErrorCode =
  | "unknown-part"
  | "unknown-reading"
  | "unknown-locale"
  | "cut-off"
  | "wrong-type"
  | "damaged-case"
  | "too-large";

/** Bad input. The message is one sentence or two that say what is wrong and what to do. */
export class WhichGuaranteeError extends Error {
  constructor(code: ErrorCode, message: string);
  readonly code: ErrorCode;
}
