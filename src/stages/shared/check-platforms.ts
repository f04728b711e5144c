import { parsePlatformName } from "../../model/catalog/values/values.ts";
import type { Service } from "../../model/service/service.ts";
import { UserError } from "../../util/errors.ts";

/** Platforms that were asked for, in the catalog's words: `linux/arm64/v8` is `linux/arm64`. */
export function canonicalPlatforms(asked: readonly string[]): readonly string[] {
	return asked.map((text) => {
		const read = parsePlatformName(text);
		return read.ok ? read.value : text;
	});
}

/** Throws a UserError with every platform asked for that no service is made for: it would select nothing, without a word. */
export function checkPlatforms(asked: readonly string[], services: readonly Service[]): void {
	const there = [...new Set(services.flatMap(({ platforms }) => platforms))];
	const problems = canonicalPlatforms(asked)
		.filter((name) => !there.includes(name))
		.map((name) => ({
			code: "select/platform",
			message: `no service is made for ${JSON.stringify(name)}`,
			fix: `one of ${there.join(", ")}`,
		}));
	if (problems.length > 0 && there.length > 0) throw new UserError(problems);
}
