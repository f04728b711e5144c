import type { RunEvent } from "../model/documents/source.ts";

/** `push:main` and the like, as the option `event` takes it; undefined when it is not of that form. */
export function parseEvent(text: string): RunEvent | undefined {
	const cut = text.indexOf(":");
	const kind = cut < 0 ? text : text.slice(0, cut);
	const rest = cut < 0 ? "" : text.slice(cut + 1);
	switch (kind) {
		case "manual":
			return rest === "" ? { kind } : { kind, branch: rest };
		case "push":
		case "schedule":
			return rest === "" ? undefined : { kind, branch: rest };
		case "tag":
			return rest === "" ? undefined : { kind, tag: rest };
		case "merge_group":
			return rest === "" ? undefined : { kind, base: rest };
		case "pull_request":
			// Only the number takes part in tags. Whether it comes from a fork is not said here, so it is taken as one: fewer rights.
			return /^[1-9]\d*$/.test(rest) ? { kind, number: Number(rest), head: "", base: "", fork: true } : undefined;
		default:
			return undefined;
	}
}
