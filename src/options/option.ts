/** Sub-commands of `lucid`, and folders with an `action.yml` (`run` is the root action). */
export const stageNames = [
	"plan",
	"lint",
	"build",
	"verify",
	"smoke",
	"sign",
	"publish",
	"report",
	"run",
	"bake",
	"verify-host",
	"init",
	"doctor",
	"setup",
] as const;
export type StageName = (typeof stageNames)[number];

/**
 * `list`: comma- or newline-separated, or the option several times. `lines`: newline-separated. `pairs`: a list of
 * `key=value`. `path`: relative to the working directory. `flag`: true or false. `duration`: `90s` or `1h30m`, parsed
 * to milliseconds.
 */
export type OptionKind =
	| "string"
	| "path"
	| "flag"
	| "list"
	| "lines"
	| "number"
	| "duration"
	| "choice"
	| "pairs"
	| "event";

export interface Option {
	/** In kebab-case: `--name` in a terminal, `name:` in a workflow; in camelCase a property of StageOptions. */
	readonly name: string;
	readonly kind: OptionKind;
	readonly description: string;
	/** Description of `--no-name`, for a flag that is on by default. */
	readonly offDescription?: string;
	readonly stages: readonly StageName[];
	/** As typed by a user. A flag without a default is off. */
	readonly default?: string;
	readonly choices?: readonly string[];
	/** A choice of `on`, `off` and more that was a flag: \`true\`, \`false\` and \`--no-<name>\` still work. */
	readonly wasFlag?: true;
	/** Name of the value in --help. */
	readonly placeholder?: string;
	readonly short?: string;
	/** Environment variable that is read if the option is not given. */
	readonly env?: string;
	/** Set if only the command or only the action has the option. */
	readonly only?: "command" | "action";
	/** Default in action.yml if it differs: a GitHub expression, or one for some stages. */
	readonly actionDefault?: string | Readonly<Partial<Record<StageName, string>>>;
	/** Value that means "not given", if the default must not be empty. */
	readonly none?: string;
	/** An empty value is an error, since GitHub empties outputs with secrets in them. Needs a non-empty default. */
	readonly refuseBlank?: true;
}

export const planningStages = ["plan", "build", "verify", "smoke", "sign", "publish", "report", "run", "bake"] as const;
export const catalogStages = [...planningStages, "lint", "verify-host"] as const;
export const selectingStages = ["plan", "build", "run", "bake"] as const;
export const buildingStages = ["build", "run", "bake"] as const;
