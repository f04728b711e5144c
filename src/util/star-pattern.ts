import { RE2JS } from "re2js";

/**
 * The source of a regular expression for a pattern in which `*` matches text without a slash, `**` any text, and all
 * else itself. For RE2JS with DOTALL, which takes linear time.
 */
export function starPatternSource(pattern: string): string {
	return pattern
		.split(/(\*\*|\*)/)
		.map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : RE2JS.quote(part)))
		.join("");
}
