import { familiarName, tryParseReference } from "../oci/reference.ts";

/**
 * The name under which BuildKit looks up a named context that replaces an image: `docker.io/library/python:latest` is
 * `python`. Text that is not a reference stays as it is.
 */
export function namedContextKey(ref: string): string {
	const read = tryParseReference(ref);
	return read.kind === "reference" ? familiarName(read.reference) : ref;
}

export const isReference = (ref: string): boolean => tryParseReference(ref).kind === "reference";
