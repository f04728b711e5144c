import { rules } from "./rules.ts";

/** docs/lint.md, from the table of rules. */
export function lintDocs(): string {
	const table = rules.map(({ id, severity, title }) => `| [\`${id}\`](#${id}) | ${severity} | ${title} |`);
	const sections = rules.map(({ id, severity, title, docs }) => `## ${id}\n\n${title} (${severity}).\n\n${docs}`);
	return `${[
		"# Lint rules",
		"What `lucid lint` and the `lint` action look for in the catalog and the Dockerfiles, before anything is built. An `error` makes it fail, other findings where `fail-on` says so.",
		["| rule | severity | finds |", "| --- | --- | --- |", ...table].join("\n"),
		"A comment right above an instruction switches a rule off there; what stands after the rule's name is the reason:",
		"```dockerfile\n# lucid-ignore: final-user the init system has to be root\nUSER root\n```",
		"`# lucid-ignore-file: rule` switches it off in the whole Dockerfile.",
		...sections,
	].join("\n\n")}\n`;
}
