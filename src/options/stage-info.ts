import type { StageName } from "./options.ts";

export interface StageInfo {
	/** Name of the action in the Marketplace and the job log. */
	readonly title: string;
	/** One line of plain text. */
	readonly summary: string;
	/** Sentences for --help and the action's README. */
	readonly detail: string;
}

export const stageInfo: Readonly<Record<StageName, StageInfo>> = {
	run: {
		title: "Lucid Build",
		summary: "Plan, build, smoke and publish the images of a service catalog",
		detail:
			"Runs all stages one after another: builds the images that have to be built, pushes them by digest, starts and probes them, and only then tags them. With `service` it runs one part of a matrix.",
	},
	plan: {
		title: "Lucid Plan",
		summary: "Decide which images have to be built, and why",
		detail:
			"Compares the inputs of each image with the registry. Builds nothing, pushes nothing. In a workflow it outputs the matrix for the build jobs.",
	},
	lint: {
		title: "Lucid Lint",
		summary: "Check the catalog, its Dockerfiles and requirements",
		detail:
			"Finds problems that would break a build or a container later, with file, line and fix. Needs no engine; with one, BuildKit's own checks are in the same list. Rules, baselines and code scanning are in docs/lint.md.",
	},
	build: {
		title: "Lucid Build Images",
		summary: "Build the images of the plan and push them by digest",
		detail:
			"Builds all images with one BuildKit call. Pushes each under a tag made of its fingerprint, never under a floating tag, and then checks it in the registry.",
	},
	verify: {
		title: "Lucid Verify",
		summary: "Check the pushed images in the registry",
		detail:
			"Reads every layer once and checks its content: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for the images that it builds.",
	},
	smoke: {
		title: "Lucid Smoke",
		summary: "Start the pushed images and probe every health endpoint",
		detail:
			"Starts the images by digest on the target platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so they never conflict.",
	},
	sign: {
		title: "Lucid Sign",
		summary: "Sign what the run built and smoked, as one statement",
		detail:
			"Reads the results of build and smoke and compares their digests with the registry. Signs one statement that lists images, verdicts and the indexes that publish will tag, and attaches it to each of them. Runs no code of the repository (docs/security.md).",
	},
	publish: {
		title: "Lucid Publish",
		summary: "Write the tags of the images, floating tags last",
		detail:
			"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. A second run completes an interrupted one.",
	},
	report: {
		title: "Lucid Report",
		summary: "Report the results as a page and a summary",
		detail:
			"Reads the documents of the other stages, of one run or of all legs of a matrix. Each service has a row, and missing results are marked as missing. Uses the plan of the run, and makes a new one only if there is none (docs/report.md). Exits with the verdict of the run.",
	},
	bake: {
		title: "Lucid Bake",
		summary: "Print the bake definition, for use with docker buildx bake alone",
		detail: "Prints the definition of all selected images, whether the registry has them or not. Builds nothing.",
	},
	"verify-host": {
		title: "Lucid Verify Host",
		summary: "Check which published images a machine has, and whether they run there",
		detail:
			"Compares each floating tag in the registry with the engine's images: present, old or absent, and with `require-signed` unsigned. Starts and probes the present images like smoke, beside the running containers. Pulls nothing.",
	},
	init: {
		title: "Lucid Init",
		summary: "Propose a catalog and workflows for this repository",
		detail:
			"Finds Dockerfiles and Compose files, determines contexts, ports, health checks, needs and base images, and writes `lucid.yml`, a workflow for pushes and one for nightly runs. Shows what it guessed and from what. Never overwrites a file.",
	},
	doctor: {
		title: "Lucid Doctor",
		summary: "Report what is missing on this machine, and how to fix it",
		detail:
			"Checks Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login and its permission to push each image, and disk space. Changes nothing, and works even if none of these is installed.",
	},
	setup: {
		title: "Lucid Setup",
		summary: "Prepare Docker to build for the target platforms",
		detail:
			"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only if requested or needed. Reverts its changes at the end of the job. Prints the time of each step (docs/setup.md).",
	},
};
