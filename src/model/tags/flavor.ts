import { reservedFault } from "./check-tag-rule.ts";
import type { Expression, RuleFault } from "./expression.ts";
import { parseAffix, splitFields } from "./tag-rule.ts";

/** Settings for all tags of an image: docker/metadata-action's `flavor`. */
export interface Flavor {
	/** Whether a tag `latest` is added: depending on the first tag (`auto`), always, or never. */
	readonly latest: "auto" | "true" | "false";
	/** For every tag whose rule has no own prefix. */
	readonly prefix: Affix;
	readonly suffix: Affix;
}

export interface Affix {
	readonly text: Expression;
	/** Whether it applies to the added tag `latest`. */
	readonly onLatest: boolean;
}

const none: Affix = { text: [], onLatest: false };

/** Without a flavor in the catalog, only rules give tags. */
export const noFlavor: Flavor = { latest: "false", prefix: none, suffix: none };

const latestWords = ["auto", "true", "false"] as const;

/** Parses `latest=auto`, `prefix=v,onlatest=true`, `suffix=-arm64`. `onlatest` belongs to the field before it. */
export function parseFlavor(lines: readonly string[]): Flavor | RuleFault {
	let flavor: Flavor = { ...noFlavor, latest: "auto" };
	for (const line of lines) {
		const fields = splitFields(line.trim());
		if (!Array.isArray(fields)) return fields;
		let last: "prefix" | "suffix" | undefined;
		for (const field of fields) {
			const parsed = parseField(flavor, field, last);
			if ("message" in parsed) return parsed;
			({ flavor, last } = parsed);
		}
	}
	return reservedFault([...flavor.prefix.text, { kind: "text", text: "x" }, ...flavor.suffix.text]) ?? flavor;
}

type ParsedField = { readonly flavor: Flavor; readonly last: "prefix" | "suffix" | undefined };

function parseField(flavor: Flavor, field: string, last: ParsedField["last"]): ParsedField | RuleFault {
	const [, key = "", value = ""] = /^([a-z]+)\s*=\s*(.*)$/is.exec(field) ?? [];
	switch (key.toLowerCase()) {
		case "latest": {
			const latest = latestWords.find((word) => word === value);
			if (latest !== undefined) return { flavor: { ...flavor, latest }, last };
			return { message: `latest is ${JSON.stringify(value)}`, fix: `use one of ${latestWords.join(", ")}` };
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
				return { message: `onlatest is ${JSON.stringify(value)}`, fix: "use true or false" };
			if (last === undefined)
				return { message: "onlatest has no prefix or suffix", fix: "write it after a prefix or suffix" };
			return { flavor: { ...flavor, [last]: { ...flavor[last], onLatest: value === "true" } }, last };
		default:
			return {
				message: `unknown flavor field ${JSON.stringify(field)}`,
				fix: "use latest=, prefix= or suffix=, and onlatest= after a prefix or suffix",
			};
	}
}
