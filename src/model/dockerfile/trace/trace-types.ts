import type { Problem } from "../../../util/errors.ts";
import type { ContextInput } from "../../documents/plan.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { StageFacts } from "./stage-facts.ts";
import type { FromSource } from "./stage-graph.ts";

/**
 * What an instruction takes from a build context. The label is not unique within an image. The context is empty for the
 * main context, or a key of `names`. Sources are expanded, except for wildcards and `--parents` pivots.
 */
export type TracedInput = ContextInput;

/** A registry image that a stage is based on or copies from. */
export interface ImageInput {
	/** Expanded, otherwise as written. */
	readonly ref: string;
	/** Which platform it is pulled for. `build` for $BUILDPLATFORM. */
	readonly platform: "build" | "target" | "explicit";
	/** The platform itself, if known. */
	readonly platformName?: string;
	readonly use: "FROM" | "COPY" | "RUN" | "syntax";
	readonly line: number;
	/** Undefined for `# syntax=`. */
	readonly stage?: number;
}

/** A named context, or an image of the catalog. */
export interface NamedInput {
	/** Key of `namedContextKey`. */
	readonly name: string;
	/** As written, expanded. */
	readonly ref: string;
	readonly use: "FROM" | "COPY" | "RUN";
	readonly line: number;
	readonly stage: number;
}

/** A URL or git reference of an ADD. */
export interface UrlInput {
	readonly kind: "http" | "git";
	readonly url: string;
	readonly checksum?: string;
	/** Its content cannot change without a change of the Dockerfile. */
	readonly pinned: boolean;
	readonly line: number;
	readonly stage: number;
}

/** A variable that the Dockerfile uses but does not set. */
export interface UnsetVariable {
	readonly name: string;
	readonly keyword: string;
	readonly line: number;
	readonly stage: number;
	/** `maybe`: the base image's config, which is unknown, may set it. */
	readonly certainty: "sure" | "maybe";
}

export interface TracedStage {
	readonly index: number;
	readonly name?: string;
	readonly base: FromSource;
	readonly platform?: string;
	readonly line: number;
}

/** A RUN, COPY or ADD of a needed stage, with its working directory and variables. */
export interface TracedStep {
	readonly stage: number;
	readonly instruction: Instruction;
	/** Absolute; unknown variables are not expanded. */
	readonly workdir: string;
	/** Arguments of COPY and ADD with known variables expanded, the destination last. */
	readonly paths: readonly string[];
	/** ENV and ARG with a known value, as visible to a RUN. */
	readonly variables: Readonly<Record<string, string>>;
}

/** Where the value of a volatile build arg ends up. */
export interface VolatileUse {
	/** Name of the build arg, also if it arrives through other variables. */
	readonly name: string;
	/** FROM, RUN, COPY, ENV, LABEL, ...; the value of a LABEL is in no layer. */
	readonly keyword: string;
	readonly line: number;
	readonly stage: number;
}

/** Why an instruction cannot be analyzed, so that the whole context counts. */
export interface WholeContextReason {
	readonly reason: string;
	readonly line?: number;
}

/** The facts of the final stage, and its base. */
export interface FinalStage extends StageFacts {
	readonly stage: number;
	/** Indices of the stage and its parents in this file, itself first. */
	readonly chain: readonly number[];
	/** Base of the last stage of the chain. */
	readonly base: FromSource;
	readonly line: number;
}

/** The inputs of an image according to its Dockerfile, without a look at files. */
export interface Trace {
	readonly file: string;
	/** Only the stages that the target needs, in the order of the file. */
	readonly stages: readonly TracedStage[];
	readonly inputs: readonly TracedInput[];
	readonly images: readonly ImageInput[];
	readonly named: readonly NamedInput[];
	readonly urls: readonly UrlInput[];
	/** Ids of `RUN --mount=type=secret`. */
	readonly secrets: readonly string[];
	/** Ids of `RUN --mount=type=ssh`. */
	readonly ssh: readonly string[];
	/** ARGs before the first FROM and of reachable stages, without BuildKit's predefined ones. Sorted. */
	readonly declaredArgs: readonly string[];
	/** If not empty, `inputs` contains one of kind `context`. */
	readonly wholeContext: readonly WholeContextReason[];
	readonly unset: readonly UnsetVariable[];
	/** In the order of the file, after the ONBUILD triggers of a base. */
	readonly steps: readonly TracedStep[];
	/** In the order of the stages. */
	readonly volatile: readonly VolatileUse[];
	readonly finalStage: FinalStage;
	/** What the engine would refuse: `dockerfile/target`, `dockerfile/from` and `dockerfile/expansion`. */
	readonly problems: readonly Problem[];
}

/** What a stage inherits from a registry image. */
export interface BaseConfig {
	readonly env: Readonly<Record<string, string>>;
	/** ONBUILD instructions of its config. */
	readonly onbuild: readonly string[];
	/** It has an ENTRYPOINT or CMD. */
	readonly starts?: boolean;
}

export interface TraceOptions {
	/** Default: the last stage. */
	readonly target?: string | undefined;
	/** `linux/arm64`. */
	readonly platform: string;
	/** Undefined: unknown; instructions that depend on it cannot be analyzed. */
	readonly buildPlatform?: string | undefined;
	readonly args: Readonly<Record<string, string>>;
	/** Args whose values are not known yet. A path that depends on one cannot be analyzed. */
	readonly volatile?: ReadonlySet<string> | undefined;
	/** Named contexts and images of the catalog, as keys of `namedContextKey`. */
	readonly names?: ReadonlySet<string> | undefined;
	/** Config of a registry image, if known. Without it, ENV and ONBUILD of base images are ignored. */
	readonly baseConfig?: ((ref: string, platform: string | undefined) => BaseConfig | undefined) | undefined;
	/** ONBUILD instructions of an image of the catalog, by its key in `names`. */
	readonly triggers?: ((name: string) => readonly string[] | undefined) | undefined;
}
