import type { BuildCommand } from "../read/build-commands.ts";
import { hasPlaceholder, placeholders } from "../read/word-text.ts";

const timestamp = /^(.*?)((?:19|20)\d{2})(\d{2})(\d{2})(?:([-_T]?)(\d{6}|\d{4}))?(.*)$/;
const versionTag = /^(v?)\d+\.\d+(?:\.\d+)?$/;

type Kind = { readonly kind: "immutable" | "floating"; readonly rule: string };

/** The catalog rule for a tag of a command: immutable if it differs with every build, otherwise floating. */
function ruleOf(tag: string): Kind {
	if (tag.includes(placeholders.sha))
		return {
			kind: "immutable",
			rule: tag === placeholders.sha ? "type=sha,prefix=" : `type=sha,prefix=${tag.split(placeholders.sha)[0] ?? ""}`,
		};
	if (tag.includes(placeholders.version)) return { kind: "immutable", rule: "type=semver,pattern={{version}}" };
	const stamp = timestamp.exec(tag);
	if (stamp !== null || tag.includes(placeholders.date)) {
		const [, before = "", , , , part = "", time = "", after = ""] = stamp ?? [];
		const clock = time === "" ? "" : `${part}HHmm${time.length === 6 ? "ss" : ""}`;
		const pattern = stamp === null ? "YYYYMMDD-HHmmss" : `YYYYMMDD${clock}`;
		const [first = "", last = ""] = stamp === null ? tag.split(placeholders.date) : [before, after];
		return hasPlaceholder(first) || hasPlaceholder(last)
			? { kind: "immutable", rule: "type=sha,prefix=" }
			: // Two commits may have the same day or minute.
				{
					kind: /ss$/.test(pattern) ? "immutable" : "floating",
					rule: `type=raw,value=${first}{{date '${pattern}'}}${last}`,
				};
	}
	const version = versionTag.exec(tag);
	if (version !== null) return { kind: "immutable", rule: `type=semver,pattern=${version[1] ?? ""}{{version}}` };
	return hasPlaceholder(tag)
		? { kind: "immutable", rule: "type=sha,prefix=" }
		: { kind: "floating", rule: `type=raw,value=${tag}` };
}

const rulesOf = (commands: readonly BuildCommand[]): readonly Kind[] =>
	commands.flatMap(({ tags }) => tags.map(({ tag }) => ruleOf(tag ?? "latest")));

/** Rules for immutable tags. Always includes the commit, so that an image can be found by it. */
export function immutableRulesOf(commands: readonly BuildCommand[]): readonly string[] {
	const rules = rulesOf(commands).flatMap(({ kind, rule }) => (kind === "immutable" ? [rule] : []));
	return [...new Set(["type=sha,prefix=", ...rules])];
}

export function floatingRulesOf(commands: readonly BuildCommand[]): readonly string[] {
	return [...new Set(rulesOf(commands).flatMap(({ kind, rule }) => (kind === "floating" ? [rule] : [])))];
}
