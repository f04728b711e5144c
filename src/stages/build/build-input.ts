import type { Docker } from "../../adapters/docker/docker.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SecretSource } from "../../model/service/secret-source.ts";
import type { CachedFiles } from "../../model/service/service-inputs.ts";
import type { Env } from "../../util/env.ts";
import type { Progress } from "../../util/progress.ts";
import type { BakeInput } from "./bake/definition.ts";

export interface BuildOptions extends Pick<BakeInput, "steps" | "cache" | "attest" | "driver" | "rewriteTimestamp"> {
	/** Name of a buildx builder; Docker's own choice without it. */
	readonly builder?: string;
	/** The engine's own platform: only what runs on another is emulated, and given a second try when it crashes. */
	readonly native?: string;
	/** At most this many images at once; as many as BuildKit likes without it, and four when they are built one by one after a failure. */
	readonly parallel?: number;
	/** Folder that gets the whole definition as `bake.json`, for use without us. */
	readonly outDir?: string;
}

export interface BuildInput {
	readonly plan: Plan;
	/** Absolute folder that the plan's paths are relative to, on this machine. */
	readonly root: string;
	readonly docker: Docker;
	readonly registry: Pick<Registry, "head" | "imageFacts" | "manifest" | "putManifest">;
	readonly env: Env;
	/** What builds may read as secrets; everything in `env` without it. */
	readonly secrets?: SecretSource;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** Monotonic, milliseconds. */
	readonly now: () => number;
	/** The files that the images are built from; without it nobody looks whether they are all here and have git's modes. Only asked for when there is something to build. */
	readonly files?: () => Promise<CachedFiles>;
	/** Called with each row as an image ends. */
	readonly onEnd?: (row: BuiltImage) => void;
	readonly options?: BuildOptions;
}
