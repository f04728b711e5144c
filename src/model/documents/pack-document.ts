import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { defined } from "../../util/defined.ts";
import { UserError } from "../../util/errors.ts";
import type { Infer } from "../../util/json.ts";
import { type DocumentSchema, isDocument } from "./documents.ts";
import type { Plan } from "./plan.ts";
import type { PublishResult } from "./publish.ts";

/** Prefix of a packed document. */
const prefix = "packed:1:";

/** Limit of the packed text: it becomes one environment variable, which Linux limits to 128 KiB. About 200 images. */
const mostCharacters = 100_000;

/** Limit of the document in bytes. */
const mostUnpacked = 64 * 1024 * 1024;

/** A few percent larger than the best quality, in a tenth of its time. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };

/** A document as one line for an input of another job; undefined if it is too long. */
export function packDocument(document: Plan | PublishResult): string | undefined {
	const json = JSON.stringify(document);
	// The packed text has about a fifth of the length: this one is certainly too long.
	if (json.length > 15 * mostCharacters) return undefined;
	const text = prefix + brotliCompressSync(json, { params }).toString("base64url");
	return text.length > mostCharacters ? undefined : text;
}

export const isPackedDocument = (given: string): boolean => given.startsWith(prefix);

/** Throws UserError `document/unreadable` if the text is not a packed document of this schema. */
export function unpackDocument<S extends DocumentSchema>(given: string, schema: S): Infer<S> {
	const unreadable = (why?: string, cause?: unknown) =>
		new UserError(
			{
				code: "document/unreadable",
				message: `the packed ${schema.shape.kind.value} cannot be read`,
				...defined({ why }),
				fix: "pass the output `packed` of the action unchanged, or leave the input out",
			},
			{ cause },
		);
	let value: unknown;
	try {
		const bytes = Buffer.from(given.slice(prefix.length), "base64url");
		value = JSON.parse(brotliDecompressSync(bytes, { maxOutputLength: mostUnpacked }).toString());
	} catch (cause) {
		throw unreadable(undefined, cause);
	}
	let mismatch = "";
	if (isDocument(schema, value, (why) => (mismatch = why))) return value;
	throw unreadable(`it ${mismatch}`);
}
