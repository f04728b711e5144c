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
	environment: "The surroundings",
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
	lucid: "Faults of lucid",
	internal: "Faults of the actions",
};

/** docs/troubleshooting.md: every code, in the order in which people meet them. */
export function troubleshootingPage(): string {
	const entries = Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1));
	const lost = entries.filter(([id]) => families[id.split("/", 1)[0] ?? ""] === undefined);
	if (lost.length > 0) throw new Error(`no heading for ${lost.map(([id]) => id).join(", ")}`);
	return `${[
		`<!-- ${generatedNote} -->`,
		"# Troubleshooting",
		'Every problem has a code in brackets, and says where it is, why, and how to mend it: `lucid.yml:12:9: need "reddis" is not in the catalog [catalog/unknown-need]`. All that is wrong is told at once. Begin with `lucid doctor`, which looks at the machine, and `lucid lint`, which looks at the repository; both change nothing.',
		"What lint finds has ids of its own: [lint rules](lint.md). So have the checks of pushed images: [verify](verify.md). Why a service is unhealthy is told by its diagnosis: [smoke](smoke.md#when-it-fails).",
		"A process ends with one of these:",
		markdownTable(
			["exit code", "meaning"],
			exitCodes.map((one) => [code(String(one.code)), one.meaning]),
		),
		...Object.entries(families).flatMap(([family, title]) => {
			const rows = entries.filter(([id]) => id.startsWith(`${family}/`));
			if (rows.length === 0) return [];
			const table = rows.map(([id, { meaning: means, fix: mend, see }]) => [
				code(id),
				means,
				see === undefined ? mend : `${mend} [More](${see})`,
			]);
			return [`## ${title}`, markdownTable(["code", "what it means", "what to do"], table)];
		}),
	].join("\n\n")}\n`;
}
