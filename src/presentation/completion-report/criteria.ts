import {
	answersHealthCheck,
	type Criterion,
	checksPass,
	isPushed,
	lintPasses,
	noNegativeProbe,
	notProbed,
	packageLintPasses,
	probePasses,
	runsHardened,
	stopsOnSigterm,
} from "./criterion.ts";

export interface CriteriaGroup {
	readonly title: string;
	readonly criteria: readonly Criterion[];
}

/** All criteria of a completed service. */
export const criteriaGroups: readonly CriteriaGroup[] = [
	{
		title: "Images",
		criteria: [
			isPushed,
			checksPass("Made for the platform it should be", { all: ["platform"] }),
			checksPass("Every program in it is made for that platform (no exec format error)", {
				...{ all: ["binaries"], also: ["entrypoint-machine"], deep: true },
			}),
			checksPass("What it starts is in it (no ModuleNotFoundError)", {
				...{ all: ["entrypoint"], also: ["entrypoint-module", "import", "file"], deep: true, who: "those that run" },
			}),
			checksPass("Its packages lie where the interpreter looks", { all: ["python-packages"], who: "those that run" }),
			checksPass("Labels are filled: no placeholder is left", {
				all: ["labels-expanded", "revision"],
				also: ["labels"],
			}),
			checksPass("No variable of its environment was left undefined", { all: ["env-expanded"] }),
			checksPass("Within its size", { all: ["size"], also: ["growth"] }),
		],
	},
	{
		title: "Distroless and security",
		criteria: [
			checksPass("FROM an allowed (distroless) base", { all: ["base"] }),
			checksPass("Runs as the non-root user it should", { any: ["user", "nonroot"] }),
			checksPass("No shell", { all: ["no-shell"] }),
			checksPass("No package manager", { all: ["no-package-manager"] }),
			checksPass("No secret and no credential in it", { all: ["secrets", "credentials"] }),
			runsHardened,
		],
	},
	{
		title: "Health",
		criteria: [
			checksPass("Exposes its ports, and no others", { all: ["port", "port-extra"], who: "those with ports" }),
			checksPass("Has a HEALTHCHECK that can run and asks for the right thing", {
				...{ all: ["healthcheck"], also: ["healthcheck-program", "healthcheck-target"], who: "servers" },
			}),
			answersHealthCheck,
			probePasses("Passes its own HEALTHCHECK inside", "healthcheck", () => ({
				kind: "none",
				why: "it has none of its own",
			})),
			probePasses("Does not answer just anything", "negative", noNegativeProbe),
			probePasses("Finds what it needs by name", "discovery", ({ service }) =>
				service.needs.length === 0 ? { kind: "none", why: "it needs nothing" } : notProbed(),
			),
			probePasses("Is still well after a while", "stable", notProbed),
			stopsOnSigterm,
		],
	},
	{
		title: "Sources",
		criteria: [
			lintPasses("Every COPY finds its source", "missing-source", "ignored-source", "missing-stage-source"),
			lintPasses("Every variable is declared", "undeclared-arg", "undefined-variable"),
			lintPasses(
				"No platform is written down where the builder's belongs",
				"hardcoded-platform",
				"native-on-build-platform",
			),
			packageLintPasses("Every requirement exists, at that version", "unknown-package", "unknown-version"),
			lintPasses("No development package in production", "dev-package"),
		],
	},
];
