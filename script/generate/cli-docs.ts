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
		"The same stages as the actions, on any machine with Docker. Requires Node 24 or newer.",
		"```sh\nlucid init                      # create a catalog and workflows\nlucid doctor                    # check this machine\nlucid plan                      # show what would be built, and why\nlucid run                       # plan, build, smoke, publish, report\nlucid build api-gateway         # one service\nlucid smoke 'session-*'         # by glob\nlucid run --phase 3 --registry 127.0.0.1:5000\n```",
		"Arguments are service names or globs; the default is all services of the catalog. `--phase` and `--platform` narrow the selection.",
		"## What is shown while it works",
		'Progress and messages go to standard error, the final table to standard output. With `--json`, standard output contains only the stage\'s document; an error is `{"kind": "lucid.error", ...}`.',
		"- **On a terminal**, each active service has a line that is updated in place: stage, service, time, the step with its time, and the bytes of a pull. The last line of the step's output is below it if there is room.\n- **In a log** (a pipe, `CI`, `TERM=dumb`), a line is printed when a step ends. What still runs is printed at least every 10 s, ten services at a time:",
		"```text\nbuild    api  running 24 s  [builder 4/6] RUN pip install -r requirements.txt (21 s): Downloading torch-2.8.0.whl (888.1 MB)\npull     api  running 16 s  pulling, 412 MB of 1.6 GB\nsmoke    api  running 8.1 s  waiting for GET http://127.0.0.1:32768/health: connection refused\nwaiting  ghcr.io  running 8.0 s  GET manifests/latest of acme/api: 429, 2 tries; retrying in 23 s\n```",
		"- **`--progress=plain`** prints the start, the end and each output line of every step, with service and step number, like BuildKit's own log. A step that several services share is printed once. Each step shows up to 2,000 lines; its last line says how many are hidden.",
		"```text\nbuild    api  #12 [builder 4/6] RUN pip install -r requirements.txt\nbuild    api  #12 | Collecting uvicorn\nbuild    api  #12 DONE 31.4s\n```",
		"Build secrets are masked and control characters removed in every line. BuildKit does not count the bytes of a push or of a cache; there, the log shows the part that is written, and the time.",
		"Colours are used on terminals outside of CI; `NO_COLOR` disables and `FORCE_COLOR` enables them. Lines are cut to the terminal's width; wide characters count as two.",
		"Ctrl-C stops all work and removes started containers; a second one exits immediately.",
		"## Exit codes",
		markdownTable(
			["code", "meaning"],
			exitCodes.map(({ code: number, meaning }) => [String(number), meaning]),
		),
		...subcommands.flatMap((stage) => [
			`## lucid ${stage}`,
			`${stageInfo[stage].summary}. ${stageInfo[stage].detail}`,
			markdownTable(
				["option", "default", "description"],
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
