import type { LimitFunction } from "p-limit";
import type { Docker, PortAccess } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { HealthLogEntry, PortRow, ProbeResult, SmokePhase } from "../../model/documents/smoke.ts";
import type { Container } from "./engine/containers.ts";
import type { ContainerEvents, ContainerExit } from "./engine/events.ts";
import type { ContainerLog } from "./engine/logs.ts";
import type { Symptoms } from "./verdict/diagnose.ts";

/** Whether the engine's machine runs the programs of a platform itself, or QEMU does. */
export type Execution = "native" | "emulated";

/** Shared by all containers of one run. */
export interface SharedContext {
	/** Machine of each program, by image and program: many services share one interpreter. */
	readonly machines: Map<string, Promise<string | undefined>>;
	/** Limits commands inside containers: each is a process start, which emulation makes slow. */
	readonly commandLimit: LimitFunction;
	/** Limits container starts: more at once delay the first ones and finish no sooner. */
	readonly startLimit: LimitFunction;
	readonly execution: Execution;
}

export interface CheckContext {
	readonly docker: Docker;
	readonly api: EngineApi;
	readonly run: string;
	readonly events: ContainerEvents;
	readonly signal: AbortSignal;
	readonly reach: PortAccess;
	readonly shared: SharedContext;
	/** Members that exit by design: others need not resolve their names. */
	readonly jobs: ReadonlySet<string>;
	/** Called when members that need this one may start. */
	readonly onReady: (text: string) => void;
	/** Called with what the check waits for. */
	readonly onWait?: (text: string) => void;
}

/** Where a container failed, and its symptoms except the log. `cause` is set where it is certain without the log. */
export interface ContainerFailure {
	readonly phase: SmokePhase;
	readonly symptoms: Omit<Symptoms, "log">;
	readonly cause?: string;
	/** Command of the check that failed. */
	readonly check?: readonly string[];
}

/** State of a failed container before it is stopped. */
export interface ContainerState {
	readonly inspect: Container["excerpt"];
	readonly ports: readonly PortRow[];
	readonly healthLog: readonly HealthLogEntry[];
}

/** Result of starting and checking one container. */
export interface ContainerResult {
	readonly probes: readonly ProbeResult[];
	/** As `uname -m` says it: `aarch64`. */
	readonly architecture?: string;
	readonly emulated?: true;
	/** RFC 3339. */
	readonly startedAt?: string;
	/** Until the result was known. */
	readonly durationMs?: number;
	readonly readyMs?: number;
	readonly failure?: ContainerFailure;
	/** Set with `failure`. */
	readonly state?: ContainerState;
	/** Remark on a healthy container. */
	readonly note?: string;
}

/** Outcome of one member. `unknown`: no verdict about the service. */
export type MemberOutcome =
	| {
			readonly kind: "tested";
			readonly result: ContainerResult;
			/** What hardening denies it: a retry without hardening was healthy. */
			readonly missingPermissions?: readonly string[];
			readonly exit?: ContainerExit;
			readonly log?: ContainerLog;
			/** A need that exited meanwhile, which explains the failure: `cache exited with 3: boom`. */
			readonly failedNeed?: string;
	  }
	| { readonly kind: "unknown"; readonly why: string };
