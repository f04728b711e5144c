import { subcommands } from "../../src/entrypoints/cli/program.ts";
import { exitCodes } from "../../src/entrypoints/exit-code.ts";
import { type Option, optionsOf } from "../../src/options/options.ts";
import { stageInfo } from "../../src/options/stage-info.ts";
import { code, generatedNote, markdownTable } from "./markdown.ts";

/** docs/cli.md. */
export function cliDocs(): string {
	return `${[
		`<!-- ${generatedNote} -->`,
		"# The command lucid",
		"The same stages as the actions, on a laptop or any other machine with Docker. Node 24 or newer.",
		"```sh\nlucid init                      # a catalog and workflows for a repository that has none\nlucid doctor                    # what this machine lacks\nlucid plan                      # what would be built, and why\nlucid run                       # all of it: plan, build, smoke, publish, report\nlucid build api-gateway         # one service\nlucid smoke 'session-*'         # by glob\nlucid run --phase 3 --registry 127.0.0.1:5000\n```",
		"Arguments are names of services or globs; without any, all services of the catalog are meant. `--phase` and `--platform` narrow that down.",
		"## What is shown while it works",
		'Progress and messages go to standard error, the final table to standard output. With `--json` standard output holds the stage\'s document and nothing else; a mistake is then `{"kind": "lucid.error", ...}`.',
		"- **On a terminal** each service that is worked on has a line that is rewritten in place: stage, service, time, the step with its own time, and the bytes of a pull. Below it stands the last line that the step wrote, where there is room.\n- **In a log** (a pipe, `CI`, `TERM=dumb`) a line is printed when something has ended. What still runs is printed at least every 10 seconds, ten services at a time:",
		"```text\nbuild    api  running 24 s  [builder 4/6] RUN pip install -r requirements.txt (21 s): Downloading torch-2.8.0.whl (888.1 MB)\npull     api  running 16 s  pulling, 412 MB of 1.6 GB\nsmoke    api  running 8.1 s  waiting for GET http://127.0.0.1:32768/health: connection refused\nwaiting  ghcr.io  running 8.0 s  GET manifests/latest of acme/api: 429, 2 tries; retrying in 23 s\n```",
		"- **`--progress=plain`** prints each step when it begins and ends, and each line that it writes, with the service in front and a number for each step, like BuildKit's own log. A step that several services share is printed once. Of one step 2,000 lines are shown; its last line says how many are not.",
		"```text\nbuild    api  #12 [builder 4/6] RUN pip install -r requirements.txt\nbuild    api  #12 | Collecting uvicorn\nbuild    api  #12 DONE 31.4s\n```",
		"Build secrets are struck out, and control characters are removed, before a line is shown. BuildKit does not count the bytes of a push or of a cache: there the log has the part that is written, and the time.",
		"Colours are for a terminal that is none of a CI: `NO_COLOR` takes them away, `FORCE_COLOR` brings them anywhere. Lines are cut to the width, wide characters counted as two.",
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
	const list = kind === "list" || kind === "pairs" ? " Repeatable, or comma-separated." : "";
	return `${offDescription ?? description}${list}${env ? ` Environment: ${code(env)}.` : ""}`;
}
