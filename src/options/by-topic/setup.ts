import type { Option } from "../option.ts";

/** Options of setup. */
export const setupOptions = [
	{
		name: "platforms",
		kind: "list",
		default: "linux/arm64",
		stages: ["setup"],
		description: "Platforms for builds and smoke.",
	},
	{
		name: "emulate",
		kind: "flag",
		actionDefault: { setup: "true" },
		stages: ["plan", "setup"],
		description:
			"Uses QEMU for platforms that the machine cannot run. In setup: registers QEMU; if off, a missing platform is an error. In plan: all legs use the default runner; if off, each platform has its own runner.",
	},
	{
		name: "binfmt-image",
		kind: "string",
		// qemu-v10.2.3-68
		default: "docker.io/tonistiigi/binfmt@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0",
		stages: ["setup"],
		description:
			"Image with QEMU and its registration program, which runs once: as root beside the engine if possible, else in a container with `--privileged`. GitHub's cache keeps it if it is pinned by digest.",
	},
	{
		name: "driver",
		kind: "choice",
		choices: ["auto", "docker-container", "kubernetes", "remote"],
		default: "auto",
		stages: ["setup"],
		description:
			"Driver of the builder. `auto` keeps the current builder if it is suitable and none of the inputs below is set. Any other value creates a builder, which is removed at the end of the job.",
	},
	{
		name: "buildkit-image",
		kind: "string",
		// v0.33.1
		default: "docker.io/moby/buildkit@sha256:cec9f139f45e93c5c69c60f8b07cfad9f43f4ef6b6a6cd917527fea5ff2e3dea",
		stages: ["setup"],
		description:
			"BuildKit image of the created builder, unless `driver-opts` names one. GitHub's cache keeps it if it is pinned by digest.",
	},
	{
		name: "driver-opts",
		kind: "lines",
		stages: ["setup"],
		description: "Options of the created builder, one per line, as for `docker buildx create --driver-opt`.",
	},
	{
		name: "endpoint",
		kind: "string",
		stages: ["setup"],
		description: "Address of the created builder, for the driver `remote`: for example `tcp://buildkit:1234`.",
	},
	{
		name: "nodes",
		kind: "string",
		stages: ["setup"],
		description:
			"Machines of the created builder: a YAML list of `name`, `endpoint`, `platforms`, `driver-opts` and `buildkitd-flags`, as for `docker buildx create`: `- {name: pi, endpoint: ssh://pi@raspberrypi, platforms: linux/arm64}`.",
	},
	{
		name: "buildkitd-config",
		kind: "path",
		stages: ["setup"],
		description:
			"Configuration file of the created BuildKit. Without it, one is made from `mirror`, the engine's mirrors and `max-parallelism`.",
	},
	{
		name: "max-parallelism",
		kind: "number",
		placeholder: "n",
		stages: ["setup"],
		description: "Maximum number of steps that the created builder runs at the same time.",
	},
	{
		name: "cache-images",
		kind: "flag",
		actionDefault: { setup: "true" },
		stages: ["setup"],
		description:
			"Keeps the images of QEMU and BuildKit in GitHub's cache, so that not every job pulls them from Docker Hub. A fork's pull request only reads them.",
	},
	{
		name: "registry-username",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description:
			"User for a login to `registry`, which must be set, for this job only. Without it, existing logins are used.",
	},
	{
		name: "registry-password",
		kind: "string",
		only: "action",
		stages: ["setup", "run"],
		description:
			"Password or token for `registry-username`. Without it, the job's token, which is sent only to the registry that it belongs to: `ghcr.io`, or on another GitHub server `containers.<its host>`.",
	},
	{
		name: "logins",
		kind: "lines",
		only: "action",
		stages: ["setup", "run"],
		description:
			"Registries to log in to for this job only, one per line: host, user and password, separated by spaces. `docker.io` is Docker Hub.",
	},
] as const satisfies readonly Option[];
