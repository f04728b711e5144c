import { familiarName, tryParseReference } from "../oci/reference.ts";

/**
 * The name under which BuildKit looks for a named context that takes an image's place: docker.io and library dropped, `:latest` trimmed;
 * `docker.io/library/python:latest` is `python`. What is not a reference stays as it is.
 */
export function namedContextKey(ref: string): string {
	const read = tryParseReference(ref);
	return read.kind === "reference" ? familiarName(read.reference) : ref;
}

export const isReference = (ref: string): boolean => tryParseReference(ref).kind === "reference";
