import type { Option } from "../option.ts";

/** Options of what makes a machine ready. */
export const setupOptions = [
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
		description:
			"Image with QEMU and a program that registers it, which is run once: as root beside the engine where that can be, else in a container with `--privileged`. Kept in GitHub's cache where it is pinned by digest.",
	},
	{
		name: "driver",
		kind: "choice",
		choices: ["auto", "docker-container", "kubernetes", "remote"],
		default: "auto",
		stages: ["setup"],
		description:
			"`auto` keeps the current builder if it can do the job and none of the inputs below is given. Any other creates a builder of its own, removed at the end.",
	},
	{
		name: "buildkit-image",
		kind: "string",
		// v0.32.2
		default: "docker.io/moby/buildkit@sha256:28a898719c18a33f4e8000685287fa36fd0dd9560c6440227d3a732d79bb41d8",
		stages: ["setup"],
		description:
			"BuildKit of the builder that is created, unless driver-opts name an image. Kept in GitHub's cache where it is pinned by digest.",
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
		name: "nodes",
		kind: "string",
		stages: ["setup"],
		description:
			"Machines of the builder that is created, a YAML list of `name`, `endpoint`, `platforms`, `driver-opts` and `buildkitd-flags`, as `docker buildx create` takes them: `- {name: pi, endpoint: ssh://pi@raspberrypi, platforms: linux/arm64}`.",
	},
	{
		name: "buildkitd-config",
		kind: "path",
		stages: ["setup"],
		description:
			"Configuration file of the BuildKit that is started. Without it, one is made of `mirror`, the engine's own mirrors and `max-parallelism`.",
	},
	{
		name: "max-parallelism",
		kind: "number",
		placeholder: "n",
		stages: ["setup"],
		description: "Most steps that the created builder runs at the same time.",
	},
	{
		name: "cache-images",
		kind: "flag",
		actionDefault: { setup: "true" },
		stages: ["setup"],
		description:
			"Keep the images of QEMU and BuildKit in GitHub's cache, so that not every job pulls them from Docker Hub. A pull request from a fork only reads them.",
	},
	{
		name: "registry-username",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description:
			"Logs in to `registry`, which has to be given then, for this job only. Without it, the login that is there is used.",
	},
	{
		name: "registry-password",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description: "Password or token for registry-username.",
	},
	{
		name: "logins",
		kind: "lines",
		only: "action",
		stages: ["setup", "run"],
		description:
			"Registries to log in to for this job only, one a line: host, user and password, with blanks between. `docker.io` is Docker Hub.",
	},
] as const satisfies readonly Option[];
