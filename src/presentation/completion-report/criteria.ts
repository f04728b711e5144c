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
			checksPass("Has the right platform", { all: ["platform"] }),
			checksPass("Every program in it runs on that platform (no exec format error)", {
				...{ all: ["binaries"], also: ["entrypoint-machine"], deep: true },
			}),
			checksPass("Contains what it starts (no ModuleNotFoundError)", {
				...{ all: ["entrypoint"], also: ["entrypoint-module", "import", "file"], deep: true, who: "those that run" },
			}),
			checksPass("Its packages are on the interpreter's path", { all: ["python-packages"], who: "those that run" }),
			checksPass("Labels contain no placeholder", {
				all: ["labels-expanded", "revision"],
				also: ["labels"],
			}),
			checksPass("Every environment variable is defined", { all: ["env-expanded"] }),
			checksPass("Within its size limit", { all: ["size"], also: ["growth"] }),
		],
	},
	{
		title: "Distroless and security",
		criteria: [
			checksPass("FROM an allowed (distroless) base", { all: ["base"] }),
			checksPass("Runs as the expected non-root user", { any: ["user", "nonroot"] }),
			checksPass("No shell", { all: ["no-shell"] }),
			checksPass("No package manager", { all: ["no-package-manager"] }),
			checksPass("Contains no secret or credential", { all: ["secrets", "credentials"] }),
			runsHardened,
		],
	},
	{
		title: "Health",
		criteria: [
			checksPass("Exposes its ports, and no others", { all: ["port", "port-extra"], who: "those with ports" }),
			checksPass("Has a HEALTHCHECK that can run and probes the right endpoint", {
				...{ all: ["healthcheck"], also: ["healthcheck-program", "healthcheck-target"], who: "servers" },
			}),
			answersHealthCheck,
			probePasses("Passes its own HEALTHCHECK inside", "healthcheck", () => ({
				kind: "none",
				why: "it has none",
			})),
			probePasses("Rejects a wrong request", "negative", noNegativeProbe),
			probePasses("Resolves its needs by name", "discovery", ({ service }) =>
				service.needs.length === 0 ? { kind: "none", why: "it needs nothing" } : notProbed(),
			),
			probePasses("Stays healthy", "stable", notProbed),
			stopsOnSigterm,
		],
	},
	{
		title: "Sources",
		criteria: [
			lintPasses("Every COPY finds its source", "missing-source", "ignored-source", "missing-stage-source"),
			lintPasses("Every variable is declared", "undeclared-arg", "undefined-variable"),
			lintPasses(
				"No hard-coded platform where the builder's belongs",
				"hardcoded-platform",
				"native-on-build-platform",
			),
			packageLintPasses("Every requirement exists in that version", "unknown-package", "unknown-version"),
			lintPasses("No development package in production", "dev-package"),
		],
	},
];
