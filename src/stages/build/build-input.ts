import type { Docker } from "../../adapters/docker/docker.ts";
import type { Registry } from "../../adapters/registry/registry.ts";
import type { BuiltImage } from "../../model/documents/build.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { SecretSource } from "../../model/service/service.ts";
import type { CachedFiles } from "../../model/service/service-inputs.ts";
import type { Env } from "../../util/env.ts";
import type { Progress } from "../../util/progress.ts";
import type { BakeInput } from "./bake/definition.ts";

export interface BuildOptions extends Pick<BakeInput, "steps" | "cache" | "attest" | "driver" | "rewriteTimestamp"> {
	/** Name of a buildx builder; Docker's default without it. */
	readonly builder?: string;
	/** The engine's own platform: only other platforms are emulated and retried after a crash of the emulator. */
	readonly native?: string;
	/** Most images at once. By default BuildKit decides, and four are built at once after a failure. */
	readonly parallel?: number;
	/** Folder for the complete definition, `bake.json`. */
	readonly outDir?: string;
}

export interface BuildInput {
	readonly plan: Plan;
	/** Absolute folder of the plan's paths on this machine. */
	readonly root: string;
	readonly docker: Docker;
	readonly registry: Pick<Registry, "head" | "imageFacts" | "manifest" | "putBlob" | "putManifest">;
	readonly env: Env;
	/** What builds may read as secrets; by default all of `env`, except what no build may read. */
	readonly secrets?: SecretSource;
	/** Credentials of the job, which no output may show. */
	readonly masked?: Iterable<string>;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** Monotonic, milliseconds. */
	readonly now: () => number;
	/** Opens the files that images are built from, to check that they exist with git's modes. */
	readonly files?: () => Promise<CachedFiles>;
	/** Called with each row as its image ends. */
	readonly onEnd?: (row: BuiltImage) => void;
	readonly options?: BuildOptions;
}
