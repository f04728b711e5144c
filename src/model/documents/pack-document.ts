import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { UserError } from "../../util/errors.ts";
import type { Plan } from "./plan.ts";
import type { PublishResult } from "./publish.ts";

/** How a document starts that comes as text and not as a file. */
const mark = "packed:1:";

/** Longest that is handed on: it reaches a stage as one environment variable, and Linux takes 128 KiB. About 200 images. */
const mostCharacters = 100_000;

/** Of the document itself, bytes. */
const mostUnpacked = 64 * 1024 * 1024;

/** Within a few per cent of the best, in a tenth of its time. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** A document as one line for an input of another job; undefined where it is too long for that. */
export function packDocument(document: Plan | PublishResult): string | undefined {
	const json = JSON.stringify(document);
	// It comes out at a fifth or so: this would be too long for sure, and is not worth the time.
	if (json.length > 15 * mostCharacters) return undefined;
	const text = mark + brotliCompressSync(json, { params }).toString("base64url");
	return text.length > mostCharacters ? undefined : text;
}

export const isPackedDocument = (given: string): boolean => given.startsWith(mark);

interface Packable {
	readonly "lucid.plan": Plan;
	readonly "lucid.publish": PublishResult;
}

/** The other way. What is no such document is a UserError `document/unreadable`. */
export function unpackDocument<Kind extends keyof Packable>(given: string, kind: Kind): Packable[Kind] {
	try {
		const bytes = Buffer.from(given.slice(mark.length), "base64url");
		const found: unknown = JSON.parse(brotliDecompressSync(bytes, { maxOutputLength: mostUnpacked }).toString());
		if (isA(found, kind)) return found as Packable[Kind];
	} catch (cause) {
		throw unreadable(kind, cause);
	}
	throw unreadable(kind);
}

const isA = (found: unknown, kind: string) =>
	typeof found === "object" &&
	found !== null &&
	"kind" in found &&
	found.kind === kind &&
	"version" in found &&
	found.version === 1;

const unreadable = (kind: string, cause?: unknown) =>
	new UserError(
		{
			code: "document/unreadable",
			message: `the packed ${kind} cannot be read`,
			fix: "hand on the output `packed` of the action that made it as it is, or leave it out",
		},
		{ cause },
	);
