import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const src = path.join(import.meta.dirname, "../../src");

const families =
	"build|catalog|dockerfile|document|engine|environment|git|github|init|internal|lint|login|lucid|options|plan|publish|pypi|registry|requirements|select|setup|sign|smoke|stage|tags|verify";
const written = new RegExp(`["\`]((?:${families})/[a-z$][a-zA-Z\${}-]*)["\`]`, "g");

/** Codes that are put together where they are used; a `$` stands for the variable. */
const parts: Readonly<Record<string, readonly string[]>> = {
	"catalog/$string": [],
	"catalog/unknown-$what": ["catalog/unknown-phase", "catalog/unknown-need", "catalog/unknown-service"],
	"engine/$plugin-missing": ["engine/buildx-missing", "engine/compose-missing"],
	"engine/$plugin-too-old": ["engine/buildx-too-old", "engine/compose-too-old"],
};
/** A path below .git. */
const none = new Set(["git/attributes"]);

/** Every code that is written in src/, sorted. */
export function codesInSource(): readonly string[] {
	const found = new Set<string>();
	for (const name of readdirSync(src, { recursive: true, encoding: "utf8" })) {
		if (!name.endsWith(".ts")) continue;
		for (const [, text = ""] of readFileSync(path.join(src, name), "utf8").matchAll(written)) {
			const code = text.replace(/[{}]/g, "");
			for (const one of parts[code] ?? [code]) if (!none.has(one)) found.add(one);
		}
	}
	return [...found].sort();
}
