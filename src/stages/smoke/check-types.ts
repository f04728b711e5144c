import type { LimitFunction } from "p-limit";
import type { Docker } from "../../adapters/docker/docker.ts";
import type { EngineApi } from "../../adapters/docker/engine-api.ts";
import type { HealthLogEntry, PortRow, ProbeResult, SmokePhase } from "../../model/documents/smoke.ts";
import type { Container } from "./engine/containers.ts";
import type { ContainerEvents } from "./engine/events.ts";
import type { PortAccess } from "./probes/reach-host.ts";
import type { Symptoms } from "./verdict/diagnose.ts";

export type Execution = "native" | "emulated";

/** Where it broke, and what is known of it before its log is read. `guess` is there when the cause is plain. */
export interface ContainerFailure {
	readonly phase: SmokePhase;
	readonly symptoms: Omit<Symptoms, "log">;
	readonly guess?: string;
	/** The command that failed as its check. */
	readonly check?: readonly string[];
}

/** What the trials of one run have in common. */
export interface SharedContext {
	/** Found so far, by image and program: many services share one interpreter. */
	readonly machines: Map<string, Promise<string | undefined>>;
	/** Commands inside containers at once: each is a process start, which is what emulation makes slow. */
	readonly commandLimit: LimitFunction;
	/** Starts of containers at once: more of them come no sooner to an end, and the first ones later. */
	readonly startLimit: LimitFunction;
	/** Whether this platform's programs run natively on the engine's machine. */
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
	/** Names of the members that end by themselves: nobody has to find them. */
	readonly jobs: ReadonlySet<string>;
	/** What waits for this one may start. */
	readonly onReady: (text: string) => void;
	/** What is waited for. */
	readonly onWait?: (text: string) => void;
}

export interface ContainerState {
	readonly inspect: Container["excerpt"];
	readonly ports: readonly PortRow[];
	readonly healthLog: readonly HealthLogEntry[];
}

/** How far one container came. */
export interface ContainerResult {
	readonly probes: readonly ProbeResult[];
	readonly architecture?: string;
	/** Its programs did not run natively. */
	readonly emulated?: true;
	/** RFC 3339. */
	readonly startedAt?: string;
	/** Until it was decided. */
	readonly durationMs?: number;
	readonly readyMs?: number;
	readonly failure?: ContainerFailure;
	/** Of one that is broken: what can be told of it while its container is there. */
	readonly state?: ContainerState;
	/** Worth telling of one that is well. */
	readonly note?: string;
}
