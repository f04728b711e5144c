import { stringify } from "yaml";
import { type Option, optionsOf, type StageName } from "../../src/options/options.ts";
import { outputsOf } from "../../src/options/outputs.ts";
import { stageInfo } from "../../src/options/stage-info.ts";
import { generatedNote } from "./markdown.ts";

/** Stages that are actions: `run` in the root, the others in a folder each. */
export const actionStages = [
	...([
		"run",
		"setup",
		"plan",
		"lint",
		"build",
		"verify",
		"smoke",
		"sign",
		"publish",
		"report",
		"verify-host",
	] as const),
] as const;
export type ActionStage = Extract<StageName, (typeof actionStages)[number]>;

export const folderOf = (stage: ActionStage) => (stage === "run" ? "" : `${stage}/`);

/** The default in action.yml. Every input has one, so that a blank value differs from none. */
export function inputDefault({ kind, default: value, actionDefault }: Option, stage: ActionStage): string {
	const own = typeof actionDefault === "object" ? actionDefault[stage] : actionDefault;
	return own ?? value ?? (kind === "flag" ? "false" : "");
}

export function actionYml(stage: ActionStage): string {
	const { title, summary } = stageInfo[stage];
	const dist = stage === "run" ? "dist" : "../dist";
	const undoes = stage === "run" || stage === "setup" || stage === "build";
	const document = {
		name: title,
		description: summary,
		branding: { icon: "package", color: "blue" },
		inputs: Object.fromEntries(
			optionsOf(stage, "action").map((option) => [
				option.name,
				{ description: option.description, required: false, default: inputDefault(option, stage) },
			]),
		),
		outputs: Object.fromEntries(outputsOf(stage).map(({ name, description }) => [name, { description }])),
		runs: {
			using: "node24",
			main: `${dist}/${stage}.js`,
			...(undoes && { post: `${dist}/setup-post.js`, "post-if": "always()" }),
		},
	};
	return `# ${generatedNote}\n${stringify(document, { lineWidth: 0, singleQuote: false })}`;
}
