import { subcommands } from "../../src/cli/program.ts";
import { exitCodes } from "../../src/interface/exit-code.ts";
import { type Option, optionsOf } from "../../src/interface/options.ts";
import { stageInfo } from "../../src/interface/stage-info.ts";
import { code, madeFrom, markdownTable } from "./markdown.ts";

/** docs/cli.md. */
export function cliDocs(): string {
	return `${[
		`<!-- ${madeFrom} -->`,
		"# The command lucid",
		"The same stages as the actions, on a laptop or any other machine with Docker. Node 24 or newer.",
		"```sh\nlucid init                      # a catalog and workflows for a repository that has none\nlucid doctor                    # what this machine lacks\nlucid plan                      # what would be built, and why\nlucid run                       # all of it: plan, build, smoke, publish, report\nlucid build api-gateway         # one service\nlucid smoke 'session-*'         # by glob\nlucid run --phase 3 --registry 127.0.0.1:5000\n```",
		"Arguments are names of services or globs; without any, all services of the catalog are meant. `--phase` and `--platform` narrow that down.",
		'On a terminal, what is being worked on is shown in place; elsewhere, and under `CI`, a line is printed when something has ended. Colours are for a terminal that is none of a CI: `NO_COLOR` takes them away, `FORCE_COLOR` brings them anywhere. Lines are cut to the width, wide characters counted as two. Progress and messages go to standard error, the final table to standard output. With `--json` standard output holds the stage\'s document and nothing else; a mistake is then `{"kind": "lucid.error", ...}`.',
		"Ctrl-C stops what runs and removes what was started; a second one leaves at once.",
		"## Exit codes",
		markdownTable(
			["code", "meaning"],
			exitCodes.map(({ code: number, meaning }) => [String(number), meaning]),
		),
		...subcommands.flatMap((stage) => [
			`## lucid ${stage}`,
			`${stageInfo[stage].summary}. ${stageInfo[stage].detail}`,
			markdownTable(
				["option", "default", "what it is"],
				optionsOf(stage, "command")
					.filter(({ name }) => name !== "service")
					.map((option) => [
						flagText(option),
						option.default && option.kind !== "flag" ? code(option.default) : "",
						describe(option),
					]),
			),
		]),
	].join("\n\n")}\n`;
}

function flagText({ name, short, kind, placeholder = "value", choices, default: value }: Option): string {
	const flag = `--${kind === "flag" && value === "true" ? "no-" : ""}${name}`;
	const word = kind === "flag" ? "" : ` <${choices?.join("|") ?? placeholder}>`;
	return `${short ? `${code(`-${short}`)}, ` : ""}${code(`${flag}${word}`)}`;
}

function describe({ description, offDescription, kind, env }: Option): string {
	const list = kind === "list" || kind === "pairs" ? " May be given several times, or parted by commas." : "";
	return `${offDescription ?? description}${list}${env ? ` Environment: ${code(env)}.` : ""}`;
}
