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
	"setup",
] as const;
export type StageName = (typeof stageNames)[number];

/**
 * `list` takes commas or newlines, or the option several times; `lines` only newlines. `pairs` is a list of `key=value`. `event` is read by parseEvent.
 * `path` is relative to the working directory. `flag` is true or false.
 */
export type OptionKind = "string" | "path" | "flag" | "list" | "lines" | "number" | "choice" | "pairs" | "event";

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

const readers = ["plan", "lint", "build", "verify", "smoke", "publish", "report", "run", "bake"] as const;
const catalogReaders = [...readers, "verify-host"] as const;
const planners = ["plan", "build", "verify", "smoke", "publish", "report", "run", "bake"] as const;
const selectors = ["plan", "build", "run", "bake"] as const;
const builders = ["build", "run", "bake"] as const;

/** Every option there is. The command line, the inputs of each action.yml and the tables in the docs all come from here. */
export const options = [
	{
		name: "catalog",
		kind: "path",
		short: "c",
		placeholder: "file",
		default: "lucid.yml",
		stages: catalogReaders,
		description: "The service catalog.",
	},
	{
		name: "service",
		kind: "list",
		default: "*",
		refuseBlank: true,
		stages: catalogReaders,
		description: "Services to work on, by name or glob (`session-*`).",
	},
	{
		name: "phase",
		kind: "list",
		stages: catalogReaders,
		description: "Only services of these phases.",
	},
	{
		name: "changed",
		kind: "string",
		placeholder: "commit",
		stages: selectors,
		description:
			"Of these, only services that are built from something else than at this commit or branch, by the same components that make the fingerprint. Base images that moved are not looked at. Needs the commit in the clone.",
	},
	{
		name: "dependents",
		kind: "flag",
		stages: selectors,
		description: "Also all services that are built from those that are selected, or need them to run.",
	},
	{
		name: "platform",
		kind: "list",
		placeholder: "os/arch",
		stages: [...planners, "verify-host"],
		description: "Only these platforms, for example `linux/arm64`. Without it, all that the catalog names.",
	},
	{
		name: "registry",
		kind: "string",
		placeholder: "host",
		stages: [...catalogReaders, "setup"],
		description: "Registry to push to, in place of the catalog's: `ghcr.io`, `127.0.0.1:5000`.",
	},
	{
		name: "mirror",
		kind: "pairs",
		placeholder: "host=prefix",
		env: "LUCID_MIRRORS",
		stages: [...planners, "verify-host"],
		description:
			"Where base images of a registry are pulled from instead: `docker.io=127.0.0.1:5000/docker.io`. Never used for what is pushed.",
	},
	{
		name: "out",
		kind: "path",
		short: "o",
		placeholder: "folder",
		stages: catalogReaders,
		description:
			"Folder for documents, logs and the report. Without it, a folder of this catalog's own in the user's cache; in a workflow `$RUNNER_TEMP/lucid`.",
	},
	{
		name: "plan",
		kind: "path",
		placeholder: "file",
		default: "new",
		none: "new",
		refuseBlank: true,
		stages: ["build", "verify", "smoke", "publish", "report", "bake"],
		description: "Follow this plan, a `plan.json` that `plan` wrote. `new` makes one from what the registry holds now.",
	},
	{
		name: "force",
		kind: "flag",
		short: "f",
		stages: ["plan", "build", "run"],
		description: "Build what is selected even if the registry has it.",
	},
	{
		name: "stale",
		kind: "flag",
		stages: planners,
		description:
			"Build anew, without a cache, what is older than the `ttl` that the catalog gives it: for a nightly. Every job of such a run has to be given it (docs/nightly.md).",
	},
	{
		name: "max-jobs",
		kind: "number",
		placeholder: "n",
		stages: ["plan"],
		description:
			"Pack the matrix into at most this many legs, but one for each platform and kind of runner. Without it, a leg an image, up to GitHub's 256.",
	},
	{
		name: "times",
		kind: "path",
		placeholder: "file",
		stages: ["plan"],
		description:
			"Build times to pack by: a `build.json`, or a folder with those of all legs of an earlier run. Without it, the `build.json` in `out` if there is one, else the jobs of the workflow's last good run, else the images' sizes.",
	},
	{
		name: "inputs",
		kind: "flag",
		stages: ["plan"],
		description: "List what each selected image is built from: files, images, URLs, contexts, arguments, secrets.",
	},
	{
		name: "event",
		kind: "event",
		placeholder: "event",
		stages: planners,
		description:
			"What to take as the cause of this run, for tags: `push:main`, `tag:v1.2.0`, `pull_request:7`, `merge_group:main`, `schedule:main`, `manual`. Without it, what GitHub says, else `manual`.",
	},
	{
		name: "revision",
		kind: "string",
		placeholder: "commit",
		stages: planners,
		description: "Commit to label and tag with. Without it, the one that is checked out (on a pull request, its head).",
	},
	{
		name: "date",
		kind: "string",
		placeholder: "date",
		default: "commit",
		stages: planners,
		description:
			"Date for tags, labels and BUILD_DATE: `commit`, `now`, or one such as `2025-10-24T15:51:32Z`. Layers always carry one fixed date. With `now`, hand the plan on to later jobs.",
	},
	{
		name: "no-cache",
		kind: "flag",
		stages: builders,
		description: "Run every step again, without BuildKit's cache. What the registry has is still not built; see force.",
	},
	{
		name: "builder",
		kind: "string",
		placeholder: "name",
		stages: builders,
		description: "The buildx builder to use. Without it, the current one.",
	},
	{
		name: "cache-type",
		kind: "choice",
		choices: ["auto", "gha", "registry", "local", "inline", "none"],
		default: "auto",
		stages: builders,
		description:
			"Where layers are kept between machines (docs/build.md). `auto` is GitHub's cache where there is one and the builder does not outlive the job, else none: the builder keeps its own.",
	},
	{
		name: "cache-folder",
		kind: "path",
		placeholder: "folder",
		stages: builders,
		description: "Folder of the `local` cache. Without it, one in the user's cache.",
	},
	{
		name: "provenance",
		kind: "choice",
		choices: ["off", "min", "max"],
		default: "off",
		stages: builders,
		description:
			"Attest how each image was built, beside it in the registry. `max` also has the values of build args, and is refused where the catalog gives any.",
	},
	{
		name: "sbom",
		kind: "string",
		placeholder: "image",
		default: "off",
		none: "off",
		stages: builders,
		description:
			"Attest what is in each image, found by this generator: an image that follows BuildKit's scanner protocol, or `on` for BuildKit's own (docker.io/docker/buildkit-syft-scanner).",
	},
	{
		name: "print",
		kind: "flag",
		only: "command",
		stages: ["build"],
		description: "Show the bake definition and build nothing.",
	},
	{
		name: "smoke",
		kind: "choice",
		choices: ["changed", "dependents", "all", "off"],
		default: "changed",
		stages: ["smoke", "run"],
		description:
			"Which services are started and probed: those whose bytes have not passed before, these and what needs them to run, all that are selected, or none.",
	},
	{
		name: "docker-host",
		kind: "string",
		placeholder: "address",
		stages: ["smoke", "run", "verify-host"],
		description:
			"Engine to start the services on: `ssh://pi@raspberrypi`, `tcp://10.0.0.7:2376`. Without it, the one that Docker itself would take. Builds stay where they are.",
	},
	{
		name: "docker-context",
		kind: "string",
		placeholder: "name",
		stages: ["smoke", "run", "verify-host"],
		description: "The same by the name of a Docker context.",
	},
	{
		name: "max-parallel",
		kind: "number",
		placeholder: "n",
		stages: ["build", "smoke", "run", "verify-host"],
		description:
			"At most this many images are built, and services started, at once. Without it, BuildKit decides on the builds, and four services for each CPU are started, two where they are emulated; never more than fit into the engine's memory.",
	},
	{
		name: "require-smoke",
		kind: "flag",
		default: "true",
		stages: ["publish", "run"],
		description: "Floating tags move only to a digest that passed smoke. Off, they move without.",
		offDescription: "Move floating tags also to digests that have not passed smoke.",
	},
	{
		name: "smoke-results",
		kind: "path",
		placeholder: "file",
		stages: ["publish"],
		description:
			"What smoke said: a `smoke.json`, or a folder with those of all legs. Without it, the one in `out`, and what smoke left in the registry from other jobs.",
	},
	{
		name: "sign",
		kind: "choice",
		choices: ["off", "key", "keyless"],
		default: "off",
		stages: ["publish", "run"],
		description:
			"Sign each index with cosign before floating tags name it, and read the signature back: with a key, or keyless by the job's own identity (`id-token: write`). cosign has to be installed.",
	},
	{
		name: "sign-key",
		kind: "string",
		placeholder: "key",
		env: "COSIGN_KEY",
		stages: ["publish", "run"],
		description:
			"Key for `sign: key`, as cosign takes it: a file, `env://COSIGN_PRIVATE_KEY`, the address of a key service. Its password is read from `COSIGN_PASSWORD`.",
	},
	{
		name: "sign-log",
		kind: "flag",
		default: "true",
		stages: ["publish", "run"],
		description: "Record signatures by key in the public transparency log; keyless ones always are.",
		offDescription: "Keep signatures by key out of the public transparency log.",
	},
	{
		name: "allow-dirty",
		kind: "flag",
		stages: ["publish", "run"],
		description: "Move floating tags even if the working tree holds changes that no commit has.",
	},
	{
		name: "allow-unordered",
		kind: "flag",
		stages: ["publish", "run"],
		description:
			"Move floating tags even if it cannot be told whether this commit is newer than the published one (a shallow clone and no token).",
	},
	{
		name: "fail-on",
		kind: "choice",
		choices: ["error", "warning", "note", "never"],
		default: "error",
		stages: ["lint"],
		description: "The mildest finding that makes it fail.",
	},
	{
		name: "index-url",
		kind: "string",
		placeholder: "url",
		env: "PIP_INDEX_URL",
		stages: ["lint", "run"],
		description:
			"Package index to look requirements up in, as pip takes it; a user and password in it are never shown. What the requirements file or the Dockerfile says wins. Without either, PyPI.",
	},
	{
		name: "index-timeout",
		kind: "number",
		placeholder: "seconds",
		default: "10",
		stages: ["lint", "run"],
		description: "Time for all questions to package indexes together. What is not answered by then is not checked.",
	},
	{
		name: "offline",
		kind: "flag",
		stages: ["lint", "run"],
		description:
			"Ask no package index, and in lint no registry: only what earlier runs were told of packages counts, however old it is.",
	},
	{
		name: "build-checks",
		kind: "choice",
		choices: ["auto", "on", "off"],
		default: "auto",
		stages: ["lint"],
		description:
			"BuildKit's own checks (`docker buildx build --call=check`) in the same list. `auto` leaves them out where there is no engine, `on` fails there.",
	},
	{
		name: "baseline",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description: "Findings that this file lists are old: they are counted, and fail nothing.",
	},
	{
		name: "update-baseline",
		kind: "flag",
		stages: ["lint"],
		description: "Write what is found now into the baseline file.",
	},
	{
		name: "sarif",
		kind: "path",
		placeholder: "file",
		stages: ["lint"],
		description:
			"Write the findings there too, as SARIF 2.1.0 for code scanning. They always are in `lint.sarif` in `out`.",
	},
	{
		name: "fix",
		kind: "flag",
		only: "command",
		stages: ["lint"],
		description: "Mend what can be mended safely, and show it as a diff.",
	},
	{
		name: "dry-run",
		kind: "flag",
		only: "command",
		stages: ["lint"],
		description: "With `fix`: show the diff and write nothing.",
	},
	{
		name: "github-token",
		kind: "string",
		placeholder: "token",
		env: "GITHUB_TOKEN",
		actionDefault: "$" + "{{ github.token }}",
		only: "action",
		stages: ["plan", "publish", "run"],
		description:
			"Asks GitHub whether this commit is newer than the published one, where a shallow clone does not know (`contents: read`), and how long the jobs of the last run took, to spread this one's (`actions: read`).",
	},
	{
		name: "platforms",
		kind: "list",
		default: "linux/arm64",
		stages: ["setup"],
		description: "Platforms that builds and smoke will want.",
	},
	{
		name: "emulate",
		kind: "flag",
		actionDefault: { setup: "true" },
		stages: ["plan", "setup"],
		description:
			"QEMU for platforms that a machine does not run itself. Setup makes it ready; off, their lack is an error. Plan puts all legs of the matrix on the plain runner; off, each platform has a runner of its own.",
	},
	{
		name: "binfmt-image",
		kind: "string",
		// qemu-v10.2.3-68
		default: "docker.io/tonistiigi/binfmt@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0",
		stages: ["setup"],
		description: "Image that registers QEMU, run once with `--privileged`.",
	},
	{
		name: "driver",
		kind: "choice",
		choices: ["auto", "docker-container", "kubernetes", "remote"],
		default: "auto",
		stages: ["setup"],
		description:
			"`auto` keeps the current builder if it can do the job. Any other creates a builder of its own, removed at the end.",
	},
	{
		name: "driver-opts",
		kind: "lines",
		stages: ["setup"],
		description:
			"Options of the builder that is created, one a line, as `docker buildx create --driver-opt` takes them.",
	},
	{
		name: "endpoint",
		kind: "string",
		stages: ["setup"],
		description: "Address of the builder that is created: for `remote`, for example `tcp://buildkit:1234`.",
	},
	{
		name: "registry-username",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description:
			"Logs in to `registry` (Docker Hub if that is not given) for this job only. Without it, the login that is there is used.",
	},
	{
		name: "registry-password",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description: "Password or token for registry-username.",
	},
	{
		name: "json",
		kind: "flag",
		only: "command",
		stages: catalogReaders,
		description: "The document on standard output as JSON; everything else goes to standard error.",
	},
] as const satisfies readonly Option[];

/** The options of one stage, as one of the two faces has them, in the table's order. */
export function optionsOf(stage: StageName, face: "command" | "action"): readonly Option[] {
	const all: readonly Option[] = options;
	return all.filter((option) => option.stages.includes(stage) && (option.only ?? face) === face);
}
