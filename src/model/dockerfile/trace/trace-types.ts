import type { Problem } from "../../../util/errors.ts";
import type { ContextInput } from "../../documents/plan.ts";
import type { Instruction } from "../parse/instruction.ts";
import type { StageFacts } from "./stage-facts.ts";
import type { FromSource } from "./stage-graph.ts";

/**
 * What an instruction takes from a build context. The label is not unique within an image; the context is blank, or the key of a name that was passed in
 * `names`; sources are expanded, with wildcards and `--parents` pivots still in them.
 */
export type TracedInput = ContextInput;

/** An image of a registry that a stage starts from or takes files from. */
export interface ImageInput {
	/** Expanded, otherwise as written. */
	readonly ref: string;
	/** Whose platform it is pulled for. `build` when the Dockerfile says $BUILDPLATFORM. */
	readonly platform: "build" | "target" | "explicit";
	/** The platform itself, when it is known. */
	readonly platformName?: string;
	readonly use: "FROM" | "COPY" | "RUN" | "syntax";
	readonly line: number;
	/** Undefined for `# syntax=`. */
	readonly stage?: number;
}

/** A name that the caller said is a named context or an image of the catalog. */
export interface NamedInput {
	/** In the form of `imageKey`. */
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
	/** What it brings cannot change without the Dockerfile. */
	readonly pinned: boolean;
	readonly line: number;
	readonly stage: number;
}

/** A variable that nothing in the Dockerfile sets where it is used. */
export interface UnsetVariable {
	readonly name: string;
	readonly keyword: string;
	readonly line: number;
	readonly stage: number;
	/** `maybe`: the base image's configuration, which is not known, may set it. */
	readonly certainty: "sure" | "maybe";
}

export interface TracedStage {
	readonly index: number;
	readonly name?: string;
	readonly base: FromSource;
	readonly platform?: string;
	readonly line: number;
}

/** A RUN, COPY or ADD of a needed stage, with what holds where it stands. */
export interface TracedStep {
	readonly stage: number;
	readonly instruction: Instruction;
	/** Absolute; variables that are not known are still in it. */
	readonly workdir: string;
	/** Arguments of COPY and ADD, expanded as far as known, the destination last. */
	readonly paths: readonly string[];
	/** ENV and ARG with a known value, as a RUN sees them. */
	readonly variables: Readonly<Record<string, string>>;
}

/** Where the value of a volatile build arg ends up. */
export interface VolatileUse {
	/** Of the build arg, whatever variables it comes through. */
	readonly name: string;
	/** FROM, RUN, COPY, ENV, LABEL, ...; what a LABEL gets is in no layer. */
	readonly keyword: string;
	readonly line: number;
	readonly stage: number;
}

/** Why something was not understood, so that all of the context counts. */
export interface WholeContextReason {
	readonly reason: string;
	readonly line?: number;
}

/** The facts of the final stage, and what it stands on. */
export interface FinalStage extends StageFacts {
	readonly stage: number;
	/** Indices of the stages of this file it is made of, itself first. */
	readonly chain: readonly number[];
	/** Where the chain ends. */
	readonly base: FromSource;
	readonly line: number;
}

/** What an image is built from, as far as its Dockerfile says; files are not looked at yet. */
export interface Trace {
	readonly file: string;
	/** Only those the target needs, in the order of the file. */
	readonly stages: readonly TracedStage[];
	readonly inputs: readonly TracedInput[];
	readonly images: readonly ImageInput[];
	readonly named: readonly NamedInput[];
	readonly urls: readonly UrlInput[];
	/** Ids of `RUN --mount=type=secret`. */
	readonly secrets: readonly string[];
	/** Ids of `RUN --mount=type=ssh`. */
	readonly ssh: readonly string[];
	/** Names of ARGs before the first FROM and of reachable stages, those BuildKit defines by itself left out. Sorted. */
	readonly declaredArgs: readonly string[];
	/** Not empty: `inputs` holds one of kind `context`. */
	readonly wholeContext: readonly WholeContextReason[];
	readonly unset: readonly UnsetVariable[];
	/** In the order of the file, ONBUILD triggers of a base first. */
	readonly steps: readonly TracedStep[];
	/** In the order of the stages. */
	readonly volatile: readonly VolatileUse[];
	readonly final: FinalStage;
	/** What the engine would refuse: `dockerfile/target`, `dockerfile/from` and `dockerfile/expansion`. */
	readonly problems: readonly Problem[];
}

/** What an outside base image hands down to a stage. */
export interface BaseConfig {
	readonly env: Readonly<Record<string, string>>;
	/** ONBUILD instructions, as its configuration holds them. */
	readonly onbuild: readonly string[];
	/** It has an ENTRYPOINT or CMD. */
	readonly starts?: boolean;
}

export interface TraceOptions {
	/** The last stage when undefined. */
	readonly target?: string | undefined;
	/** `linux/arm64`. */
	readonly platform: string;
	/** Undefined: not known; what depends on it counts as not understood. */
	readonly buildPlatform?: string | undefined;
	readonly args: Readonly<Record<string, string>>;
	/** Names of args that are passed to the build with values not known yet. A path that depends on one counts as not understood. */
	readonly volatile?: ReadonlySet<string> | undefined;
	/** Named contexts and images of the catalog, in the form of `imageKey`. */
	readonly names?: ReadonlySet<string> | undefined;
	/** Configuration of an outside image, when the caller has it. Without it ENV and ONBUILD of base images are not seen. */
	readonly baseConfig?: ((ref: string, platform: string | undefined) => BaseConfig | undefined) | undefined;
	/** ONBUILD instructions of an image of the catalog, by a name of `names`. */
	readonly triggers?: ((name: string) => readonly string[] | undefined) | undefined;
}
