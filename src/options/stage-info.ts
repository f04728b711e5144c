import type { StageName } from "./options.ts";

export interface StageInfo {
	/** Name of its action, as the Marketplace and the job log show it. */
	readonly title: string;
	/** One line, plain. */
	readonly summary: string;
	/** Sentences for --help and the action's README. */
	readonly detail: string;
}

export const stageInfo: Readonly<Record<StageName, StageInfo>> = {
	run: {
		title: "Lucid Build",
		summary: "Plan, build, smoke and publish the images of a service catalog",
		detail:
			"All stages one after another: what has to be built is built and pushed by digest, started and probed, and only then tagged. With `service` it does one part of a matrix.",
	},
	plan: {
		title: "Lucid Plan",
		summary: "Say which images have to be built, and why",
		detail:
			"Compares what each image is made of with what the registry holds. Builds nothing, pushes nothing. In a workflow it gives the matrix for the jobs that build.",
	},
	lint: {
		title: "Lucid Lint",
		summary: "Check the catalog, its Dockerfiles and requirements",
		detail:
			"Finds what would break a build or a container later, with file, line and fix. Needs no engine; where there is one, BuildKit's own checks are in the same list. The rules, baselines and code scanning are in docs/lint.md.",
	},
	build: {
		title: "Lucid Build Images",
		summary: "Build what the plan says and push it by digest",
		detail:
			"One call of BuildKit for all images. Each is pushed under a tag made of its fingerprint, never under a floating tag, and then checked as the registry holds it.",
	},
	verify: {
		title: "Lucid Verify",
		summary: "Look at the pushed images as the registry holds them",
		detail:
			"Reads every layer once and checks what really arrived: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for what it has just built.",
	},
	smoke: {
		title: "Lucid Smoke",
		summary: "Start the pushed images and probe every health endpoint",
		detail:
			"Starts the images by digest on the wanted platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so nothing collides.",
	},
	publish: {
		title: "Lucid Publish",
		summary: "Give the digests their tags, floating ones last",
		detail:
			"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. Running it again completes what was left.",
	},
	report: {
		title: "Lucid Report",
		summary: "Tell what happened, as a page and a summary",
		detail:
			"Reads the documents of the other stages, of one run or of all legs of a matrix; each service has a row, and what is missing is told as missing. Goes by the plan that was left with them, and makes a new one only where there is none (docs/report.md). Exits with the verdict on the run.",
	},
	bake: {
		title: "Lucid Bake",
		summary: "Print the bake definition, for use with docker buildx bake alone",
		detail: "The definition of all that is selected, whether the registry has it or not. Builds nothing.",
	},
	"verify-host": {
		title: "Lucid Verify Host",
		summary: "Say which published images a machine has, and whether they run there",
		detail:
			"Compares what the registry holds under each floating tag with what the engine has: present, old or absent. What is there is started and probed as by smoke, beside whatever runs there already. Pulls nothing.",
	},
	init: {
		title: "Lucid Init",
		summary: "Propose a catalog and workflows for this repository",
		detail:
			"Finds Dockerfiles and Compose files, works out contexts, ports, health checks, needs and who is FROM whom, and writes `lucid.yml`, a workflow for pushes and one for the night. Says what it guessed and from what. Never writes over a file that is there.",
	},
	doctor: {
		title: "Lucid Doctor",
		summary: "Check this machine, and say how to fix what is missing",
		detail:
			"Looks at Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login to it and its right to push each image, and disk space. Changes nothing, and works where none of it is installed.",
	},
	setup: {
		title: "Lucid Setup",
		summary: "Make Docker ready to build for the wanted platforms",
		detail:
			"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only where asked or needed. At the end of the job it takes back what it did. What each step took is printed (docs/setup.md).",
	},
};
