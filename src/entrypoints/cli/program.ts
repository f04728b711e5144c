import { Argument, Command, Option as CommandOption } from "commander";
import { type Option, optionsOf, stageNames } from "../../options/options.ts";
import type { RawValues } from "../../options/parse-options.ts";
import { stageInfo } from "../../options/stage-info.ts";
import { version } from "../../util/version.ts";
import { exitCodes } from "../exit-code.ts";
import type { RunnableStage } from "../run-stage.ts";
import type { Shell } from "./shell-completion.ts";

export type Start = (stage: RunnableStage, raw: RawValues) => Promise<void>;

/** In the order of the workflow. `setup` is only an action. */
export const subcommands: readonly RunnableStage[] = [
	"run",
	...stageNames.filter((name): name is Exclude<RunnableStage, "run"> => name !== "setup" && name !== "run"),
];

/** The command line, built from the options table. */
export function program(start: Start): Command {
	const lucid = new Command("lucid")
		.description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.")
		.version(version, "-V, --version", "Print the version.")
		.helpOption("-h, --help", "Print this help.")
		.helpCommand(false)
		.showHelpAfterError("(see --help)")
		.addHelpText("after", exitHelp());
	for (const stage of subcommands) lucid.addCommand(subcommand(stage, start));
	lucid.addCommand(completion(lucid));
	return lucid;
}

function completion(lucid: Command): Command {
	return new Command("completion")
		.summary("Print a script that completes commands and options")
		.description("Print a script that completes commands and options: source <(lucid completion bash)")
		.helpOption("-h, --help", "Print this help.")
		.addArgument(new Argument("<shell>", "The shell.").choices(["bash", "zsh", "fish"]))
		.action(async (shell: Shell) => {
			const { completionScript } = await import("./shell-completion.ts");
			process.stdout.write(completionScript(shell, lucid));
		});
}

function subcommand(stage: RunnableStage, start: Start): Command {
	const { summary, detail } = stageInfo[stage];
	const rows = optionsOf(stage, "command");
	const services = rows.find(({ name }) => name === "service");
	const command = new Command(stage)
		.summary(summary)
		.description(`${summary}.\n\n${detail}`)
		.helpOption("-h, --help", "Print this help.")
		.showHelpAfterError(`(see lucid ${stage} --help)`)
		.addHelpText("after", exitHelp());
	if (services !== undefined) command.argument("[service...]", services.description);
	for (const option of rows) {
		if (option === services) continue;
		command.addOption(toCommandOption(option));
		if (option.wasFlag) command.addOption(new CommandOption(`--no-${option.name}`).hideHelp());
	}
	return command.action((...args: readonly unknown[]) => {
		const names = services === undefined ? [] : (args[0] as readonly string[]);
		const values = args[services === undefined ? 0 : 1] as Readonly<Record<string, unknown>>;
		return start(stage, { ...rawValues(rows, values), ...(names.length > 0 && { service: names }) });
	});
}

/** Defaults stay in the options table: a value is present only if the user typed it. */
function toCommandOption(option: Option): CommandOption {
	const { short, name, kind, placeholder = "value" } = option;
	const word = kind === "flag" ? "" : option.choices ? ` <${option.choices.join("|")}>` : ` <${placeholder}>`;
	const flag = `${short ? `-${short}, ` : ""}--${isOnByDefault(option) ? "no-" : ""}${name}${word}`;
	const commandOption = new CommandOption(flag, `${option.offDescription ?? option.description}${hint(option)}`);
	if (kind === "list" || kind === "lines" || kind === "pairs")
		commandOption.argParser((value: string, all: readonly string[] = []) => [...all, value]);
	return commandOption;
}

const isOnByDefault = ({ kind, default: on }: Option) => kind === "flag" && on === "true";

function hint(option: Option): string {
	const parts = [
		option.default !== undefined && option.kind !== "flag" && `default: ${option.default}`,
		option.env && `env: ${option.env}`,
	].filter(Boolean);
	return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

function rawValues(rows: readonly Option[], values: Readonly<Record<string, unknown>>): RawValues {
	return Object.fromEntries(
		rows.map((option) => {
			const commandOption = toCommandOption(option);
			const value = values[commandOption.attributeName()];
			// Commander sets an option named `--no-x` to x = true until someone types it.
			if (commandOption.negate) return [option.name, value === false ? !isOnByDefault(option) : undefined];
			if (option.wasFlag && value === false) return [option.name, "off"];
			return [option.name, value as RawValues[string]];
		}),
	);
}

function exitHelp(): string {
	return `\nExit codes:\n${exitCodes.map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`).join("\n")}`;
}
