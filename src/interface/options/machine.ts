import { catalogReaders, type Option } from "./option.ts";

/** Options about the machine and the terminal. */
export const machine = [
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
		name: "min-disk",
		kind: "number",
		placeholder: "GB",
		default: "10",
		only: "command",
		stages: ["doctor"],
		description: "Free space that the engine's disk must have.",
	},
	{
		name: "json",
		kind: "flag",
		only: "command",
		stages: [...catalogReaders, "init", "doctor"],
		description: "The document on standard output as JSON; everything else goes to standard error.",
	},
] as const satisfies readonly Option[];
