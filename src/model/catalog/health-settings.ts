import { defined } from "../../util/defined.ts";
import type { Health, HealthTiming, Port } from "../service/service.ts";
import { mergeTiming } from "./merge-settings.ts";
import type { Fault } from "./problems.ts";
import type { RawHealth, RawTiming } from "./schema/health.ts";
import { joinWithOr } from "./values/quote.ts";

const anyGood = [[200, 399]] as const;

const ofHttp = ["port", "method", "headers", "status", "body", "body_matches", "json"] as const;
/** Keys that each kind of check does not use. */
const unusedKeys = {
	path: ["grpc_service"],
	tcp: [...ofHttp, "grpc_service", "negative"],
	grpc: ofHttp,
	command: [...ofHttp, "grpc_service", "negative"],
	healthcheck: [...ofHttp, "grpc_service", "negative"],
} as const;

export interface CheckedHealth {
	readonly run?: "job" | "never" | undefined;
	readonly health?: RawHealth | undefined;
	readonly ports: readonly Port[];
}

/** The health check of a service or external; of a job or a worker, only the timing, if any is set. */
export function resolveHealthSettings(
	{ run, health: raw, ports }: CheckedHealth,
	layers: readonly (RawTiming | undefined)[],
): { readonly health?: Health | Fault; readonly timing?: HealthTiming } {
	const isTiming =
		typeof raw === "object" && kindsOf(raw).length === 0 && ofHttp.every((key) => raw[key] === undefined);
	if (raw !== undefined && !(isTiming && (run === "job" || ports.length === 0))) {
		if (run === undefined) return { health: resolveHealth(raw, ports, layers) };
		const why =
			run === "job"
				? "a job has a health check, but its exit code is its health"
				: "a service with `run: never` has a health check";
		return { health: wrong(why, "remove `health`, or `run`") };
	}
	const all = [...layers, ...(typeof raw === "object" ? [raw] : [])];
	return all.some((layer) => layer !== undefined) ? { timing: mergeTiming(all) } : {};
}

const kindsOf = (map: Exclude<RawHealth, string>) =>
	(["path", "tcp", "grpc", "command", "healthcheck"] as const).filter((key) => map[key] !== undefined);

/** A health check with its timing, or its fault: it needs exactly one kind of check, and HTTP needs a port. */
function resolveHealth(
	raw: RawHealth,
	ports: readonly Port[],
	layers: readonly (RawTiming | undefined)[],
): Health | Fault {
	const map: Exclude<RawHealth, string> = typeof raw === "string" ? { path: raw } : raw;
	const timing = mergeTiming([...layers, map]);
	const kinds = kindsOf(map);
	const [kind] = kinds;
	if (kind === undefined)
		return wrong(
			"health names no check",
			"add `path: /health`, `tcp: 6379`, `grpc: 50051`, `command: [program]` or `healthcheck: true`",
		);
	if (kinds.length > 1) return wrong(`health has ${kinds.join(" and ")}`, "keep one of them");
	const unused = unusedKeys[kind].filter((key) => map[key] !== undefined);
	if (unused.length > 0)
		return wrong(
			`health has ${joinWithOr(unused)}, which a check by ${kind === "path" ? "HTTP" : kind} does not use`,
			`remove it, or ${kind}`,
		);
	const negative = map.negative ?? true;
	if (map.tcp !== undefined) return { kind: "tcp", port: map.tcp, timing };
	if (map.grpc !== undefined)
		return {
			...{ kind: "grpc", port: map.grpc, negative, timing },
			...defined({ service: map.grpc_service }),
		};
	if (map.command !== undefined) return { kind: "command", command: map.command, timing };
	if (map.healthcheck !== undefined) return { kind: "healthcheck", timing };
	const port = map.port ?? ports.find(({ protocol }) => protocol === "tcp")?.container;
	if (port === undefined) return wrong("health has no port", "add `port:` to it, or `ports:` to the service");
	return {
		kind: "http",
		path: map.path ?? "/",
		port,
		method: map.method ?? "GET",
		headers: map.headers ?? {},
		status: map.status ?? anyGood,
		...defined({ body: map.body, bodyMatches: map.body_matches, json: map.json }),
		negative,
		timing,
	};
}

function wrong(message: string, fix: string): Fault {
	return { code: "catalog/health", message, fix };
}
