import type { Expression, RuleFault } from "./expression.ts";
import { parseAffix, splitFields } from "./tag-rule.ts";

/** What holds for all tags of an image: docker/metadata-action's `flavor`. */
export interface Flavor {
	/** Whether a tag `latest` is added: by what the first tag is (`auto`), always, or never. */
	readonly latest: "auto" | "true" | "false";
	/** Of every tag whose rule has no prefix of its own. */
	readonly prefix: Affix;
	readonly suffix: Affix;
}

export interface Affix {
	readonly text: Expression;
	/** Also on the tag `latest` that the flavor adds. */
	readonly onLatest: boolean;
}

const none: Affix = { text: [], onLatest: false };

/** Where a catalog says nothing of a flavor, no tag is given that no rule names. */
export const noFlavor: Flavor = { latest: "false", prefix: none, suffix: none };

const latestWords = ["auto", "true", "false"] as const;

/** Reads `latest=auto`, `prefix=v,onlatest=true`, `suffix=-arm64`: one or several to a line. `onlatest` belongs to the prefix or suffix before it. */
export function parseFlavor(lines: readonly string[]): Flavor | RuleFault {
	let flavor: Flavor = { ...noFlavor, latest: "auto" };
	for (const line of lines) {
		const fields = splitFields(line.trim());
		if (!Array.isArray(fields)) return fields;
		let last: "prefix" | "suffix" | undefined;
		for (const field of fields) {
			const read = readField(flavor, field, last);
			if ("message" in read) return read;
			({ flavor, last } = read);
		}
	}
	return flavor;
}

type Read = { readonly flavor: Flavor; readonly last: "prefix" | "suffix" | undefined };

function readField(flavor: Flavor, field: string, last: Read["last"]): Read | RuleFault {
	const [, key = "", value = ""] = /^([a-z]+)\s*=\s*(.*)$/is.exec(field) ?? [];
	switch (key.toLowerCase()) {
		case "latest": {
			const latest = latestWords.find((word) => word === value);
			if (latest !== undefined) return { flavor: { ...flavor, latest }, last };
			return { message: `latest is ${JSON.stringify(value)}`, fix: `it is one of ${latestWords.join(", ")}` };
		}
		case "prefix":
		case "suffix": {
			const which = key.toLowerCase() as "prefix" | "suffix";
			const text = parseAffix(value);
			if ("message" in text) return text;
			return { flavor: { ...flavor, [which]: { ...flavor[which], text } }, last: which };
		}
		case "onlatest":
			if (value !== "true" && value !== "false")
				return { message: `onlatest is ${JSON.stringify(value)}`, fix: "it is true or false" };
			if (last === undefined)
				return { message: "onlatest stands alone", fix: "write it after the prefix or suffix it is about" };
			return { flavor: { ...flavor, [last]: { ...flavor[last], onLatest: value === "true" } }, last };
		default:
			return {
				message: `a flavor has no ${JSON.stringify(field)}`,
				fix: "it has latest=, prefix= and suffix=, and after these onlatest=",
			};
	}
}
