import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Plan } from "../documents/plan.ts";
import { UserError } from "../errors.ts";

/** How a plan starts that comes as text and not as a file. */
const mark = "packed:1:";

/** Longest that is handed on: it reaches a stage as one environment variable, and Linux takes 128 KiB. About 200 images. */
const mostCharacters = 100_000;

/** Of the plan itself, unpacked, bytes. */
const mostUnpacked = 64 * 1024 * 1024;

/** Within a few per cent of the best, in a tenth of its time. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** The plan as one line for the input `plan` of another job; undefined where it is too long for that: then that job makes its own, which comes to the same. */
export function packPlan(plan: Plan): string | undefined {
	const json = JSON.stringify(plan);
	// It comes out at a fifth or so: this would be too long for sure, and is not worth the time.
	if (json.length > 15 * mostCharacters) return undefined;
	const text = mark + brotliCompressSync(json, { params }).toString("base64url");
	return text.length > mostCharacters ? undefined : text;
}

export const isPacked = (given: string): boolean => given.startsWith(mark);

/** The other way. What is no plan is a UserError `document/unreadable`. */
export function unpackPlan(given: string): Plan {
	try {
		const bytes = Buffer.from(given.slice(mark.length), "base64url");
		const plan = JSON.parse(brotliDecompressSync(bytes, { maxOutputLength: mostUnpacked }).toString()) as Plan;
		if (plan.kind === "lucid.plan" && plan.version === 1) return plan;
	} catch (cause) {
		throw unreadable(cause);
	}
	throw unreadable();
}

const unreadable = (cause?: unknown) =>
	new UserError(
		{
			code: "document/unreadable",
			message: "the packed plan cannot be read",
			fix: "hand on the output `packed` of the plan action as it is, or `new` to have a plan made",
		},
		{ cause },
	);
