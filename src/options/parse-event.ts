import type { RunEvent } from "../model/documents/source.ts";

/** Parses the option `event`: `push:main` and the like. Undefined if the value is invalid. */
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
			// Tags only use the number. Whether it is a fork is unknown, so it counts as one, with fewer permissions.
			return /^[1-9]\d*$/.test(rest) ? { kind, number: Number(rest), head: "", base: "", fork: true } : undefined;
		default:
			return undefined;
	}
}
