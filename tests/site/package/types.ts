// Compiled by `tsc --strict`, never run: the types of the package say what its functions take and return.
import { load, WhichGuaranteeError, type Decision, type Engine, type Status } from "which-guarantee";

const engine: Engine = await load({ locale: "en" });
const decision: Decision = engine.decide({ war: "armistice", us: undefined }, { readings: ["J1"] });
const status: Status | undefined = decision.ranking[0]?.status;
const outcomes: Uint8Array = engine.outcomes();
const next: string | null = engine.next("war=armistice");
const name: string | undefined = engine.sentences("en").guarantees[decision.outcome]?.name;
const price: string = engine.sentences().questions["war"]!.answers["peace"]!.says;
await load({ case: new Uint8Array(0) });
new WhichGuaranteeError("wrong-type", "A sentence.").code satisfies string;
export { status, outcomes, next, name, price };

// @ts-expect-error Answers are ids.
engine.decide({ war: 1 });
// @ts-expect-error Readings are a list.
engine.outcomes({ readings: "J1" });
// @ts-expect-error Nobody changes what the engine says of itself.
engine.guarantees.push("another");
// @ts-expect-error There is no such status.
const wrong: Status = "perhaps";
export { wrong };
