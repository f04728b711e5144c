/** What a person can ask for by name: sub-commands of `lucid`, and a folder with an `action.yml` each (`run` is the root action). */
export const stageNames = [
	"plan",
	"lint",
	"build",
	"verify",
	"smoke",
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
 * `list` takes commas or newlines, or the option several times; `lines` only newlines. `pairs` is a list of `key=value`. `event` is read by parseEvent.
 * `path` is relative to the working directory. `flag` is true or false. `duration` is written `90s` or `1h30m`, and read in milliseconds.
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
	/** In kebab-case: `--name` in a terminal, `name:` in a workflow, `name` in camelCase as a property of StageOptions. */
	readonly name: string;
	readonly kind: OptionKind;
	readonly description: string;
	/** Of `--no-name`, for a flag that is on by default. */
	readonly offDescription?: string;
	readonly stages: readonly StageName[];
	/** As one would type it. A flag without one is off. */
	readonly default?: string;
	readonly choices?: readonly string[];
	/** The word after the option in --help. */
	readonly placeholder?: string;
	readonly short?: string;
	/** Read when neither the command line nor the workflow says anything. */
	readonly env?: string;
	/** Left out where only one of the two faces has it. */
	readonly only?: "command" | "action";
	/** Default in action.yml where it differs: an expression of GitHub's, or one for some stages. */
	readonly actionDefault?: string | Readonly<Partial<Record<StageName, string>>>;
	/** A word that stands for nothing given, where a default must not be blank. */
	readonly none?: string;
	/** Given but blank is a mistake: a job output that GitHub blanked must not select everything. Needs a default that is not blank. */
	readonly refuseBlank?: true;
}

/** Stages that read the catalog, and so on: for the rows of the table. */
export const documentStages = ["plan", "lint", "build", "verify", "smoke", "publish", "report", "run", "bake"] as const;
export const catalogStages = [...documentStages, "verify-host"] as const;
export const planningStages = ["plan", "build", "verify", "smoke", "publish", "report", "run", "bake"] as const;
export const selectingStages = ["plan", "build", "run", "bake"] as const;
export const buildingStages = ["build", "run", "bake"] as const;
