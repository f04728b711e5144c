import {
	answers,
	asked,
	type Criterion,
	hardened,
	linted,
	noControl,
	probe,
	pushed,
	stops,
	unmade,
	verified,
} from "./verdicts.ts";

export interface Criteria {
	readonly title: string;
	readonly all: readonly Criterion[];
}

/** What completion means, in the words of those who ask for it. */
export const criteria: readonly Criteria[] = [
	{
		title: "Images",
		all: [
			pushed,
			verified("Made for the platform it should be", { all: ["platform"] }),
			verified("Every program in it is made for that platform (no exec format error)", {
				...{ all: ["binaries"], also: ["entrypoint-machine"], deep: true },
			}),
			verified("What it starts is in it (no ModuleNotFoundError)", {
				...{ all: ["entrypoint"], also: ["entrypoint-module", "import", "file"], deep: true, who: "those that run" },
			}),
			verified("Its packages lie where the interpreter looks", { all: ["python-packages"], who: "those that run" }),
			verified("Labels are filled: no placeholder is left", { all: ["labels-expanded", "revision"], also: ["labels"] }),
			verified("No variable of its environment was left undefined", { all: ["env-expanded"] }),
			verified("Within its size", { all: ["size"], also: ["growth"] }),
		],
	},
	{
		title: "Distroless and security",
		all: [
			verified("FROM an allowed (distroless) base", { all: ["base"] }),
			verified("Runs as the non-root user it should", { any: ["user", "nonroot"] }),
			verified("No shell", { all: ["no-shell"] }),
			verified("No package manager", { all: ["no-package-manager"] }),
			verified("No secret and no credential in it", { all: ["secrets", "credentials"] }),
			hardened,
		],
	},
	{
		title: "Health",
		all: [
			verified("Exposes its ports, and no others", { all: ["port", "port-extra"], who: "those with ports" }),
			verified("Has a HEALTHCHECK that can run and asks for the right thing", {
				...{ all: ["healthcheck"], also: ["healthcheck-program", "healthcheck-target"], who: "servers" },
			}),
			answers,
			probe("Passes its own HEALTHCHECK inside", "healthcheck", () => ({
				kind: "none",
				why: "it has none of its own",
			})),
			probe("Does not answer just anything", "negative", noControl),
			probe("Finds what it needs by name", "discovery", ({ service }) =>
				service.needs.length === 0 ? { kind: "none", why: "it needs nothing" } : unmade(),
			),
			probe("Is still well after a while", "stable", unmade),
			stops,
		],
	},
	{
		title: "Sources",
		all: [
			linted("Every COPY finds its source", "missing-source", "ignored-source", "missing-stage-source"),
			linted("Every variable is declared", "undeclared-arg", "undefined-variable"),
			linted(
				"No platform is written down where the builder's belongs",
				"hardcoded-platform",
				"native-on-build-platform",
			),
			asked("Every requirement exists, at that version", "unknown-package", "unknown-version"),
			linted("No development package in production", "dev-package"),
		],
	},
];
