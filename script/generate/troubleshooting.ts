import { exitCodes } from "../../src/entrypoints/exit-code.ts";
import { codes } from "./codes.ts";
import { code, generatedNote, markdownTable } from "./markdown.ts";

const families: Readonly<Record<string, string>> = {
	catalog: "The catalog",
	dockerfile: "Dockerfiles",
	requirements: "Requirements",
	select: "Selecting",
	options: "Options and inputs",
	init: "Init",
	lint: "Lint",
	engine: "The engine",
	environment: "The environment",
	registry: "Registries",
	login: "Logins",
	plan: "Plan",
	tags: "Tags",
	build: "Build",
	publish: "Publish",
	sign: "Signing",
	github: "GitHub",
	stage: "Stages",
	document: "Documents between stages",
	lucid: "Errors in lucid",
	internal: "Errors in the actions",
};

/** docs/troubleshooting.md: every code, in the order of the pipeline. */
export function troubleshootingPage(): string {
	const entries = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
	const lost = entries.filter(([id]) => families[id.split("/", 1)[0] ?? ""] === undefined);
	if (lost.length > 0) throw new Error(`no heading for ${lost.map(([id]) => id).join(", ")}`);
	return `${[
		`<!-- ${generatedNote} -->`,
		"# Troubleshooting",
		'Every problem has a code in brackets, a place, a reason and a fix: `lucid.yml:12:9: need "reddis" is not in the catalog [catalog/unknown-need]`. All problems are reported together. Start with `lucid doctor`, which checks the machine, and `lucid lint`, which checks the repository; both change nothing.',
		"[Lint rules](lint.md) and [checks of pushed images](verify.md) have their own IDs. The reason for an unhealthy service is in its [diagnosis](smoke.md#when-it-fails).",
		"Exit codes:",
		markdownTable(
			["exit code", "meaning"],
			exitCodes.map((one) => [code(String(one.code)), one.meaning]),
		),
		...Object.entries(families).flatMap(([family, title]) => {
			const rows = entries.filter(([id]) => id.startsWith(`${family}/`));
			if (rows.length === 0) return [];
			const table = rows.map(([id, { meaning, fix, see }]) => [
				code(id),
				meaning,
				see === undefined ? fix : `${fix} [More](${see})`,
			]);
			return [`## ${title}`, markdownTable(["code", "meaning", "fix"], table)];
		}),
	].join("\n\n")}\n`;
}
