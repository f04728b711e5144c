import type { PackageFacts } from "../../../src/model/requirements/package-release.ts";
import type { Files } from "../support.ts";

/** A defect in the build reports, and what detects it now. */
export interface Defect {
	/** Document and number in it: `000 issue 1`. */
	readonly id: string;
	/** The defect in a few words. */
	readonly what: string;
	/** The rule of lint, or the check of `verify`, that detects it. */
	readonly caughtBy: readonly Caught[];
	/** Why no check is needed: what makes it impossible, or that it is not a defect. */
	readonly instead?: string;
}

export type Caught =
	| {
			readonly kind: "lint";
			readonly rule: string;
			/** `file:line` of each finding. */
			readonly at: readonly string[];
			/** Part of what the finding offers as its fix. */
			readonly fix: RegExp;
			/** The repository as it was, and as it should be. */
			readonly before: Files;
			readonly after: Files;
			/** What the package index answers. */
			readonly index?: Readonly<Record<string, PackageFacts>>;
	  }
	| { readonly kind: "verify"; readonly check: string };

/** A Dockerfile with some of its lines replaced; a line that is not there is a mistake of the fixture. */
export function edited(text: string, changes: Readonly<Record<string, string>>): string {
	return Object.entries(changes).reduce((now, [from, to]) => {
		if (!now.includes(from)) throw new Error(`the fixture has no ${from}`);
		return now.replaceAll(from, to);
	}, text);
}
